import "./fake-dom.ts";
import { describe, expect, it } from "vitest";
import { ReadQueue } from "../../../src/content/page/read/read-queue.ts";
import { element, emptyDocument } from "./fake-dom.ts";

const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => element(name)) as [
  Element,
  Element,
  Element,
  Element,
];
emptyDocument();

/** All that is taken out, `name` or `name+` where what is in it is meant as well. */
function takeAll(backlog: ReadQueue): string[] {
  const taken: string[] = [];
  for (let entry = backlog.take(); entry; entry = backlog.take())
    taken.push(
      `${entry.node === document ? "document" : (entry.node as Element).localName}${entry.deep ? "+" : ""}`,
    );
  return taken;
}

describe("what was noted", () => {
  it("comes once, in the order of the first notes; deep if any of them was", () => {
    const backlog = new ReadQueue();
    for (const [node, deep] of [
      [a, false],
      [b, true],
      [a, true],
      [b, false],
      [c, false],
    ] as const)
      backlog.note(node, deep, false);
    expect(takeAll(backlog)).toEqual(["a+", "b+", "c"]);
    expect(backlog.isEmpty).toBe(true);
    expect(backlog.take()).toBeNull();
  });

  it("is known until it is taken", () => {
    const backlog = new ReadQueue();
    backlog.note(a, false, false);
    expect([backlog.isNoted(a), backlog.isNoted(b), backlog.hasNotes]).toEqual([true, false, true]);
    backlog.take();
    expect([backlog.isNoted(a), backlog.hasNotes]).toEqual([false, false]);
  });

  it.each([
    ["in a page that is seen", false, 10_000],
    ["in one that nobody sees", true, 500],
  ])(
    "%s: of too much, all of the page is read anew instead, and no way down is gone on with",
    (_name, hidden, most) => {
      const backlog = new ReadQueue();
      backlog.descend([a, b], 1);
      for (let i = 0; i < most; i++) backlog.note(element("p"), false, hidden);
      expect(backlog.isNoted(document)).toBe(false);
      backlog.note(c, false, hidden);
      expect(takeAll(backlog)).toEqual(["document+"]);
    },
  );
});

describe("the way down", () => {
  it("is in document order: what is in a block comes before the block's next sibling", () => {
    const backlog = new ReadQueue();
    backlog.descend([a, d], 1);
    expect(backlog.take()?.node).toBe(a);
    backlog.descend([b, c], 1);
    expect(takeAll(backlog)).toEqual(["b+", "c+", "d+"]);
  });

  it("keeps its number, and each note begins one of its own", () => {
    const backlog = new ReadQueue();
    backlog.note(a, true, false);
    backlog.note(b, true, false);
    const first = backlog.take()!;
    const second = backlog.take()!;
    expect(second.descent).not.toBe(first.descent);
    backlog.descend([c, d], first.descent);
    expect([backlog.take()?.descent, backlog.take()?.descent]).toEqual([first.descent, first.descent]);
  });

  it("and notes take turns, so that neither waits for the end of the other", () => {
    const backlog = new ReadQueue();
    backlog.descend([a, b], 1);
    backlog.note(c, false, false);
    backlog.note(d, false, false);
    expect(takeAll(backlog)).toEqual(["a+", "c", "b+", "d"]);
  });

  it("of no blocks is nothing to be taken", () => {
    const backlog = new ReadQueue();
    backlog.descend([], 1);
    expect(backlog.isEmpty).toBe(true);
  });
});
