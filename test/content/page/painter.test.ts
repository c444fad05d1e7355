import "./fake-dom.ts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type HighlightName, HighlightPainter } from "../../../src/content/page/paint/painter.ts";
import { emptyDocument, text, wordsOf } from "./fake-dom.ts";

/** The clock, ms. */
let now: number;
let painter: HighlightPainter;

/** All of the words, as a mark's range. */
function range(words: string): StaticRange {
  const node = text(words);
  return new StaticRange({
    startContainer: node,
    startOffset: 0,
    endContainer: node,
    endOffset: words.length,
  });
}
const [a, b, c] = ["a", "b", "c"].map(range) as [StaticRange, StaticRange, StaticRange];

const paint = (...marks: Array<[StaticRange, HighlightName]>) => painter.paint(new Map(marks));

/** What the registry has, `name: a b`. */
const registry = () =>
  [...(CSS.highlights as unknown as Map<string, Set<StaticRange>>)].map(
    ([name, ranges]) => `${name}: ${wordsOf([...ranges]).replaceAll("|", " ")}`,
  );

beforeEach(() => {
  emptyDocument();
  now = 100_000;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  painter = new HighlightPainter();
});
afterEach(() => vi.restoreAllMocks());

describe("paint", () => {
  it("is exactly what is wanted", () => {
    paint([a, "sidelight-dotted"], [b, "sidelight-dotted"]);
    expect(registry()).toEqual(["sidelight-dotted: a b"]);
    paint([b, "sidelight-dotted"], [c, "sidelight-dotted"]);
    expect(registry()).toEqual(["sidelight-dotted: b c"]);
  });

  it("goes from one style to another", () => {
    paint([a, "sidelight-dotted"], [b, "sidelight-dotted"]);
    paint([a, "sidelight-wavy"], [b, "sidelight-dotted"]);
    expect(registry().sort()).toEqual(["sidelight-dotted: b", "sidelight-wavy: a"]);
    paint([a, "sidelight-wavy"], [b, "sidelight-wavy"]);
    expect(registry()).toEqual(["sidelight-wavy: a b"]);
  });

  it("touches only what differs: the browser repaints what is added", () => {
    paint([a, "sidelight-dotted"], [b, "sidelight-dotted"]);
    const highlight = CSS.highlights.get("sidelight-dotted")!;
    const [add, remove] = [vi.spyOn(highlight, "add"), vi.spyOn(highlight, "delete")];
    paint([a, "sidelight-dotted"], [c, "sidelight-dotted"]);
    expect(add.mock.calls).toEqual([[c]]);
    expect(remove.mock.calls).toEqual([[b]]);
  });

  it("of nothing leaves nothing of us in the registry", () => {
    paint([a, "sidelight-dotted"]);
    paint();
    expect(registry()).toEqual([]);
  });

  it("puts back a range that the page has taken out", () => {
    paint([a, "sidelight-dotted"], [b, "sidelight-dotted"]);
    CSS.highlights.get("sidelight-dotted")!.delete(a);
    paint([a, "sidelight-dotted"], [b, "sidelight-dotted"]);
    expect(registry()).toEqual(["sidelight-dotted: b a"]);
  });

  it("after all were dropped is in the registry again", () => {
    paint([a, "sidelight-dotted"]);
    painter.drop([a]);
    CSS.highlights.clear();
    paint([b, "sidelight-dotted"]);
    expect(registry()).toEqual(["sidelight-dotted: b"]);
  });
});

describe("what is dropped", () => {
  it("goes at once, and only that", () => {
    paint([a, "sidelight-dotted"], [b, "sidelight-wavy"]);
    painter.drop([a, c]);
    expect(registry()).toEqual(["sidelight-dotted: ", "sidelight-wavy: b"]);
  });

  it("is painted again when it is wanted again", () => {
    paint([a, "sidelight-dotted"], [b, "sidelight-dotted"]);
    painter.drop([a]);
    paint([a, "sidelight-dotted"], [b, "sidelight-dotted"]);
    expect(registry()).toEqual(["sidelight-dotted: b a"]);
  });
});

describe("a registry that the page clears", () => {
  beforeEach(() => paint([a, "sidelight-dotted"]));

  it("has our entries again, also where another stands in their place", () => {
    CSS.highlights.clear();
    painter.assert();
    expect(registry()).toEqual(["sidelight-dotted: a"]);
    now += 60_000;
    CSS.highlights.set("sidelight-dotted", new Highlight());
    painter.assert();
    expect(registry()).toEqual(["sidelight-dotted: a"]);
  });

  it("again and again is left alone ever longer, a minute at most", () => {
    const gaps: number[] = [];
    let last = now;
    for (const end = now + 400_000; now < end; now += 50) {
      CSS.highlights.clear();
      painter.assert();
      if (CSS.highlights.size === 0) continue;
      gaps.push(now - last);
      last = now;
    }
    expect(gaps.slice(0, 6)).toEqual([0, 250, 500, 1_000, 2_000, 4_000]);
    expect(gaps.slice(6)).toEqual([8_000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000, 60_000]);
  });

  it("that has let it be for a minute is trusted as at first", () => {
    const clearedAfter = (ms: number) => {
      now += ms;
      painter.assert();
      CSS.highlights.clear();
      painter.assert();
      return CSS.highlights.size === 1;
    };
    expect([0, 500, 1_000].map(clearedAfter)).toEqual([true, true, true]);
    expect(clearedAfter(61_000)).toBe(true);
    expect(clearedAfter(250)).toBe(true);
  });

  it("of what is not painted any more is left as it is", () => {
    paint();
    painter.assert();
    expect(registry()).toEqual([]);
  });
});

describe("the page's own highlights", () => {
  it("stay, also one that has been put under a name of ours", () => {
    const own = new Highlight();
    CSS.highlights.set("search", own);
    paint([a, "sidelight-dotted"], [b, "sidelight-wavy"]);
    CSS.highlights.set("sidelight-dotted", own);
    painter.clear();
    expect([...CSS.highlights]).toEqual([
      ["search", own],
      ["sidelight-dotted", own],
    ]);
  });

  it("stay when what another copy has left is taken away", () => {
    CSS.highlights.set("search", new Highlight());
    paint([a, "sidelight-dotted"], [b, "sidelight-tint-low"]);
    HighlightPainter.removeLeftovers();
    expect([...CSS.highlights.keys()]).toEqual(["search"]);
  });
});
