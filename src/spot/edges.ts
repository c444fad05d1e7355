/**
 * Edges: whether a match stands in running text, or inside something that is no text: an address, a handle, a file's
 * path. That letters and digits end it is known already (a token is a whole word); "TTP-linked", "anti-ISIS", "#TTP"
 * and "the Taliban's" all count.
 */

/** A chunk of non-space longer than this on either side is not looked at further, so that the cost stays bounded. */
const CHUNK = 200;

const SPACE = /\s/;
const SPACE_UNIT = 0x20;
const COMMA_UNIT = 0x2c;
const NEWLINE_UNIT = 0x0a;
/** `name@host`, `scheme://`, `www.`, `host.org/`: the whole chunk is an address. */
const ADDRESS = /:\/\/|^www\.|^mailto:|[^\s@]@[^\s@]+\.[^\s@]|^(?:[a-z0-9-]+\.)+[a-z]{2,24}\//i;
/** `/usr/x`, `./x`, `~/x`, `C:\x`. A single slash between words ("Taliban/TTP") is no path. */
const PATH = /^(?:[.~]{0,2}\/|[a-z]:\\|\\\\)[^\s]*[\\/]?|[^\s/]+\/[^\s/]+\/[^\s]*\.[a-z0-9]{1,5}$/i;
/** A dot and a small-letter label right behind: `taliban.example`. "Taliban.The next …" only misses a space. */
const HOST_BEHIND = /^\.[a-z][a-z0-9-]{1,}(?![\p{L}])/u;
const HOST_BEFORE = /[\p{L}\p{N}]\.$/u;

/** Whether `text[start, end)` stands free of addresses, handles and paths. */
export function standsFree(text: string, start: number, end: number): boolean {
  // The common case: a space or a sentence's mark on both sides.
  if (isPlain(text, start - 1) && isPlain(text, end)) return true;
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (before === "@" || after === "@") return false;
  let from = start;
  while (from > 0 && start - from < CHUNK && !SPACE.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < CHUNK && !SPACE.test(text.charAt(to))) to++;
  const chunk = text.slice(from, to).replace(/^[([{<"'“‘«]+/, "");
  if (ADDRESS.test(chunk) || PATH.test(chunk)) return false;
  if (after === "." && HOST_BEHIND.test(text.slice(end, to))) return false;
  if (
    before === "." &&
    HOST_BEFORE.test(text.slice(from, start)) &&
    /^[\p{Ll}\p{N}]/u.test(text.slice(start, end))
  ) {
    return false;
  }
  return true;
}

/** Whether a space or comma stands at `at`, or the text's end. */
function isPlain(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return true;
  const unit = text.charCodeAt(at);
  return unit === SPACE_UNIT || unit === COMMA_UNIT || unit === NEWLINE_UNIT;
}
