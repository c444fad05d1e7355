/**
 * The content script: one copy in every frame, whoever injects it and however often. It takes its place before the page
 * has made anything: a frame named `chrome` would keep Chromium from giving it the extension's API later.
 */
import { guardWindow } from "./card/event-guard.ts";
import { readSettings } from "./extension/client.ts";
import { claimFrame } from "./extension/frame-claim.ts";
import { startFrame } from "./frame.ts";
import { whenParsed } from "./page/dom/document.ts";

const place = claimFrame();
if (place) {
  guardWindow(place.signal);
  // While the page is still being parsed: the background may have to wake first.
  const settings = readSettings();
  whenParsed(() => startFrame(place, settings), place.signal);
}
