/** The pack that the atlas shows, read out of its file, and those that it could show instead. */
import { useEffect, useState } from "preact/hooks";
import { packText, watchPacks } from "../browser/packs-client.ts";
import type { PackEntry } from "../messages/packs.ts";
import { readPackFile } from "../pack/format/read-pack.ts";
import { indexPack, type PackIndex } from "../pack/lookup.ts";
import { packsOn } from "../settings/page/packs.ts";
import type { PackUse } from "../settings/types.ts";

export interface PackShown {
  /** `null` while it is being read. */
  index: PackIndex | null;
  /** There is no pack with the id that was asked for, or its file is not there any more; the bundled one is shown. */
  missing: boolean;
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
    void packText(id).then((text) => {
      const result = text === null ? null : readPackFile(text);
      if (open) setRead({ id, installed, index: result?.ok ? indexPack(result.pack) : null });
    });
    return () => {
      open = false;
    };
  }, [id, isBundled, installed]);
  const isRead = read !== null && read.id === id && read.installed === installed;
  const missing =
    !isBundled && (list === null ? false : entry === undefined || (isRead && read.index === null));
  const on = packsOn(uses, list?.map((one) => one.id) ?? [], null);
  return {
    index: isBundled || missing ? bundled : isRead ? read.index : null,
    missing,
    packs: (on.includes(id) || missing ? on : [...on, id]).flatMap(
      (one) => list?.find((other) => other.id === one) ?? [],
    ),
  };
}
