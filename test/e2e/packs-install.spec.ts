/** Installing a pack as a reader does, in the real browser: pasted or from a file, looked at first, replaced, removed, and saved again. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packText, readAnalysis } from "../../scripts/lib/analysis/load.ts";
import { inRoot } from "../../scripts/lib/paths.ts";
import { readPackFile } from "../../src/pack/format/read-pack.ts";
import { removePacks } from "../harness/driver/packs.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import { samplePack, sampleWith } from "../pack/format/samples.ts";
import { exportedBy, hasFocus, pastePack, tabAndPress } from "./keys.ts";
import { useBrowser } from "./session.ts";

const session = useBrowser();
const ROSES = '.pack[data-pack="org.example.roses"]';
let options: Page;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sidelight-packs-"));
  await session.driver.change({ type: "reset" });
  await removePacks(session.driver);
  options = await openOptions();
});

afterEach(async () => {
  await options.close();
  await removePacks(session.driver);
  await rm(folder, { recursive: true });
});

async function openOptions(): Promise<Page> {
  const page = await session.driver.openOwn("options.html");
  await page.bringToFront();
  await page.waitForSelector(".pack");
  return page;
}

const paste = (text: string) => pastePack(options, text);

const choose = (text: string) => chooseAll({ "roses.sidelight.json": text });

/** @param texts of the files, by their names */
async function chooseAll(texts: Readonly<Record<string, string>>): Promise<void> {
  const files = Object.entries(texts).map(([name, text]) => ({ path: join(folder, name), text }));
  for (const { path, text } of files) await writeFile(path, text);
  const box = (await options.waitForSelector('input[name="pack-file"]')) as ElementHandle<HTMLInputElement>;
  await box.uploadFile(...files.map(({ path }) => path));
}

const textOf = (selector: string, page = options) =>
  inPage(page, (wanted: string) => document.querySelector(wanted)?.textContent ?? "", selector);

async function installed(text: string): Promise<void> {
  await paste(text);
  await tabAndPress(options, "#pack-yes");
  await options.waitForSelector(ROSES);
  await until("the preview to be gone", async () => !(await options.$("#pack-preview")));
}

const SAMPLE = JSON.stringify(samplePack(), null, 2);

test("a pack that is pasted is looked at before anything is stored, and then added, by keys alone", async () => {
  await paste(SAMPLE);
  await options.waitForSelector("#pack-preview");
  await until("its title to have the focus", () => hasFocus(options, "#pack-preview h3"));
  expect(await textOf("#pack-preview")).toContain("www.example.org");
  expect(await textOf("#pack-counts")).toContain("entries: 2");
  await options.waitForSelector('[data-doubt="everyday"], #pack-doubts > p:not(.hint)');
  expect(await options.$(ROSES)).toBeNull();

  await options.focus('textarea[name="pack-try"]');
  await options.keyboard.type("A garden with a Tea Rose in it.");
  await tabAndPress(options, '#pack-tried [data-entity="tea-rose"]');
  await options.waitForSelector("#pack-preview .sl-entity");
  expect(await textOf("#pack-card-name")).toBe("Tea rose");

  await tabAndPress(options, "#pack-yes");
  await options.waitForSelector(ROSES);
  await until("the box to be empty", () =>
    inPage(options, () => document.querySelector<HTMLTextAreaElement>('[name="pack-text"]')?.value === ""),
  );
  expect(await textOf("#packs-report")).toContain("Roses of our street");
  expect(await textOf(ROSES)).toContain("The street");
});

test("a broken file says where, and what was pasted stays", async () => {
  const broken = sampleWith(["entities", 0, "kind"], "flower");
  await choose(broken);
  await options.waitForSelector("#pack-refused");
  const line = 1 + broken.slice(0, broken.indexOf("flower")).split("\n").length - 1;
  expect(await textOf("#pack-refused .problems")).toContain(`Line ${line}`);
  expect(await textOf("#pack-refused .problems")).toContain("entities[0].kind");
  await until("the refusal to have the focus", () => hasFocus(options, "#pack-refused h3"));

  await paste("{");
  await until("another refusal", async () => (await textOf("#pack-refused")).includes("Line 1, column 2"));
  expect(
    await inPage(options, () => document.querySelector<HTMLTextAreaElement>('[name="pack-text"]')?.value),
  ).toBe("{");
  expect(await options.$(ROSES)).toBeNull();
});

