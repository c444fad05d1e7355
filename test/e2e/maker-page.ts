/** The page on which an analysis is made, as a test types into it. */
import type { Page } from "puppeteer-core";
import { inPage, until } from "../harness/driver/shared.ts";

/** What the fields about an analysis are filled with. */
export const ABOUT = {
  title: "The lamps of Harrowmere",
  editor: "A. Reader",
  licence: "CC0 1.0",
  sourceTitle: "Who keeps the lamps?",
  author: "Bo Reed",
  publisher: "The Observer",
  date: "2025-03",
  genre: "report",
};

/** As pasting does: the whole text at once. */
export const fill = (page: Page, selector: string, text: string): Promise<void> =>
  inPage(
    page,
    (selector: string, text: string) => {
      const box = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)!;
      const prototype =
        box instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
      Object.getOwnPropertyDescriptor(prototype, "value")!.set!.call(box, text);
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    selector,
    text,
  );

export async function fillAbout(page: Page): Promise<void> {
  for (const [name, value] of Object.entries(ABOUT))
    await fill(page, `#about-title ~ .fields [name="${name}"]`, value);
}

export const kept = (page: Page): Promise<unknown> =>
  until("the work to be kept", () =>
    inPage(page, () => document.querySelector("#kept")?.textContent?.endsWith("this browser.")),
  );

/** Throws away what an earlier test has left in the page. */
export async function beginAnew(page: Page): Promise<void> {
  await page.waitForSelector("#find");
  // A press of the pointer beside it would leave it half way, for the next try too.
  await press(page, "#start-over");
  await press(page, "#start-over.danger");
  await until("the page of a beginning", () => inPage(page, () => !document.querySelector("#names")));
  await kept(page);
}

/** Pastes an article, and waits until `name` is proposed. */
export async function pasteArticle(page: Page, article: string, name: string): Promise<void> {
  await fill(page, '[name="article"]', article);
  await press(page, "#find");
  await page.waitForSelector(`#names input[value="${name}"]`);
}

/** Opens a part of the page that is shut. @param within of which entity, where several have one */
export async function openPart(page: Page, name: string, within = ""): Promise<void> {
  const part = `${within} [data-more="${name}"]`;
  await page.waitForSelector(part);
  await inPage(
    page,
    (at: string) => {
      document.querySelector<HTMLDetailsElement>(at)!.open = true;
    },
    part,
  );
  await page.waitForSelector(`${part} > .inside`);
}

/** By the keys: a note that goes from under a field meanwhile moves what a pointer would be on its way to. */
export async function press(
  page: Page,
  control: string,
  key: "Enter" | " " | "ArrowDown" = "Enter",
): Promise<void> {
  await page.waitForSelector(control);
  await page.focus(control);
  await page.keyboard.press(key);
}

/** Ticks a box of a list that opens. @param list its `details` */
export async function tickIn(page: Page, list: string, value: string): Promise<void> {
  await inPage(
    page,
    (at: string) => {
      document.querySelector<HTMLDetailsElement>(at)!.open = true;
    },
    list,
  );
  await press(page, `${list} input[value="${value}"]`, " ");
}
