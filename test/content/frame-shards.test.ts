/** Names of installed packs in a frame: whatever a page is long, no text of it is left out. */
import { expect, test, vi } from "vitest";

vi.mock("../../src/content/extension/client.ts", () => ({
  request: async () => ({ token: "b,1", bundled: 0, telling: "told" }),
  alive: () => true,
  RETRIES: [0],
}));
vi.mock("../../src/content/page/dom/document.ts", () => ({ pageAddress: () => "https://news.example/" }));
/** Every text has something to be asked for, until it has been. */
vi.mock("../../src/content/sentinel/asked-runs.ts", () => ({
  MOST_KEYS: 10_000,
  insist: (ask: () => unknown) => ask(),
  AskedRuns: class {
    #isAnswered = false;
    sift() {
      return !this.#isAnswered;
    }
    async ask() {
      this.#isAnswered = true;
      return true;
    }
  },
}));
const { FrameShards } = await import("../../src/content/frame-shards.ts");

test("where more texts wait than are kept, all is read again, once", async () => {
  const shards = new FrameShards("b,1");
  const { signal } = new AbortController();
  await shards.begin();
  for (let i = 0; i <= 10_000; i++) shards.sift(`text ${i}`);
  expect(await shards.bring(signal)).toBe(true);
  shards.sift("and another");
  expect(await shards.bring(signal)).toBe(false);
});
