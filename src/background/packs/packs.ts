/** The installed packs, wired: their store, and what pages and frames are told when they change. */
import { bundledSieve } from "sidelight:sieve";
import { rest } from "../../browser/rest.ts";
import { PACK_CHANNEL, type PackEntry, type PackNews } from "../../messages/packs.ts";
import { readPackInSteps } from "../../pack/format/read-pack.ts";
import { tellFramesOfSettings } from "../frame-settings.ts";
import { KNOWN_PACKS_KEY } from "../settings/guarded-storage.ts";
import type { Lock, StorageArea } from "../settings/writer.ts";
import { PackDatabase } from "./area.ts";
import { PacksInUse } from "./in-use.ts";
import { createPackStore, type PackStore } from "./store.ts";

const lock: Lock = (task) => navigator.locks.request("packs", task) as ReturnType<typeof task>;

/** @param local where it is kept, apart from the packs, which there are */
export function createPacks(local: StorageArea): { store: PackStore; inUse: PacksInUse } {
  const area = new PackDatabase();
  const tell = (news: PackNews) => {
    // One that is kept open would keep the event page of Firefox from being unloaded.
    const channel = new BroadcastChannel(PACK_CHANNEL);
    channel.postMessage(news);
    channel.close();
  };
  const inUse = new PacksInUse(area, bundledSieve.entry.id, () => tell({ news: "changed" }));
  const store = createPackStore({
    area,
    known: {
      async get() {
        const known = (await local.get([KNOWN_PACKS_KEY]))[KNOWN_PACKS_KEY];
        // Written by the background alone, which goes by a copy of its own (guarded-storage.ts).
        return Array.isArray(known) ? (known as PackEntry[]) : [];
      },
      set: (entries) => local.set({ [KNOWN_PACKS_KEY]: entries }),
    },
    isLost: (install) => inUse.isLost(install),
    lock,
    read: readPackInSteps,
    rest: () => rest("background"),
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
