/** Where the popup gets the pack from, and what it does where it cannot. */
import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { loadAnalysis } from "../../scripts/lib/analysis/load.ts";
import { encodePack, PACK_KEYS } from "../../src/pack/stored.ts";

const get = vi.fn();
const sendMessage = vi.fn();
vi.mock("webextension-polyfill", () => ({
  default: { storage: { local: { get } }, runtime: { sendMessage } },
}));
vi.stubGlobal("scheduler", { yield: async () => {} });
const { readPack } = await import("../../src/browser/packs/pack-reader.ts");

const analysis = await loadAnalysis("assets/analysis");
const text = encodePack(analysis);
/** As the build makes it. */
const ID = createHash("sha256").update(text).digest("hex").slice(0, 32);
const asked = { type: "pack.text", request: {} };

describe("the pack of the popup", () => {
  beforeEach(() => {
    get.mockReset().mockResolvedValue({ [PACK_KEYS.id]: ID, [PACK_KEYS.text]: text });
    sendMessage.mockReset().mockResolvedValue({ id: ID, text });
  });

  it("comes out of storage, and nobody is woken for it", async () => {
    const index = await readPack(ID);
    expect(index?.pack.entities.map(({ id }) => id)).toEqual(analysis.entities.map(({ id }) => id));
    expect(sendMessage).not.toHaveBeenCalled();
  });

  it("brings the names over with their languages", async () => {
    const pairs = (pack: typeof analysis | undefined) =>
      pack?.entities.flatMap(({ aliases }) => aliases.map((alias) => `${alias.lang} ${alias.text}`)).sort();
    expect(pairs((await readPack(ID))?.pack)).toEqual(pairs(analysis));
  });

  const faults: Array<[what: string, fault: () => void]> = [
    ["is empty", () => get.mockResolvedValue({})],
    [
      "holds that of another build",
      () => get.mockResolvedValue({ [PACK_KEYS.id]: "x", [PACK_KEYS.text]: "" }),
    ],
    ["holds no text", () => get.mockResolvedValue({ [PACK_KEYS.id]: ID, [PACK_KEYS.text]: 1 })],
    [
      "holds half of it",
      () => get.mockResolvedValue({ [PACK_KEYS.id]: ID, [PACK_KEYS.text]: text.slice(0, 999) }),
    ],
    [
      "holds another sentence under the same id",
      () => get.mockResolvedValue({ [PACK_KEYS.id]: ID, [PACK_KEYS.text]: text.replace("a", "o") }),
    ],
    ["cannot be read", () => get.mockRejectedValue(new Error("no"))],
    [
      "throws",
      () =>
        get.mockImplementation(() => {
          throw new Error("no");
        }),
    ],
  ];

  it.each(faults)("comes from the background where storage %s", async (_what, fault) => {
    fault();
    expect((await readPack(ID))?.entities.has("ttp")).toBe(true);
    expect(sendMessage.mock.calls).toEqual([[asked]]);
  });

  it.each([
    ["does not answer", () => sendMessage.mockRejectedValue(new Error("no"))],
    ["has none", () => sendMessage.mockResolvedValue(null)],
    ["is of another build", () => sendMessage.mockResolvedValue({ id: "x", text })],
    ["sends something else", () => sendMessage.mockResolvedValue({ id: ID, text: "{" })],
  ])("cannot be had where the background %s either", async (_what, fault) => {
    get.mockRejectedValue(new Error("no"));
    fault();
    expect(await readPack(ID)).toBeNull();
  });
});
