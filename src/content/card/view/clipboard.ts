/** Putting something on the clipboard without the page hearing of it. */

import { startCopying } from "../../page/dom/card-dom.ts";
import { hear } from "../event-guard.ts";
import type { Citation } from "./citation.ts";

/**
 * Puts a text on the clipboard, plain and as HTML; to be called while a press is being handled. The clipboard's own API
 * is missing in pages without TLS, and a page's policy can forbid it; `copy` events work everywhere.
 */
export function copy({ text, html }: Citation): boolean {
  let done = false;
  const asking = new AbortController();
  hear(
    "copy",
    (event) => {
      if (!event.clipboardData) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData.setData("text/plain", text);
      event.clipboardData.setData("text/html", html);
      done = true;
    },
    asking.signal,
  );
  startCopying();
  asking.abort(null);
  return done;
}
