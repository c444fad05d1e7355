/**
 * Requests rebuilt from untrusted input, member by member. Whatever arrives, the result is either a fresh value of the
 * table's type or `null`; what the table does not name is left behind. What a value may *mean* (whether there is such
 * a setting or site) is the business of the one who serves the request.
 */
import { type Check, isSwitch, oneOf, property, readMembers, type Shape } from "../settings/untrusted.ts";
import type { CensusAnswers, CensusRequests, PageRequests } from "./table.ts";
import type { Envelope } from "./types.ts";

const LONGEST_TEXT = 1024;

export const isShort: Check = (value) =>
  typeof value === "string" && value.length <= LONGEST_TEXT ? null : ["faultText"];

export type Shapes<Table> = Readonly<Record<keyof Table, Shape>>;

const PAGE: Shapes<PageRequests> = {
  "page.summary": {},
  "page.command": { command: oneOf(["next", "previous", "enter", "close"]), anyway: isSwitch },
  "page.jump": { id: isShort },
  "page.reread": {},
  "page.check": {},
  "page.leave": {},
};

export const checkPageRequest = (input: unknown) => rebuilt<PageRequests>(input, PAGE);

export const checkCensusRequest = (input: unknown) =>
  rebuilt<CensusRequests>(input, { "page.census": { token: isShort } });

export const checkCensusAnswer = (input: unknown) =>
  rebuilt<CensusAnswers>(input, { "page.here": { token: isShort } });

export function rebuilt<Table>(input: unknown, shapes: Shapes<Table>): Envelope<Table> | null {
  const type = property(input, "type") as keyof Table;
  if (typeof type !== "string" || !Object.hasOwn(shapes, type)) return null;
  const request = readMembers(property(input, "request"), shapes[type]);
  return request && ({ type, request } as Envelope<Table>);
}
