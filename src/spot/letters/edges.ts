/**
 * Edges: whether a match stands in running text, or inside something that is no text: an address, a handle, a file's
 * path. That letters and digits end it is known already (a token is a whole word); "TTP-linked", "anti-ISIS", "#TTP"
 * and "the Taliban's" all count.
 */

const SPACE_UNIT = 0x20;
const COMMA_UNIT = 0x2c;
const NEWLINE_UNIT = 0x0a;

/** What parts an address from the text around it: spaces, quotation marks, the punctuation of East Asia. */
const PARTS = /[\s"“”«»<>\u3000-\u303f\uff01-\uff0e\uff1a-\uff1f]/u;
/** What every address, handle and path has. */
const SIGNS = /[/\\@:.]/;
/** `name@host`, `scheme://`, `www.`, `host.org/`: the whole chunk is an address. */
const ADDRESS = /:\/\/|^www\.|^mailto:|[^\s@]@[^\s@]+\.[^\s@]|^(?:[a-z0-9-]+\.)+[a-z]{2,24}\//i;
/** `/usr/x`, `./x`, `~/x`, `C:\x`, `a/b/x.txt`. A single slash between words ("Taliban/TTP") is no path. */
const PATH = /^(?:[.~]{0,2}\/|[a-z]:\\|\\\\|[^\s/]+\/[^\s/]+\/[^\s]*\.[a-z0-9]{1,5}$)/i;
const OPENING = /^[([{'‘]+/;
/** A dot and a small-letter label right behind: `taliban.example`. "Taliban.The next …" only misses a space. */
const HOST_BEHIND = /^\.[a-z][a-z0-9-]{1,}(?![\p{L}])/u;
/** The longest label of a host name, UTF-16 code units. */
const LABEL = 64;
const HOST_BEFORE = /[\p{L}\p{N}]\.$/u;

/** A run of characters that an address may be made of, the last one asked about. Offsets are UTF-16 code units. */
export interface Chunk {
  from: number;
  to: number;
  /** Whether it is an address or a path. */
  address: boolean;
}

export const noChunk = (): Chunk => ({ from: 0, to: 0, address: false });

/**
 * Whether `text[start, end)` stands free of addresses, handles and paths.
 *
 * @param chunk what was found out about this text before, to be found out once: written without spaces, a whole page
 *   is one chunk
 */
export function standsFree(text: string, start: number, end: number, chunk: Chunk): boolean {
  // The common case: a space or a sentence's mark on both sides.
  if (isPlain(text, start - 1) && isPlain(text, end)) return true;
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (before === "@" || after === "@") return false;
  if (before === "_" ? isIdentifier(text, start) : after === "_" && isIdentifier(text, end + 1)) return false;
  if (inAddress(text, start, chunk) || inAddress(text, end - 1, chunk)) return false;
  if (after === "." && HOST_BEHIND.test(text.slice(end, Math.min(chunk.to, end + LABEL)))) return false;
  return !(
    before === "." &&
    HOST_BEFORE.test(text.slice(Math.max(0, start - 2), start)) &&
    /^[\p{Ll}\p{N}]/u.test(text.slice(start, end))
  );
}

/**
 * Whether the underscore before `at` joins Latin letters or digits into one word: `EI_ABIVERSION`, but neither #Free_Taliban
 * nor _Taliban_.
 */
function isIdentifier(text: string, at: number): boolean {
  if (!IDENTIFIER.test(text.slice(at - 2, at + 1))) return false;
  let from = at - 1;
  const least = Math.max(0, at - LABEL);
  while (from > least && /\w/.test(text.charAt(from - 1))) from--;
  return !/[#＃]/.test(text.charAt(from - 1));
}
const IDENTIFIER = /^[A-Za-z0-9]_[A-Za-z0-9]$/;

/** Whether what stands at `at` is part of an address; afterwards `chunk` is the one it is in. */
function inAddress(text: string, at: number, chunk: Chunk): boolean {
  if (at >= chunk.from && at < chunk.to) return chunk.address;
  let from = at;
  while (from > 0 && !PARTS.test(text.charAt(from - 1))) from--;
  let to = at + 1;
  while (to < text.length && !PARTS.test(text.charAt(to))) to++;
  chunk.from = from;
  chunk.to = to;
  const written = text.slice(from, to);
  chunk.address = SIGNS.test(written) && isAddress(written.replace(OPENING, ""));
  return chunk.address;
}

const isAddress = (written: string): boolean => ADDRESS.test(written) || PATH.test(written);

/** Whether a space or comma stands at `at`, or the text's end. */
function isPlain(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return true;
  const unit = text.charCodeAt(at);
  return unit === SPACE_UNIT || unit === COMMA_UNIT || unit === NEWLINE_UNIT;
}
