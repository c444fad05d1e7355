import { beforeEach, expect, test } from "vitest";
import { withProvided } from "../../../src/background/packs/provided.ts";
import type { PackStore } from "../../../src/background/packs/store.ts";
import type { PackEntry } from "../../../src/messages/packs.ts";
import { readPackFile } from "../../../src/pack/format/read-pack.ts";
import { sampleWith } from "../../pack/format/samples.ts";

/** A store that keeps files and nothing else. */
class Files implements PackStore {
  readonly files = new Map<string, string>();
  full = false;
  removed: PackEntry | null = null;
  async list() {
    const packs = [...this.files.keys()].map((id) => ({ id }) as PackEntry);
    return { packs, removed: this.removed };
  }
  installs = 0;
  async install(text: string) {
    this.installs++;
    const result = readPackFile(text);
    if (!result.ok || this.full) return { ok: false as const, problems: [], more: 0 };
    const { id } = result.pack;
    const replaced = this.files.has(id);
    this.files.set(id, text);
    return { ok: true as const, entry: { id } as PackEntry, replaced };
  }
  async remove(id: string) {
    return this.files.delete(id);
  }
  async restore() {
    return true;
  }
  async text(id: string) {
    return this.files.get(id) ?? null;
  }
}

let files: Files;
let policy: unknown;
let stored: Record<string, unknown>;
const area = {
  get: async () => stored,
  set: async (items: Record<string, unknown>) => void Object.assign(stored, items),
};
const managed = { get: async () => policy as Record<string, unknown> };
const awake = () => withProvided(files, area, managed);

beforeEach(() => {
  files = new Files();
  policy = {};
  stored = {};
});

const roses = sampleWith(["version"], "1");
const roses2 = sampleWith(["version"], "2");
const ID = "org.example.roses";

test("what a policy provides is installed, replaced and removed with it, whenever the background wakes", async () => {
  policy = { managedPacks: [roses] };
  await awake().follow();
  expect([...files.files]).toEqual([[ID, roses]]);
  expect((await awake().list()).packs).toEqual([{ id: ID, provided: true }]);
  await awake().follow();
  expect(files.installs).toBe(1);
  policy = { managedPacks: [roses2] };
  await awake().follow();
  expect(files.files.get(ID)).toBe(roses2);
  policy = {};
  await awake().follow();
  expect(files.files.size).toBe(0);
});

test("without a policy nothing is written", async () => {
  await awake().follow();
  expect(stored).toEqual({});
});

test("a reader neither replaces nor removes it, and what is the reader's own stays", async () => {
  const own = sampleWith(["id"], "own");
  await awake().install(own);
  policy = { managedPacks: [roses] };
  const packs = awake();
  await packs.follow();
  expect(await packs.install(roses2)).toMatchObject({ ok: false, problems: [{ fault: ["faultLocked"] }] });
  expect(await packs.remove(ID)).toBe(false);
  files.removed = { id: ID } as PackEntry;
  expect(await packs.list()).toMatchObject({ removed: null });
  expect(await packs.restore()).toBe(false);
  files.removed = { id: "other" } as PackEntry;
  expect(await packs.restore()).toBe(true);
  expect(files.files.get(ID)).toBe(roses);
  policy = {};
  await packs.follow();
  expect([...files.files.keys()]).toEqual(["own"]);
  expect(await packs.remove("own")).toBe(true);
});

test("what is no pack is left out, and what could not be stored is tried again", async () => {
  policy = { managedPacks: [7, "{", null, roses] };
  files.full = true;
  await awake().follow();
  expect((await awake().list()).packs).toEqual([]);
  files.full = false;
  await awake().follow();
  expect([...files.files.keys()]).toEqual([ID]);
  policy = { managedPacks: "all of them" };
  await awake().follow();
  expect(files.files.size).toBe(0);
});

test("a policy that cannot be read changes nothing", async () => {
  policy = { managedPacks: [roses] };
  await awake().follow();
  const packs = withProvided(files, area, { get: () => Promise.reject(new Error("not now")) });
  await packs.follow();
  expect([...files.files.keys()]).toEqual([ID]);
});
