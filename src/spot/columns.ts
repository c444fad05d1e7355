/**
 * Columns of numbers, and texts, as they are stored and handed on: base64 of little-endian bytes, as narrow as their
 * numbers allow, for engines read those at once; every browser that there is for is little-endian.
 */
import { bytesOf, bytesOfText, textOfUnits, toBase64 } from "./base64.ts";

export type Column = Uint8Array | Int8Array | Int32Array;

/** Width in bytes → what reads a column of it. */
const WIDTHS = { 1: Uint8Array, 2: Uint16Array, 4: Int32Array } as const;
type Width = keyof typeof WIDTHS;

/** `2:…` is a column of two bytes a number. */
export function storeColumn(column: Column): string {
  let [least, most] = [0, 0];
  for (const number of column) {
    if (number < least) least = number;
    if (number > most) most = number;
  }
  const width: Width = least < 0 || most > 0xffff ? 4 : most > 0xff ? 2 : 1;
  return `${width}:${toBase64(new Uint8Array(new WIDTHS[width](column).buffer))}`;
}

/** @throws {Error} where `text` is no column */
export function takeColumn(text: string): Uint8Array | Uint16Array | Int32Array {
  const read = WIDTHS[Number(text[0]) as Width];
  if (!read || text[1] !== ":") throw new Error(`no column: ${text.slice(0, 8)}`);
  const bytes = bytesOf(text.slice(2));
  return read === Uint8Array ? bytes : new read(bytes.buffer);
}

/** A text is a column of its units. */
export const storeText = (text: string): string => `2:${toBase64(bytesOfText(text))}`;
export const takeText = (text: string): string => textOfUnits(takeColumn(text));
