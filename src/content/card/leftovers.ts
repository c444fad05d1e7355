/** What a copy of the extension from before an update has left in the page. */
import { findAll } from "../page/dom/dom.ts";
import type { OWN_HOST, OWN_SPOT } from "../page/dom/elements.ts";

/** Tied to the names by which the page reader knows not to read them. */
const HOST: typeof OWN_HOST = "data-sidelight-card";
const SPOT: typeof OWN_SPOT = "data-sidelight-spot";

/**
 * Removes it. `openRoot` opens closed shadow roots, as only extensions can: a page may have an element of the same name,
 * and that is the page's.
 */
export function removeLeftovers(openRoot: (element: Element) => ShadowRoot | null): void {
  for (const element of findAll(`div[${HOST}], div[${SPOT}]`))
    if (openRoot(element)?.querySelector(".sl-card, .sl-spot")) element.remove();
}
