/**
 * What the atlas shows, as its address says it: `atlas.html#view=time&entity=ttp`, of another pack than the bundled one
 * `atlas.html#pack=org.example.harbours&entity=guild`, of all that are switched on
 * `atlas.html#pack=*&entity=org.example.harbours%2Fguild`. One selection for all three views; without a
 * view, the one in which the selection is at home. What an address names and the analysis does not hold is told. Pure.
 */
import type { PackIndex } from "../../pack/lookup.ts";
import type { EntityId, PassageId } from "../../pack/types.ts";

export const VIEWS = ["ties", "time", "article"] as const;
export type View = (typeof VIEWS)[number];

/** What the reader looks at. */
export type Selection =
  | { kind: "entity"; id: EntityId }
  | { kind: "passage"; id: PassageId }
  | { kind: "event" | "claim" | "tie"; id: string };

export interface Address {
  view: View;
  selection: Selection | null;
}

const HOME: Record<Selection["kind"], View> = {
  entity: "ties",
  tie: "ties",
  event: "time",
  passage: "article",
  claim: "article",
};

const LONGEST = 200;

/** The pack that an address is about, as it names it; `null`: the one that comes with Sidelight. */
export function packIn(hash: string): string | null {
  for (const part of partsOf(hash)) {
    const [key, value] = pairOf(part);
    if (key === "pack" && value !== "") return value.slice(0, LONGEST);
  }
  return null;
}

/** The part of an address after its `#`; empty for the beginning. @param pack as in `packIn` */
export function hashOf({ view, selection }: Address, pack: string | null): string {
  const parts = pack === null ? [] : [`pack=${encodeURIComponent(pack)}`];
  if (view !== (selection ? HOME[selection.kind] : "ties")) parts.push(`view=${view}`);
  if (selection) parts.push(`${selection.kind}=${encodeURIComponent(selection.id)}`);
  return parts.join("&");
}

/** `bad`: what the address asks for and nobody knows, as it is to be said. */
export function readAddress(hash: string, index: PackIndex): { address: Address; bad: string | null } {
  let view: View | null = null;
  let selection: Selection | null = null;
  let bad: string | null = null;
  for (const part of partsOf(hash)) {
    const [key, value] = pairOf(part);
    if (key === "pack") continue;
    if (key === "view" && isView(value)) view = value;
    else {
      const named = isKind(key) ? selected(index, key, value) : null;
      if (named && !selection) selection = named;
      else if (!named) bad ??= (value || part).slice(0, LONGEST);
    }
  }
  return { address: { view: view ?? (selection ? HOME[selection.kind] : "ties"), selection }, bad };
}

const partsOf = (hash: string): string[] => hash.replace(/^#/, "").split("&").filter(Boolean);

function pairOf(part: string): [key: string, value: string] {
  const at = part.indexOf("=");
  const value = part.slice(at + 1);
  if (at < 0) return ["", value];
  try {
    return [part.slice(0, at), decodeURIComponent(value)];
  } catch {
    return ["", value];
  }
}

const isView = (value: string): value is View => (VIEWS as readonly string[]).includes(value);
const isKind = (key: string): key is Selection["kind"] => Object.hasOwn(HOME, key);

function selected(
  { pack, entities, passages }: PackIndex,
  kind: Selection["kind"],
  id: string,
): Selection | null {
  if (kind === "entity") return entities.has(id) ? { kind, id } : null;
  if (kind === "passage") return passages.has(id) ? { kind, id } : null;
  if (kind === "event") {
    // The popup reads the analysis in its stored form, which keeps an event's place and not its id.
    const event = pack.events.find((each) => each.id === id || String(each.sequence) === id);
    return event ? { kind, id: event.id } : null;
  }
  const all = kind === "tie" ? pack.relations : pack.entities.flatMap(({ claims }) => claims);
  return all.some((each) => each.id === id) ? { kind, id } : null;
}

export const isSame = (a: Selection | null, b: Selection | null): boolean =>
  a?.kind === b?.kind && a?.id === b?.id;
