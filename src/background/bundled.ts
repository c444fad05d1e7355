/** The bundled analysis as the background looks things up in it, made when it is first asked for. */
import { bundledStored } from "sidelight:stored";
import { indexPack, type PackIndex } from "../pack/lookup.ts";
import { packToSearch } from "../pack/stored.ts";

let index: PackIndex | undefined;

export function bundledIndex(): PackIndex {
  index ??= indexPack(packToSearch(bundledStored.text));
  return index;
}

/** Whether the analysis has it. */
export const isBundledEntity = (id: string): boolean => bundledIndex().entities.has(id);
