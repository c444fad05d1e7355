import type { Selection, View } from "./model/address.ts";
import type { Filter } from "./model/filter.ts";
import type { Related } from "./model/related.ts";
import type { AtlasIndex } from "./model/together.ts";

/** What each of the views is given. */
export interface ViewProps {
  pack: AtlasIndex;
  filter: Filter;
  /** What belongs to the selection; `null` without one. */
  related: Related | null;
  selection: Selection | null;
  onOpen(selection: Selection, view?: View): void;
  /** Has a screen reader say something. */
  onSay(words: string): void;
}
