/** Where in a file something is wrong, and what, fit to be shown: short, and without what could garble a message. */
import type { Fault } from "../change/faults.ts";
import type { Path } from "../untrusted.ts";
import type { FilePosition } from "./read-json.ts";

/** `["values", "sites", 2, "mark"]` as `values.sites[2].mark`; empty for the file as a whole. */
export const pathText = (path: Path): string =>
  path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${shortened(step)}`))
    .join("")
    .replace(/^\./, "");

/** The sentence with its place: "Line 3, column 9 (values.theme): It must be …". */
export const located = ({ line, column }: FilePosition, path: string, fault: Fault): Fault =>
  path === "" ? ["faultAt", line, column, fault] : ["faultAtPath", line, column, path, fault];

/** What a file holds may stand in the places of a fault. */
export const shortFault = ([key, ...places]: Fault): Fault => [
  key,
  ...places.map((place) => (typeof place === "string" ? shortened(place) : place)),
];

/** UTF-16 code units, cut between letters. */
const LONGEST = 40;

function shortened(text: string): string {
  const plain = text.slice(0, 4 * LONGEST).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "\ufffd");
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
