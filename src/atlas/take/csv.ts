/** A table as CSV (RFC 4180), each row with its source: a row that is taken out of it still says where it is from. Pure. */
import type { Table } from "./tables.ts";

/** By this sign spreadsheets know that a file is UTF-8. */
const MARK = "\ufeff";

/** @param sourceOf what a row is of, by its id */
export function csvOf(
  { columns, rows, of }: Table,
  sourceColumn: string,
  sourceOf: (id: string) => string,
): string {
  const lines = [[...columns, sourceColumn], ...rows.map((row, i) => [...row, sourceOf(of[i]!)])];
  return `${MARK}${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Spreadsheets take what begins with one of these signs for a formula; an apostrophe before it makes it a text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
