/** `npm run pack -- preview`: a pack on a page while it is being written. A change is shown, a mistake is told and changes nothing. */
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";
import { inRoot } from "../../scripts/lib/paths.ts";
import { textsOf } from "../harness/driver/marks.ts";
import { listPacks } from "../harness/driver/packs.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import { type Preview, startPreview } from "../harness/preview/preview.ts";

let folder: string;
let preview: Preview | null;
/** What it has told. */
const told: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sidelight-previewed-"));
  preview = null;
  told.length = 0;
  for (const way of ["log", "error"] as const)
    vi.spyOn(console, way).mockImplementation((line) => void told.push(line));
});

afterEach(async () => {
  await preview?.close();
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

test("the article beside a pack is shown with its names; each change is, and what is refused is told with its place", async () => {
  const file = join(folder, "lamps.sidelight.json");
  await copyFile(inRoot("examples/harrowmere.sidelight.json"), file);
  await copyFile(inRoot("examples/harrowmere.md"), join(folder, "lamps.md"));
  preview = await startPreview({ browser: inject("browser"), file, shown: false });
  const { web, driver } = preview!;
  const marked = async () => new Set(await textsOf(web().page));
  await until("its names to be marked", async () => (await marked()).has("Harrowmere Lamp Society"));

  const pack = await readFile(file, "utf8");
  const reloaded = async (what: string, content: string) => {
    await inPage(web().page, () => {
      document.documentElement.dataset.before = "";
    });
    await writeFile(file, content);
    await until(what, () =>
      inPage(web().page, () => document.documentElement.dataset.before === undefined).catch(() => false),
    );
  };
  await reloaded("the page to be loaded anew", pack.replace("{Harrowmere ,}Lamp Society", "Nobody at all"));
  await until("the name to be gone", async () => {
    const now = await marked();
    return now.size > 0 && !now.has("Harrowmere Lamp Society");
  });

  const before = await listPacks(driver);
  await writeFile(file, pack.replace('"kind": "group"', '"kind": "lamp"'));
  const line = pack.slice(0, pack.indexOf('"kind": "group"')).split("\n").length;
  await until("the mistake to be told", () => told.some((said) => said.includes(`Line ${line}`)));
  await until("that nothing changes", () => told.at(-1)?.includes("what was shown before stays"));
  expect(await listPacks(driver)).toEqual(before);

  await reloaded("the page of the mended file", pack);
  await until("the name to be back", async () => (await marked()).has("Harrowmere Lamp Society"));

  await writeFile(file, pack.replace('"id": "example-harrowmere"', '"id": "renamed"'));
  await until("the other id, and it alone", async () => {
    const packs = (await listPacks(driver))?.packs ?? [];
    return packs.flatMap(({ id, bundled }) => (bundled ? [] : [id])).join() === "renamed";
  });
});

test("a pack that is refused at once opens no browser", async () => {
  const file = join(folder, "bad.json");
  await writeFile(file, '{ "format": "sidelight-pack/1" }');
  expect(await startPreview({ browser: inject("browser"), file, shown: false })).toBeNull();
  expect(told.some((line) => line.includes("bad.json: Line 1"))).toBe(true);
});
