/**
 * The packs that are switched on, as a page of the extension searches and shows them: brought from the background one after the other, part by
 * part, so that no key waits, and again when they are others than before.
 */
import { PACK_CHANNEL, type PackHead, type PackNews } from "../../messages/packs.ts";
import { PackParts } from "../../messages/whole-pack.ts";
import type { PackIndex } from "../../pack/lookup.ts";
import type { EntityId } from "../../pack/types.ts";
import { askBackground } from "../messaging.ts";

/** Behind whatever the reader does meanwhile. */
const inBackground = <T>(task: () => T): Promise<T> => scheduler.postTask(task, { priority: "background" });

/** What did not come is asked for again after so long, ms; what is lost does not come then, either. */
const AGAIN = [2_000, 10_000];

export interface LoadedPacks {
  /** All that are switched on, in their order: `index` is there once it has come. */
  packs: Array<{ head: PackHead; index: PackIndex | null }>;
  /** Ids of entities that give way to another pack's, each with the one that stands for it. */
  same: ReadonlyArray<readonly [EntityId, EntityId]>;
}

export interface ActivePacks {
  /** To be called when their use may have changed. */
  reload(): void;
  /** What they say is wanted as well, from now on. */
  bring(): void;
  close(): void;
}

/**
 * @param onLoaded is told at once which there are, and whenever one more has come; where the background does not say which, that it is
 * the bundled one alone, when it has been asked a few times
 * @param isWanted whether what they say is wanted, and not only which there are
 */
export function openActivePacks(
  bundled: PackIndex,
  onLoaded: (loaded: LoadedPacks) => void,
  isWanted = true,
): ActivePacks {
  let wanted = isWanted;
  /** By installation: what has come once stays. */
  const known = new Map<number, PackIndex>();
  /** Those of which some did not come, for it was late or is lost: what came is searched, and all asked for anew with the next load. */
  const inPart = new Set<number>();
  let round = 0;
  let tries = 0;
  let hasTold = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether it is tried once more. */
  const again = (): boolean => {
    if (tries >= AGAIN.length) return false;
    timer = setTimeout(load, AGAIN[tries++]);
    return true;
  };
  const told = (loaded: LoadedPacks) => {
    hasTold = true;
    onLoaded(loaded);
  };
  const load = async () => {
    round += 1;
    const mine = round;
    clearTimeout(timer);
    const list = await askBackground("packs.active", {});
    if (mine !== round) return;
    if (list === null) {
      // Nobody knows which there are. The bundled one is searched meanwhile, and at last it is all there is.
      if (!again() && !hasTold) told({ packs: [{ head: bundled.pack, index: bundled }], same: [] });
      return;
    }
    for (const install of inPart) known.delete(install);
    inPart.clear();
    const tell = () =>
      told({
        packs: list.packs.map(({ install, head }) =>
          head ? { head, index: known.get(install) ?? null } : { head: bundled.pack, index: bundled },
        ),
        same: list.same,
      });
    tell();
    if (!wanted) return;
    for (const { install, parts, head } of list.packs) {
      if (!head || known.has(install)) continue;
      const whole = new PackParts(head);
      for (let part = 0; part < parts; part++) {
        const said = await askBackground("packs.part", { install, part });
        if (said) await inBackground(() => whole.take(said));
        else inPart.add(install);
        if (mine !== round) return;
      }
      // Of twenty thousand entities some milliseconds: a task of its own.
      known.set(install, await inBackground(() => whole.whole()));
      if (mine !== round) return;
      tell();
    }
    if (inPart.size > 0) again();
  };
  const channel = new BroadcastChannel(PACK_CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<PackNews>) => {
    if (data.news === "changed") void load();
  };
  void load();
  return {
    reload: () => void load(),
    bring() {
      if (wanted) return;
      wanted = true;
      void load();
    },
    close() {
      round += 1;
      clearTimeout(timer);
      channel.close();
    },
  };
}