test("a file is dropped", async () => {
  await inPage(
    options,
    (text: string) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], "dropped.json", { type: "application/json" }));
      const drop = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
      document.querySelector("#add-pack")!.dispatchEvent(drop);
      // Else the browser would go to the file.
      document.documentElement.dataset.kept = String(drop.defaultPrevented);
    },
    SAMPLE,
  );
  await options.waitForSelector("#pack-preview");
  expect(await inPage(options, () => document.documentElement.dataset.kept)).toBe("true");
});

test("of several files each is looked at, one after the other, and one that is refused does not keep the next away", async () => {
  const tulips = sampleWith(["id"], "org.example.tulips");
  await chooseAll({ "a.json": SAMPLE, "b.json": "{", "c.json": tulips });
  await options.waitForSelector("#pack-preview");
  expect(await textOf("#pack-waiting")).toMatch(/b\.json.*c\.json/);
  await tabAndPress(options, "#pack-yes");
  await options.waitForSelector(ROSES);
  await options.waitForSelector("#pack-refused");
  expect(await textOf("#pack-refused h3")).toContain("b.json");
  expect(await textOf("#packs-report")).toContain("Roses of our street");
  await tabAndPress(options, "#pack-next", "Enter", "back");
  await options.waitForSelector("#pack-preview");
  expect(await options.$("#pack-waiting")).toBeNull();
  await until("its title to have the focus", () => hasFocus(options, "#pack-preview h3"));
  await tabAndPress(options, "#pack-yes");
  await options.waitForSelector('.pack[data-pack="org.example.tulips"]');
  await until("the preview to be gone", async () => !(await options.$("#pack-preview")));
});

test("a new version says what it changes, takes the place of the old one, and can be undone", async () => {
  await installed(SAMPLE);
  await choose(sampleWith(["version"], "2").replace("A wild rose.", "A rose of the hedges."));
  await options.waitForSelector('[data-diff="sentences changed"]');
  expect(await textOf("#pack-replaces")).toContain("version");
  await tabAndPress(options, "#pack-yes");
  await until("the new version", async () => (await textOf(ROSES)).includes("version 2"));
  await tabAndPress(options, "#pack-restore", "Enter", "back");
  await until("the old version", async () => (await textOf(ROSES)).includes("version 1.2"));
});

test("one is switched off and put first, in every window at once", async () => {
  await installed(SAMPLE);
  const other = await openOptions();
  await other.waitForSelector(ROSES);
  await options.bringToFront();
  await options.focus(`${ROSES} input[type=checkbox]`);
  await options.keyboard.press(" ");
  await until("the other window to know", () =>
    inPage(
      other,
      (wanted: string) => document.querySelector<HTMLInputElement>(`${wanted} input`)?.checked === false,
      ROSES,
    ),
  );
  await options.keyboard.down("Alt");
  await options.keyboard.press("ArrowUp");
  await options.keyboard.up("Alt");
  for (const page of [options, other])
    await until("it to be the first", () =>
      inPage(page, (wanted: string) => document.querySelector(".pack")?.matches(wanted) === true, ROSES),
    );
  expect(await hasFocus(options, `${ROSES} input`)).toBe(true);
  await other.close();
});

test("saved as a file, it is byte for byte what came in", async () => {
  const file = `\ufeff${SAMPLE.replaceAll("\n", "\r\n")}\r\n`;
  await choose(file);
  await tabAndPress(options, "#pack-yes");
  await options.waitForSelector(ROSES);
  // Read as text, a blob loses its byte order mark.
  const save = `${ROSES} .pack-tools button:nth-child(4)`;
  const saved = await exportedBy(options, () => tabAndPress(options, save, "Enter", "back"));
  expect(saved).toBe(file.slice(1));
  expect(await inPage(options, () => document.documentElement.dataset.exportedSize)).toBe(
    String(Buffer.byteLength(file)),
  );
});

test("the bundled one is saved as a file as well, and that file is a pack like any other", async () => {
  const save = '.pack[data-pack="arab-news-2214726"] .pack-tools button:nth-child(4)';
  const saved = await exportedBy(options, () => tabAndPress(options, save));
  const bundled = await readAnalysis(inRoot("assets/analysis"));
  expect(saved).toBe(packText(bundled));
  expect(readPackFile(saved)).toEqual({ ok: true, pack: bundled });
});
