/** A few words of a text around a span, for lists: whole words, spaces collapsed, an ellipsis where more was said. */

const ELLIPSIS = "…";

/**
 * The words of `text[start, end)` and up to `reach` UTF-16 code units on either side, cut between words. Where there is
 * no space to cut at (Han, an address), it is cut where `reach` ends, never inside a surrogate pair.
 */
export function excerpt(
  text: string,
  start: number,
  end: number,
  reach: number,
): { before: string; text: string; after: string } {
  let from = Math.max(0, start - reach);
  let to = Math.min(text.length, end + reach);
  if (isSecondHalf(text, from)) from++;
  if (isSecondHalf(text, to)) to--;
  let before = text.slice(from, start);
  let after = text.slice(end, to);
  if (from > 0) before = ELLIPSIS + before.replace(/^\S*\s+(?=\S)/u, "");
  if (to < text.length) after = after.replace(/(?<=\S)\s+\S*$/u, "") + ELLIPSIS;
  return {
    before: collapse(before).trimStart(),
    text: collapse(text.slice(start, end)),
    after: collapse(after).trimEnd(),
  };
}

function isSecondHalf(text: string, at: number): boolean {
  const unit = at < text.length ? text.charCodeAt(at) : 0;
  return unit >= 0xdc00 && unit <= 0xdfff;
}

const collapse = (part: string): string => part.replace(/\s+/gu, " ").toWellFormed();
