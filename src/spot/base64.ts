/**
 * Bytes and text as base64. Every browser that there is for reads and writes bytes so, in machine code; for Node 20 there is
 * the way by strings.
 */

interface Native {
  fromBase64?(text: string): Uint8Array<ArrayBuffer>;
  prototype: { toBase64?(this: Uint8Array): string };
}
const native = Uint8Array as unknown as Native;

/** The parts of the Web's API that are used: rooms without a document have no types for it. */
interface Web {
  atob(text: string): string;
  btoa(text: string): string;
  TextDecoder: new (
    encoding: string,
    options: { ignoreBOM: boolean },
  ) => { decode(bytes: ArrayBufferView): string };
}
const { atob, btoa, TextDecoder } = globalThis as unknown as Web;

/** @throws {Error} where `text` is no base64 */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  native.fromBase64?.(text) ?? Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0));

export const toBase64 = (bytes: Uint8Array): string =>
  native.prototype.toBase64?.call(bytes) ??
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

/** UTF-16 code units as bytes, little-endian. */
export function bytesOfText(text: string): Uint8Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return new Uint8Array(units.buffer);
}

/** UTF-16 code units as text; half a pair alone becomes U+FFFD, which is in no name. */
export const textOfUnits = (units: Uint8Array | Uint16Array | Int32Array): string =>
  new TextDecoder("utf-16le", { ignoreBOM: true }).decode(new Uint16Array(units));
