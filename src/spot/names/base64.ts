/** Bytes and text as base64. Every browser that there is for has its own, in machine code; Node 20 has none for plain arrays. */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** Units of text that are made of one call's arguments. */
const CHUNK = 8_192;

interface Native {
  fromBase64?(text: string): Uint8Array<ArrayBuffer>;
  prototype: { toBase64?(this: Uint8Array): string };
}
const native = Uint8Array as unknown as Native;

/** @throws {Error} where `text` is no base64 */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => native.fromBase64?.(text) ?? decode(text);

export const toBase64 = (bytes: Uint8Array): string =>
  native.prototype.toBase64?.call(bytes) ?? encode(bytes);

/** UTF-16 code units as bytes, little-endian. */
export function bytesOfText(text: string): Uint8Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return new Uint8Array(units.buffer);
}

/** UTF-16 code units as text. */
export function textOfUnits(units: Uint8Array | Uint16Array | Int32Array): string {
  let text = "";
  for (let i = 0; i < units.length; i += CHUNK) text += String.fromCharCode(...units.subarray(i, i + CHUNK));
  return text;
}

function encode(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const three = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let k = 0; k < 4; k++) text += i + k > bytes.length ? "=" : ALPHABET[(three >> (18 - 6 * k)) & 63];
  }
  return text;
}

function decode(text: string): Uint8Array<ArrayBuffer> {
  const letters = text.replace(/=*$/, "");
  const bytes = new Uint8Array((letters.length * 3) >> 2);
  let bits = 0;
  let at = 0;
  for (let i = 0; i < letters.length; i++) {
    const value = ALPHABET.indexOf(letters[i]!);
    if (value < 0) throw new SyntaxError("no base64");
    bits = (bits << 6) | value;
    if (i % 4 > 0) bytes[at++] = bits >> (6 - 2 * (i % 4));
  }
  return bytes;
}
