/** The pack that the atlas shows, read out of its file, and those that it could show instead. */
import { useEffect, useState } from "preact/hooks";
import { packText, watchPacks } from "../../browser/packs/packs-client.ts";
import { rest } from "../../browser/rest.ts";
import type { PackEntry } from "../../messages/packs.ts";
import { readPackInSteps } from "../../pack/format/read-pack.ts";
import { indexPack, type PackIndex } from "../../pack/lookup.ts";
import { withRests } from "../../pack/steps.ts";
import { packsOn } from "../../settings/page/packs.ts";
import type { PackUse } from "../../settings/types.ts";

export interface PackShown {
  /** `null` while it is being read. */
  index: PackIndex | null;
  /** Why the pack that was asked for is not shown, but the bundled one: there is none with its id, or it cannot be read. */
  missing: "unknown" | "unreadable" | null;
  /** Those that are switched on, in their order, and the one that is shown. */
  packs: readonly PackEntry[];
}

/** What was read, and of which installation. */
interface Read {
  id: string;
  installed: number;
  /** `null`: it cannot be had. */
  index: PackIndex | null;
}

/** @param wanted its id; `null`: the bundled one */
export function usePack(bundled: PackIndex, wanted: string | null, uses: readonly PackUse[]): PackShown {
  const [list, setList] = useState<readonly PackEntry[] | null>(null);
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => watchPacks({ onList: ({ packs }) => setList(packs), onProgress: () => undefined }), []);
  const id = wanted ?? bundled.pack.id;
  const isBundled = id === bundled.pack.id;
  const entry = list?.find((one) => one.id === id);
  const installed = entry?.installed;
  useEffect(() => {
    if (isBundled || installed === undefined) return undefined;
    let open = true;
    void packText(id).then(async (text) => {
      const result =
        text === null ? null : await withRests(readPackInSteps(text), () => rest("user-visible"));
      if (open) setRead({ id, installed, index: result?.ok ? indexPack(result.pack) : null });
    });
    return () => {
      open = false;
    };
  }, [id, isBundled, installed]);
  const isRead = read !== null && read.id === id && read.installed === installed;
  const missing = isBundled ? null : whyMissing(list === null || entry !== undefined, isRead ? read : null);
  const on = packsOn(uses, list?.map((one) => one.id) ?? [], null);
  return {
    index: isBundled || missing ? bundled : isRead ? read.index : null,
    missing,
    packs: (on.includes(id) || missing ? on : [...on, id]).flatMap(
      (one) => list?.find((other) => other.id === one) ?? [],
    ),
  };
}

const whyMissing = (isThere: boolean, read: Read | null): PackShown["missing"] => {
  if (!isThere) return "unknown";
  return read && read.index === null ? "unreadable" : null;
};
