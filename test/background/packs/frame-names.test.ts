/** What frames are told of installed packs, of which some may be late. */
import { expect, test, vi } from "vitest";
import type { PackArea } from "../../../src/background/packs/area.ts";
import { PacksInUse } from "../../../src/background/packs/in-use.ts";
import { VERSION } from "../../../src/settings/migrations.ts";
import { compiled, packOf } from "./pack.ts";

vi.mock("../../../src/background/bundled.ts", () => ({ isBundledEntity: () => false }));
vi.mock("sidelight:sieve", () => ({ bundledSieve: { links: [], stored: "", places: "", entry: {} } }));
const { FrameNames } = await import("../../../src/background/frame-names.ts");

const tableOf = (id: string, text: string) =>
  compiled(packOf(id, [{ id: "one", name: text, aliases: [{ text, lang: "en" }] }])).table;
const PAGE = "https://news.example/";

test("a pack whose table came late is told of when it is there, beside one that was there before", async () => {
  const tables = new Map([[2, tableOf("streets", "Mill Lane")]]);
  const entries = [1, 2].map((install) => ({ id: `pack${install}`, install, installed: install, shards: 1 }));
  const area = {
    getAll: async () => entries,
    get: async (_: string, install: number) => tables.get(install),
  } as unknown as PackArea;
  const settings = { get: async () => ({ settings: { version: VERSION, revision: 1, values: {} } }) };
  const frames = () => new FrameNames(settings as never, new PacksInUse(area, "bundled"));
  const names = frames();
  const before = (await names.packNames(PAGE))!.telling;
  tables.set(1, tableOf("harbours", "Lantern Guild"));
  const after = (await names.packNames(PAGE))!.telling;
  expect(before).not.toBe("");
  expect(after).not.toBe(before);
  expect(after).toBe((await frames().packNames(PAGE))!.telling);
});
