import { beforeEach, describe, expect, it, vi } from "vitest";
import type { OmniboxAnswers, OmniboxLine } from "../../src/background/omnibox.ts";

type Suggest = (lines: Array<{ content: string; description: string }>) => void;
const heard: {
  started?: () => void;
  changed?: (text: string, suggest: Suggest) => void;
  entered?: (text: string, disposition: string) => void;
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
const { serveOmnibox } = await import("../../src/background/omnibox.ts");

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
const answers: OmniboxAnswers = {
  suggest: vi.fn((typed) => (typed === "nothing" ? [] : lines)),
  resolve: vi.fn((text) => (text === "nothing" ? null : "ttp")),
};
const make = vi.fn(() => answers);
const open = vi.fn(async () => undefined);
const openAtlas = vi.fn(async () => undefined);

beforeEach(() => {
  vi.clearAllMocks();
  api.runtime.getURL = () => "chrome-extension://abc/";
  serveOmnibox(make, open, openAtlas);
});

function typed(text: string) {
  const suggest = vi.fn<Suggest>();
  heard.changed!(text, suggest);
  expect(suggest).toHaveBeenCalledTimes(1);
  return suggest.mock.calls[0]![0];
}

describe("the lines under the address bar", () => {
  it("begin with the best, for that is what Enter opens; the others follow", () => {
    expect(typed("tom").map(({ content }) => content)).toEqual(["Second"]);
    expect(first).toHaveBeenCalledTimes(1);
  });

  it("are XML for Chrome: marked, escaped, and without what no XML can hold", () => {
    const [second] = typed("tom");
    expect(second!.description).toBe("a &lt; b");
    expect(first.mock.lastCall![0].description).toBe(
      "<match>&lt;b&gt;Tom</match> &amp; &quot;Jerry&apos;s&quot;   <dim> — x</dim>",
    );
  });

  it("are plain text for Firefox", () => {
    api.runtime.getURL = () => "moz-extension://abc/";
    const [second] = typed("tom");
    expect(second!.description).toBe("a < b");
    expect(first.mock.lastCall![0].description).toMatch(/^<b>Tom & "Jerry's"/);
  });

  it("say that nothing was found, with what was typed, escaped", () => {
    vi.mocked(answers.suggest).mockReturnValueOnce([]);
    expect(typed("<x> & y")).toEqual([]);
    expect(first.mock.lastCall![0].description).toBe(
      "<dim>Nothing in the analysis matches “&lt;x&gt; &amp; y”.</dim>",
    );
  });

  it("say what can be typed before anything is, and make no search for it", () => {
    heard.started!();
    expect(first.mock.lastCall![0].description).toMatch(/^<dim>Search the analysis/);
    expect(typed("   ")).toEqual([]);
    expect(first.mock.lastCall![0].description).toMatch(/^<dim>Search the analysis/);
    expect(make).not.toHaveBeenCalled();
  });

  it("are looked up for as much as a query can be", () => {
    typed(`${"x".repeat(199)}\u{1f600}`);
    expect(vi.mocked(answers.suggest).mock.lastCall![0]).toBe(`${"x".repeat(199)}\ufffd`);
  });
});

describe("what is chosen", () => {
  it.each(["currentTab", "newForegroundTab", "newBackgroundTab"])("opens: %s", (disposition) => {
    heard.entered!(" Tom & Jerry ", disposition);
    expect(answers.resolve).toHaveBeenLastCalledWith("Tom & Jerry");
    expect(open).toHaveBeenLastCalledWith(disposition, { entity: "ttp" });
  });

  it("is a search, where nothing was found", () => {
    heard.entered!("nothing", "currentTab");
    expect(open).toHaveBeenLastCalledWith("currentTab", { query: "nothing" });
  });

  it("is an empty search, where nothing was typed", () => {
    heard.entered!("", "currentTab");
    expect(open).toHaveBeenLastCalledWith("currentTab", {});
  });
});

describe("the atlas", () => {
  it.each([
    ["atlas", null],
    ["  Atlas ", null],
    ["atlas tom", "ttp"],
    ["atlas nothing", null],
  ])("is opened by “%s”", (text, entity) => {
    expect(typed(text)).toEqual([]);
    heard.entered!(text, "newForegroundTab");
    expect(openAtlas).toHaveBeenLastCalledWith("newForegroundTab", entity);
    expect(open).not.toHaveBeenCalled();
  });

  it("is not what a longer word means", () => {
    heard.entered!("atlases", "currentTab");
    expect(openAtlas).not.toHaveBeenCalled();
  });
});

it("is left out where the browser has no such thing", () => {
  const { omnibox } = api;
  api.omnibox = undefined;
  expect(() => serveOmnibox(make, open, openAtlas)).not.toThrow();
  api.omnibox = omnibox;
});
