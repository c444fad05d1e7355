/** The installed packs as a page of the extension holds them: listed, kept up to date, changed through the background. */
import { type InstallResult, PACK_CHANNEL, type PackList, type PackNews } from "../../messages/packs.ts";
import { askBackground } from "../messaging.ts";

export interface PacksWatcher {
  /** At once, and whenever the packs are others than before, whoever changed them. */
  onList(list: PackList): void;
  /** How far installing has come, of 1, in whichever window that was asked for. */
  onProgress(done: number): void;
}

/** Until the function returned is called. */
export function watchPacks({ onList, onProgress }: PacksWatcher): () => void {
  let open = true;
  const load = () =>
    void askBackground("packs.list", {}).then((list) => {
      if (open && list) onList(list);
    });
  const channel = new BroadcastChannel(PACK_CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<PackNews>) => {
    if (data.news === "changed") load();
    else onProgress(data.done);
  };
  // A page that comes back from the back/forward cache has missed what was told meanwhile.
  const onShow = (event: PageTransitionEvent) => event.persisted && load();
  window.addEventListener("pageshow", onShow);
  load();
  return () => {
    open = false;
    channel.close();
    window.removeEventListener("pageshow", onShow);
  };
}

export const installPack = async (text: string): Promise<InstallResult> =>
  (await askBackground("packs.install", { text })) ?? {
    ok: false,
    problems: [{ path: "", line: 1, column: 1, fault: ["faultNoAnswer"] }],
    more: 0,
  };

/** Whether it was done. */
export const removePack = async (id: string): Promise<boolean> =>
  (await askBackground("packs.remove", { id })) ?? false;

/** Brings back the last that was removed or replaced. */
export const restorePack = async (): Promise<boolean> => (await askBackground("packs.restore", {})) ?? false;

/** The file, as it was installed; `null` where it cannot be had. */
export const packText = async (id: string): Promise<string | null> =>
  (await askBackground("packs.text", { id })) ?? null;
