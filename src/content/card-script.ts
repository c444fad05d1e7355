/**
 * The card, a script of its own: it comes into a frame with the style sheet, at the first mention. Most pages that the
 * sieve lets through turn out to have none, and need no card; and marks need not wait for it to be parsed.
 */
import { setMessageReader } from "../i18n/t.ts";
import { HoverCard } from "./card/controller.ts";
import { type EventGuard, shareGuard } from "./card/event-guard.ts";
import type { MakeCard } from "./card/types.ts";
import { readMessage } from "./extension/client.ts";
import { giveCard } from "./extension/frame-claim.ts";

const makeCard: MakeCard = (deps) => new HoverCard(deps);
const guard = giveCard(makeCard);
if (guard) {
  shareGuard(guard as EventGuard);
  setMessageReader(readMessage);
}
