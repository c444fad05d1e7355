/** What a frame asks the background of installed packs: each part of its text once, until it is answered. */
import { beforeEach, expect, test, vi } from "vitest";
import { atOnce } from "../../../src/pack/steps.ts";
import { joinFilters, makeFilter, UNTOLD } from "../../../src/spot/sieve/make-filter.ts";
import { storeSieve } from "../../../src/spot/sieve/stored-sieve.ts";
import { runsWith, tellingRuns } from "../../../src/spot/sieve/telling-runs.ts";

interface Asked {
  keys: number[];
  known: number[];
}
/** What the background answers; `null`: nobody is there. */
let answers: (asked: Asked) => unknown;
const asked: Asked[] = [];
vi.mock("../../../src/content/extension/client.ts", () => ({
  RETRIES: [0],
  alive: () => true,
  request: async (_: string, { keys, known }: Asked) => {
    asked.push({ keys: [...keys], known: [...known] });
    return answers({ keys, known });
  },
}));
vi.mock("../../../src/content/page/dom/document.ts", () => ({ pageAddress: () => "https://news.example/" }));
const { AskedRuns } = await import("../../../src/content/sentinel/asked-runs.ts");

const list = atOnce(tellingRuns(["stimson center", "wilson center", "daesh"]));
const telling = storeSieve({ ...joinFilters([list.filter]), ...UNTOLD });
const background = ({ keys, known }: Asked) => {
  const found = runsWith(list, keys);
  const runs = [...found, ...runsWith(list, known)].flatMap(([, some]) => some);
  return { token: "b,1", keys: [...found.keys()], sieve: found.size > 0 ? storeSieve(makeFilter(runs)) : "" };
};
const never = new AbortController().signal;
let frame: InstanceType<typeof AskedRuns>;
const meets = (text: string) => {
  let met = false;
  frame.sift(text, () => {
    met = true;
    return true;
  });
  return met;
};

beforeEach(() => {
  answers = background;
  asked.length = 0;
  frame = new AskedRuns(telling, "b,1", false);
});

test("a text without any of its parts asks for nothing", async () => {
  expect(frame.sift("a center of gardens", () => true)).toBe(false);
  expect(await frame.ask(never)).toBe(false);
  expect(asked).toEqual([]);
});

test("what is behind a part is met from then on, and nothing else; each part is asked for once", async () => {
  expect(frame.sift("the Stimson family", () => true)).toBe(true);
  expect(await frame.ask(never)).toBe(true);
  expect(meets("the Stimson family's center")).toBe(false);
  expect(meets("the Stimson Center")).toBe(true);
  expect(await frame.ask(never)).toBe(false);
  expect(asked).toHaveLength(1);
});

test("what was found before stays found when more is", async () => {
  meets("Stimson");
  await frame.ask(never);
  meets("Wilson");
  expect(await frame.ask(never)).toBe(true);
  expect(asked[1]).toEqual({ keys: [expect.any(Number)], known: asked[0]!.keys });
  expect(meets("the Stimson Center") && meets("the Wilson Center")).toBe(true);
});

test("what nobody answers is asked for again", async () => {
  answers = () => null;
  expect(frame.sift("Daesh", () => true)).toBe(true);
  expect(await frame.ask(never)).toBeNull();
  expect(frame.sift("Daesh", () => true)).toBe(true);
  answers = background;
  expect(await frame.ask(never)).toBe(true);
  expect(meets("Daesh")).toBe(true);
});

test("an answer of other packs is none", async () => {
  answers = (wanted) => ({ ...background(wanted), token: "b,2" });
  meets("Daesh");
  expect(await frame.ask(never)).toBeNull();
  expect(meets("Daesh")).toBe(false);
});

test("what comes while an answer is waited for is asked for after it", async () => {
  meets("Stimson");
  const first = frame.ask(never);
  meets("Wilson");
  const second = frame.ask(never);
  expect([await first, await second]).toContain(true);
  expect(asked.flatMap(({ keys }) => keys)).toHaveLength(2);
  expect(meets("the Stimson Center") && meets("the Wilson Center")).toBe(true);
});

test("a frame that goes is answered no more", async () => {
  const life = new AbortController();
  meets("Daesh");
  const answer = frame.ask(life.signal);
  life.abort();
  expect(await answer).toBeNull();
});
