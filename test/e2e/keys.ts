/** A page of the extension as a reader without a pointer has it: by real keys, and by nothing else. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { inPage, until } from "../harness/driver/shared.ts";

/** More controls than any page of ours has. */
const MOST_STEPS = 200;

export const hasFocus = (page: Page, selector: string): Promise<boolean> =>
  inPage(page, (wanted: string) => document.activeElement?.matches(wanted) === true, selector);

/** Presses Tab, or Shift and Tab, until a control has the focus. */
export async function tabTo(page: Page, selector: string, way: "on" | "back" = "on"): Promise<void> {
  await page.waitForSelector(selector);
  if (way === "back") await page.keyboard.down("Shift");
  for (let step = 0; !(await hasFocus(page, selector)); step++) {
    if (step === MOST_STEPS) throw new Error(`Tab does not lead to ${selector}`);
    await page.keyboard.press("Tab");
  }
  if (way === "back") await page.keyboard.up("Shift");
}

/** Goes to a control and presses it. */
export async function tabAndPress(
  page: Page,
  selector: string,
  key: "Enter" | " " = "Enter",
  way: "on" | "back" = "on",
): Promise<void> {
  await tabTo(page, selector, way);
  await page.keyboard.press(key);
}

/** Until the options say that a change is stored. */
export async function saved(options: Page): Promise<void> {
  await until("the options to report “Saved”", () =>
    inPage(options, () => document.querySelector("#report")?.textContent?.includes("Saved") === true),
  );
}

/**
 * The text of the file that `press` hands to the downloads. It is caught before them: Firefox's panel would take the keys
 * that come after.
 */
export async function exportedBy(options: Page, press: () => Promise<void>): Promise<string> {
  await inPage(options, () => {
    delete document.documentElement.dataset.exported;
    HTMLAnchorElement.prototype.click = () => undefined;
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => {
      document.documentElement.dataset.exportedSize = String(blob.size);
      void blob.text().then((text) => {
        document.documentElement.dataset.exported = text;
      });
      return create(blob);
    };
  });
  await press();
  return until("a file", () => inPage(options, () => document.documentElement.dataset.exported));
}

export const IMPORT = 'input[name="import"]';

/** What the browser's own dialog for files does once a file is chosen in it. */
export async function chooseFile(options: Page, folder: string, content: string): Promise<void> {
  const file = join(folder, "settings.json");
  await writeFile(file, content);
  const box = (await options.waitForSelector(IMPORT)) as ElementHandle<HTMLInputElement>;
  await box.uploadFile(file);
}

/** Puts the text of a pack into its box as pasting does, and asks to look at it. */
export async function pastePack(options: Page, text: string): Promise<void> {
  await options.focus('textarea[name="pack-text"]');
  await inPage(
    options,
    (pasted: string) => {
      const box = document.activeElement as HTMLTextAreaElement;
      box.value = pasted;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    text,
  );
  await tabAndPress(options, "#pack-look");
}
