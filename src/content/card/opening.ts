/**
 * Getting a card up in a document that is not ours. A page can break its document for every script (a form named
 * `createElementNS` does); then there is no card, and no error of ours in the page.
 */
import type { PageMention } from "../page/types.ts";
import { PREPARE_WITHIN } from "./delays.ts";
import { removeHost } from "./host.ts";
import { type CardView, type CardViewOptions, openView, prepareView } from "./view/card-view.tsx";

/** Null where the page is broken. */
export function tryToOpen(options: () => CardViewOptions): CardView | null {
  try {
    return openView(options());
  } catch {
    removeHost();
    return null;
  }
}

/** Does what the first card would take, while the reader dwells and there is time; the first time it is called. */
export function prepareOnce(document: Document, signal: AbortSignal) {
  let preparing = 0;
  signal.addEventListener("abort", () => cancelIdleCallback(preparing), { once: true });
  return (mention: PageMention, props: () => CardViewOptions["props"]): void => {
    preparing ||= requestIdleCallback(
      () => {
        try {
          prepareView(document, mention, props());
        } catch {
          // As when a card opens; that will show.
        }
      },
      { timeout: PREPARE_WITHIN },
    );
  };
}
