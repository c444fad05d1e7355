import type { TextRange } from "../../search/result.ts";

/** A text with its matched parts marked. */
export function MatchedText({ text, ranges }: { text: string; ranges: readonly TextRange[] }) {
  const parts = [];
  let last = 0;
  for (const [start, end] of ranges) {
    if (start > last) parts.push(text.slice(last, start));
    parts.push(<mark key={parts.length}>{text.slice(start, end)}</mark>);
    last = end;
  }
  parts.push(text.slice(last));
  return <>{parts}</>;
}
