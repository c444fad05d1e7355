/** A list that shows its first items and keeps the rest one press away, so that what comes after it stays in reach. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { trusted } from "./trusted.ts";

export interface FoldedProps<T> {
  class: string;
  label?: string;
  items: readonly T[];
  /** Shown at first. A single item more is not worth a fold. */
  limit: number;
  /** What the hidden ones are called, by their number: "12 more statements". */
  more(hidden: number): string;
  less: string;
  children(item: T): ComponentChildren;
}

export function Folded<T>({ items, limit, more, less, children, ...list }: FoldedProps<T>) {
  const [open, setOpen] = useState(false);
  const folds = items.length > limit + 1;
  return (
    <div class={list.class}>
      <ul aria-label={list.label}>{(open || !folds ? items : items.slice(0, limit)).map(children)}</ul>
      {folds && (
        <button type="button" class="sl-more" aria-expanded={open} onClick={trusted(() => setOpen(!open))}>
          {open ? less : more(items.length - limit)}
        </button>
      )}
    </div>
  );
}
