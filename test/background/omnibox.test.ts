import { beforeEach, describe, expect, it, vi } from "vitest";
import type { OmniboxAnswers, OmniboxLine } from "../../src/background/ways-in/omnibox.ts";

type Suggest = (lines: Array<{ content: string; description: string }>) => void;
const heard: {
  started?: () => void;
  changed?: (text: string, suggest: Suggest) => void;
  entered?: (text: string, disposition: string) => Promise<void>;
} = {};
const first = vi.fn();
const api = {
  runtime: { getURL: () => "chrome-extension://abc/" },
  omnibox: {
    setDefaultSuggestion: first,
    onInputStarted: { addListener: (listener: () => void) => (heard.started = listener) },
    onInputChanged: {
      addListener: (listener: NonNullable<typeof heard.changed>) => (heard.changed = listener),
    },
    onInputEntered: {
      addListener: (listener: NonNullable<typeof heard.entered>) => (heard.entered = listener),
    },
  } as object | undefined,
};
vi.mock("webextension-polyfill", () => ({ default: api }));
const { serveOmnibox } = await import("../../src/background/ways-in/omnibox.ts");

const lines: OmniboxLine[] = [
  {
    content: "Tom & Jerry",
    parts: [
      { text: "<b>Tom", kind: "match" },
      { text: ' & "Jerry\'s"\u0000\ufffe\ud800', kind: "plain" },
      { text: " — x", kind: "dim" },
    ],
  },
  { content: "Second", parts: [{ text: "a < b", kind: "plain" }] },
];
const suggester = {
  suggest: vi.fn((typed: string) => (typed === "nothing" ? [] : lines)),
  resolve: vi.fn((text: string) => (text === "nothing" ? null : "ttp")),
};
const answers: OmniboxAnswers = {
  prepare: vi.fn(async () => undefined),
  isWhole: vi.fn(() => true),
  suggester: vi.fn(() => suggester),
};
const open = vi.fn(async () => undefined);
const openAtlas = vi.fn(async () => undefined);

beforeEach(() => {
  vi.clearAllMocks();
  vi.mocked(answers.prepare).mockResolvedValue(undefined);
  api.runtime.getURL = () => "chrome-extension://abc/";
  serveOmnibox(answers, open, openAtlas);
});

async function typed(text: string) {
  const suggest = vi.fn<Suggest>();
  heard.changed!(text, suggest);
  await vi.waitFor(() => expect(suggest).toHaveBeenCalledTimes(1));
  return suggest.mock.calls[0]![0];
}

describe("the lines under the address bar", () => {
  it("begin with the best, for that is what Enter opens; the others follow", async () => {
    expect((await typed("tom")).map(({ content }) => content)).toEqual(["Second"]);
    expect(first).toHaveBeenCalledTimes(1);
  });

  it("are XML for Chrome: marked, escaped, and without what no XML can hold", async () => {
    const [second] = await typed("tom");
    expect(second!.description).toBe("a &lt; b");
    expect(first.mock.lastCall![0].description).toBe(
      "<match>&lt;b&gt;Tom</match> &amp; &quot;Jerry&apos;s&quot;   <dim> — x</dim>",
    );
  });

  it("are plain text for Firefox", async () => {
    api.runtime.getURL = () => "moz-extension://abc/";
    const [second] = await typed("tom");
    expect(second!.description).toBe("a < b");
    expect(first.mock.lastCall![0].description).toMatch(/^<b>Tom & "Jerry's"/);
  });

  it("say that nothing was found, with what was typed, escaped", async () => {
    suggester.suggest.mockReturnValueOnce([]);
    expect(await typed("<x> & y")).toEqual([]);
    expect(first.mock.lastCall![0].description).toBe("<dim>Nothing matches “&lt;x&gt; &amp; y”.</dim>");
  });

  it("say nothing of the kind while analyses are still being read", async () => {
    suggester.suggest.mockReturnValueOnce([]);
    vi.mocked(answers.isWhole).mockReturnValueOnce(false);
    await typed("x");
    expect(first.mock.lastCall![0].description).toMatch(/^<dim>Search: /);
  });

  it("say what can be typed before anything is, and make no search for it", async () => {
    heard.started!();
    expect(first.mock.lastCall![0].description).toMatch(/^<dim>Search: /);
    expect(await typed("   ")).toEqual([]);
    expect(first.mock.lastCall![0].description).toMatch(/^<dim>Search: /);
    expect(answers.prepare).not.toHaveBeenCalled();
  });

  it("are looked up for as much as a query can be", async () => {
    await typed(`${"x".repeat(199)}\u{1f600}`);
    expect(suggester.suggest.mock.lastCall![0]).toBe(`${"x".repeat(199)}\ufffd`);
  });
});

describe("packs that take longer than a letter", () => {
  it("are waited for a moment and no longer, and what comes too late for its letter is not shown", async () => {
    vi.useFakeTimers();
    vi.mocked(answers.prepare).mockReturnValue(new Promise(() => undefined));
    const [before, now] = [vi.fn<Suggest>(), vi.fn<Suggest>()];
    heard.changed!("to", before);
    await vi.advanceTimersByTimeAsync(100);
    heard.changed!("tom", now);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(before).not.toHaveBeenCalled();
    expect(now).toHaveBeenCalledTimes(1);
    expect(suggester.suggest.mock.calls).toEqual([["tom"]]);
    vi.useRealTimers();
  });

  it("are looked at once while the reader types, and again the next time", async () => {
    heard.started!();
    await typed("t");
    await typed("to");
    expect(answers.prepare).toHaveBeenCalledTimes(1);
    heard.started!();
    await typed("t");
    expect(answers.prepare).toHaveBeenCalledTimes(2);
  });
});

describe("what is chosen", () => {
  it.each(["currentTab", "newForegroundTab", "newBackgroundTab"])("opens: %s", async (disposition) => {
    await heard.entered!(" Tom & Jerry ", disposition);
    expect(suggester.resolve).toHaveBeenLastCalledWith("Tom & Jerry");
    expect(open).toHaveBeenLastCalledWith(disposition, { entity: "ttp" });
  });

  it("is a search, where nothing was found", async () => {
    await heard.entered!("nothing", "currentTab");
    expect(open).toHaveBeenLastCalledWith("currentTab", { query: "nothing" });
  });

  it("is an empty search, where nothing was typed", async () => {
    await heard.entered!("", "currentTab");
    expect(open).toHaveBeenLastCalledWith("currentTab", {});
  });
});

describe("the atlas", () => {
  it.each([
    ["atlas", null],
    ["  Atlas ", null],
    ["atlas tom", "ttp"],
    ["atlas nothing", null],
  ])("is opened by “%s”", async (text, entity) => {
    expect(await typed(text)).toEqual([]);
    await heard.entered!(text, "newForegroundTab");
    expect(openAtlas).toHaveBeenLastCalledWith("newForegroundTab", entity);
    expect(open).not.toHaveBeenCalled();
  });

  it("is not what a longer word means", async () => {
    await heard.entered!("atlases", "currentTab");
    expect(openAtlas).not.toHaveBeenCalled();
  });
});

it("is left out where the browser has no such thing", () => {
  const { omnibox } = api;
  api.omnibox = undefined;
  expect(() => serveOmnibox(answers, open, openAtlas)).not.toThrow();
  api.omnibox = omnibox;
});
