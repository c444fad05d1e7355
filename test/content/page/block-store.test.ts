import "./fake-dom.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { BlockStore } from "../../../src/content/page/read/block-store.ts";
import { MentionStore } from "../../../src/content/page/read/mentions/mention-store.ts";
import type { Block, Flow } from "../../../src/content/page/types.ts";
import type { NameSource } from "../../../src/pack/types.ts";
import { compileLexicon } from "../../../src/spot/names/lexicon.ts";
import { element, emptyDocument, text } from "./fake-dom.ts";

/** UTF-16 code units of text kept of a page at most, and blocks that are remembered beyond. */
const TEXT_CAP = 10_000_000;
const HEADING_CAP = 5_000;

const NAMES: NameSource = {
  entities: [
    {
      id: "daesh",
      aliases: [{ text: "Daesh", lang: "en", trust: "sure" }],
      decoys: [],
      cues: { for: [], against: [] },
    },
  ],
  ambiguities: [],
} as unknown as NameSource;

let page: ReturnType<typeof emptyDocument>;
let found: MentionStore;
let kept: BlockStore;

beforeEach(() => {
  page = emptyDocument();
  found = new MentionStore({ onStale: () => {}, onGone: () => {} });
  kept = new BlockStore(found, () => {});
  kept.readFor([compileLexicon(NAMES)]);
});

function blockOf(words: string, name = "p"): { block: Element; flow: Flow } {
  const node = text(words);
  const block = element(name, [node]);
  page.append(block as never);
  const flow: Flow = {
    block,
    text: words,
    nodes: [node],
    starts: [0],
    joints: [],
    breaks: [],
    leads: true,
    visit: null,
  };
  return { block, flow };
}

/** Reads a block of one flow to its end. */
function read({ block, flow }: { block: Element; flow: Flow }, isHeading = false, way = 1): void {
  const begun = kept.begin(block, isHeading, way);
  kept.take(flow, begun, way);
  kept.finish(begun);
}

/** Has what is open decided and found, as the reader does; all of it in order, `text of the block: section`. */
function mentions(): string[] {
  for (const flow of kept.spots!.settling()) if (flow) found.take(flow, kept.spots!.mentions(flow));
  for (const _ of found.order.settle(false, () => 0));
  return [...found.order.mentions()].map(([{ node }, section]) => `${node.data}: ${section}`);
}

describe("what is kept", () => {
  it("has mentions, in the sections of the headings", () => {
    read(blockOf("Before, Daesh."));
    read(blockOf("A heading", "h2"), true);
    read(blockOf("Behind, Daesh."));
    read(blockOf("Nobody."));
    expect(mentions()).toEqual(["Before, Daesh.: 0", "Behind, Daesh.: 1"]);
  });

  it("of one way down is numbered as it was come upon, if it leads its block", () => {
    const [one, two, three] = [blockOf("Daesh."), blockOf("Daesh."), blockOf("Daesh.")];
    two.flow.leads = false;
    for (const each of [one, two, three]) read(each, false, 7);
    expect(one.flow.visit!.descent).toBe(7);
    expect(two.flow.visit).toBeNull();
    expect(three.flow.visit!.index).toBeGreaterThan(one.flow.visit!.index);
  });

  it("goes when its block is begun anew, and is let go with it", () => {
    const { block, flow } = blockOf("Daesh.");
    read({ block, flow });
    expect(mentions()).toHaveLength(1);
    kept.begin(block, false, 2);
    expect(mentions()).toEqual([]);
    expect(kept.spots!.mentions(flow)).toEqual([]);
  });

  it("goes with what has left the document, and with what is read no more", () => {
    const [one, two, three] = [blockOf("One: Daesh."), blockOf("Two: Daesh."), blockOf("Three: Daesh.")];
    for (const each of [one, two, three]) read(each);
    mentions();
    (one.block as unknown as { remove(): void }).remove();
    kept.forgetGone();
    expect(mentions()).toEqual(["Two: Daesh.: 0", "Three: Daesh.: 0"]);
    kept.forgetUnless((block: Block) => block !== two.block);
    expect(mentions()).toEqual(["Three: Daesh.: 0"]);
  });

  it("a heading that goes takes its section along", () => {
    const title = blockOf("A heading", "h2");
    read(title, true);
    read(blockOf("Behind, Daesh."));
    expect(mentions()).toEqual(["Behind, Daesh.: 1"]);
    kept.forget(title.block);
    expect(mentions()).toEqual(["Behind, Daesh.: 0"]);
  });
});

describe("more text than is kept", () => {
  const long = `Daesh ${" and".repeat(TEXT_CAP / 8)}`;

  it("is left, said to be, and offered again when half of the room is free", () => {
    const [one, two, three] = [blockOf(long), blockOf(long), blockOf("Three: Daesh.")];
    for (const each of [one, two, three]) read(each);
    expect(kept.capped).toBe(true);
    expect(mentions()).toHaveLength(2);
    expect(kept.takeLeft()).toEqual([]);
    kept.forget(one.block);
    const left = kept.takeLeft();
    expect(left).toEqual([two.block]);
    expect(kept.capped).toBe(false);
  });

  it("is not remembered when it has left the document", () => {
    const [one, two] = [blockOf(long), blockOf(long)];
    for (const each of [one, two]) read(each);
    expect(kept.capped).toBe(true);
    (two.block as unknown as { remove(): void }).remove();
    kept.forgetGone();
    expect(kept.capped).toBe(false);
  });
});

it("of headings, so many are kept at most", () => {
  for (let i = 0; i < HEADING_CAP + 5; i++) read(blockOf("A heading", "h2"), true);
  read(blockOf("Behind, Daesh."));
  expect(mentions()).toEqual([`Behind, Daesh.: ${HEADING_CAP}`]);
});
