/**
 * The rest of Sidelight in a frame: the reader, the marks and the card. The background brings it, with the names, where
 * the sentinel has found text that may hold one (sentinel/), and it takes the frame over.
 */
import { type EventGuard, shareGuard } from "./card/event-guard.ts";
import { takeOverFrame } from "./extension/frame-claim.ts";
import { readSettings } from "./extension/stored.ts";
import { startFrame } from "./frame.ts";
import { takeBundledNames } from "./frame-pack.ts";

const taken = takeOverFrame();
if (taken) {
  shareGuard(taken.guard as EventGuard);
  takeBundledNames(taken.names);
  startFrame(taken.claim, readSettings());
}
