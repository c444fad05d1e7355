/** Brings a page of the gallery into one of its states, with the real pointer. */
import type { Page } from "puppeteer-core";
import { inPage, until } from "../driver/shared.ts";
import { addressOf } from "./build.ts";
import type { GalleryState, GalleryTheme } from "./states.ts";

export async function showState(
  page: Page,
  base: string,
  state: GalleryState,
  theme: GalleryTheme,
  direction: "ltr" | "rtl" = "ltr",
): Promise<void> {
  const { width, height } = state;
  const was = page.viewport();
  if (was?.width !== width || was.height !== height) await page.setViewport({ width, height });
  const address = base + addressOf(state, theme, direction);
  if (!isSamePage(page.url(), address)) {
    // The state is in the fragment: without another document in between the page would not be loaded anew.
    await page.goto("about:blank");
    await page.goto(address);
  } else await inPage(page, drawAnew, new URL(address).hash);
  await until(`${state.name} to be drawn`, () =>
    inPage(page, (hash: string) => document.documentElement.dataset.ready === hash, new URL(address).hash),
  );
  for (const label of state.presses ?? []) {
    const spot = await until(`“${label}” in ${state.name}`, () => inPage(page, findControl, label));
    await page.mouse.click(spot.x, spot.y);
  }
  await page.mouse.move(1, 1);
  await until("what moves to stand still", () =>
    inPage(page, () => {
      const inside = document.querySelector("body > div")?.shadowRoot ?? document;
      return inside.getAnimations().every(({ playState }) => playState === "finished");
    }),
  );
}

/** Of one surface in one language: then nothing has to be loaded for another state. */
function isSamePage(one: string, other: string): boolean {
  const parts = (address: string) => {
    const { origin, pathname, hash } = new URL(address);
    return [origin, pathname, hash.split("%20").at(-1)].join(" ");
  };
  return parts(one) === parts(other);
}

/** Twice the same state is drawn twice. */
function drawAnew(hash: string): void {
  delete document.documentElement.dataset.ready;
  if (location.hash === hash) dispatchEvent(new Event("hashchange"));
  else location.hash = hash;
}

/** The middle of the first control with these words, scrolled into view. */
function findControl(words: string): { x: number; y: number } | null {
  const inside = document.querySelector("body > div")?.shadowRoot ?? document;
  for (const control of inside.querySelectorAll<HTMLElement>("button, a, summary")) {
    const name = `${control.textContent} ${control.getAttribute("aria-label") ?? ""}`;
    if (!name.includes(words)) continue;
    control.scrollIntoView({ block: "nearest" });
    const { left, top, width, height } = control.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }
  return null;
}
