/** The installed packs, wired: their store, and what pages and frames are told when they change. */
import { bundledSieve } from "sidelight:sieve";
import { PACK_CHANNEL, type PackNews } from "../../messages/packs.ts";
import { readPackFile } from "../../pack/format/read-pack.ts";
import { tellFramesOfSettings } from "../frame-settings.ts";
import type { Lock } from "../settings/writer.ts";
import { PackDatabase } from "./area.ts";
import { PacksInUse } from "./in-use.ts";
import { createPackStore, type PackStore } from "./store.ts";

const lock: Lock = (task) => navigator.locks.request("packs", task) as ReturnType<typeof task>;

/** Both browsers have it; the compiler's list of the document's interfaces does not. */
declare const scheduler: {
  postTask(task: () => void, options: { priority: "background" }): Promise<void>;
};

/** Behind whatever pages have asked meanwhile. */
export const rest = (): Promise<void> => scheduler.postTask(() => undefined, { priority: "background" });

export function createPacks(): { store: PackStore; inUse: PacksInUse } {
  const area = new PackDatabase();
  const inUse = new PacksInUse(area, bundledSieve.entry.id);
  const tell = (news: PackNews) => {
    // One that is kept open would keep the event page of Firefox from being unloaded.
    const channel = new BroadcastChannel(PACK_CHANNEL);
    channel.postMessage(news);
    channel.close();
  };
  const store = createPackStore({
    area,
    lock,
    read: readPackFile,
    rest,
    now: Date.now,
    bundled: bundledSieve.entry,
    told: (done) => tell({ news: "installing", done }),
    changed: () => {
      inUse.changed();
      tell({ news: "changed" });
      void tellFramesOfSettings();
    },
  });
  return { store, inUse };
}
