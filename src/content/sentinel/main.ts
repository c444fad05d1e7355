/**
 * The content script: one copy in every frame, whoever injects it and however often. It claims its frame before the page
 * has made anything: a frame named `chrome` would keep Chromium from giving it the extension's API later.
 */
import { guardWindow, ownGuard } from "../card/event-guard.ts";
import { claimFrame } from "../extension/frame-claim.ts";
import { whenParsed } from "../page/dom/document.ts";
import { startSentinel } from "./sentinel.ts";

const claim = claimFrame(ownGuard());
if (claim) {
  const guard = () => guardWindow(claim.signal);
  guard();
  whenParsed(() => startSentinel(claim, guard), claim.signal);
}
