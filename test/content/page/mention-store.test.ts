import "./fake-dom.ts";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { MentionStore } from "../../../src/content/page/read/mentions/mention-store.ts";
import type { Flow } from "../../../src/content/page/types.ts";
import type { SpotDocument } from "../../../src/spot/decide/document.ts";
import type { Mention } from "../../../src/spot/types.ts";
import { element, emptyDocument, text, wordsOf } from "./fake-dom.ts";

/** Mentions kept of a page at most. */
const CAP = 5_000;

let page: ReturnType<typeof emptyDocument>;
let found: MentionStore;
/** The words of ranges that were told to be stale. */
let stale: string[];
/** How often the store has told that mentions are gone for good. */
let gone: number;

beforeEach(() => {
  page = emptyDocument();
  stale = [];
  gone = 0;
  found = new MentionStore({
    onStale: (ranges) => {
      if (ranges.length > 0) stale.push(wordsOf(ranges));
    },
    onGone: () => {
      gone++;
    },
  });
});

/** Whether the end of a reading takes mentions away for good, as the store tells it. */
function someGo(): boolean {
  const before = gone;
  found.forgetPending();
  return gone > before;
}

/** A paragraph in the page with this text, one node a part, read as one flow. */
function paragraph(...parts: string[]): Flow {
  const nodes = parts.map(text);
  const block = element("p", nodes);
  page.append(block as never);
  return flowOf(block, nodes);
}

/** The flow of a block as it is now. */
function flowOf(block: Element, nodes: Text[]): Flow {
  const starts: number[] = [];
  let length = 0;
  for (const { data } of nodes) {
    starts.push(length);
    length += data.length;
  }
  const whole = nodes.map(({ data }) => data).join("");
  return { block, text: whole, nodes, starts, joints: [], breaks: [], leads: true, visit: null };
}

/** Mentions wherever these names stand in a flow; the entity is named like its alias. */
function mentionsIn(flow: Flow, ...names: string[]): Mention[] {
  const all: Mention[] = [];
  for (const name of names)
    for (let at = flow.text.indexOf(name); at >= 0; at = flow.text.indexOf(name, at + 1))
      all.push({ entity: name, alias: name, start: at, end: at + name.length, reason: { code: "sure" } });
  return all.sort((a, b) => a.start - b.start);
}
const take = (flow: Flow, ...names: string[]) => found.take(flow, mentionsIn(flow, ...names));

/** Settled, in order: `id words`. */
function all(): string[] {
  for (const _ of found.order.settle(false, () => 0));
  return [...found.order.mentions()].map(([{ id, ranges }]) => `${id} ${wordsOf(ranges)}`);
}
/** Reads a block anew, as after a change of its text. */
function readAnew(flow: Flow, ...names: string[]): Flow {
  found.release(flow);
  const next = flowOf(flow.block as Element, flow.nodes);
  take(next, ...names);
  return next;
}

describe("what is found", () => {
  it("is there in document order, by its id, with its flow", () => {
    const [first, second] = [paragraph("on Daesh and the ", "Wilson Center"), paragraph("on Daesh")];
    take(second, "Daesh");
    take(first, "Daesh", "Wilson Center");
    expect(all()).toEqual(["m2 Daesh", "m3 Wilson Center", "m1 Daesh"]);
    expect(found.flowOf(found.byId("m2")!)).toBe(first);
    expect(found.isEmpty).toBe(false);
    expect(stale).toEqual([]);
  });

  it("in two flows of one long text node is in the order of its text", () => {
    const first = paragraph("on Daesh. And later on NACTA");
    const cut = first.text.indexOf(" And");
    const second = { ...first, text: first.text.slice(cut), starts: [-cut] };
    take(second, "NACTA");
    take({ ...first, text: first.text.slice(0, cut) }, "Daesh");
    expect(all()).toEqual(["m2 Daesh", "m1 NACTA"]);
  });

  it("is the same mention when the same words are decided anew, and mean another", () => {
    const flow = paragraph("the Taliban, the Taliban and Daesh, the Taliban");
    const decided = (...entities: string[]) => {
      const mentions = mentionsIn(flow, "Taliban", "Daesh");
      found.take(
        flow,
        mentions.map((mention, at) => ({ ...mention, entity: entities[at]! })),
      );
    };
    const entities = () => ["m1", "m2", "m3", "m4"].map((id) => found.byId(id)?.mention.entity);
    decided("afghan", "ttp", "daesh", "afghan");
    decided("ttp", "ttp", "daesh", "ttp");
    expect(entities()).toEqual(["ttp", "ttp", "daesh", "ttp"]);
    // And back: by name alone, the first would be taken for the third.
    decided("afghan", "ttp", "daesh", "afghan");
    expect(entities()).toEqual(["afghan", "ttp", "daesh", "afghan"]);
    expect(someGo()).toBe(false);
    expect(all()).toEqual(["m1 Taliban", "m2 Taliban", "m3 Daesh", "m4 Taliban"]);
  });

  it("of a flow takes the place of what it had", () => {
    const flow = paragraph("on Daesh and the Wilson Center");
    take(flow, "Daesh", "Wilson Center");
    take(flow, "Wilson Center");
    expect(someGo()).toBe(true);
    expect(all()).toEqual(["m2 Wilson Center"]);
    expect(found.byId("m1")).toBeUndefined();
    expect(stale).toEqual(["Daesh"]);
  });

  it("of nothing is nothing", () => {
    take(paragraph("on nobody"), "Daesh");
    expect([found.isEmpty, all(), someGo()]).toEqual([true, [], false]);
  });
});

describe("a mention whose text is read anew", () => {
  it("is the same, with its id and its ranges, where it stands as it stood", () => {
    const flow = paragraph("on Daesh, at 10:01");
    take(flow, "Daesh");
    const { ranges } = found.byId("m1")!;
    (flow.nodes[0] as unknown as { value: string }).value = "on Daesh, at 10:02";
    readAnew(flow, "Daesh");
    expect(someGo()).toBe(false);
    expect(all()).toEqual(["m1 Daesh"]);
    expect(found.byId("m1")!.ranges).toBe(ranges);
  });

  it("has new ranges where it stands otherwise, and the old one is taken off as soon as it is wrong", () => {
    const flow = paragraph("on Daesh");
    take(flow, "Daesh");
    (flow.nodes[0] as unknown as { value: string }).value = "now on Daesh";
    found.edited(flow.nodes[0]!, [flow]);
    // The letters that stand there by now.
    expect(stale).toEqual([" on D"]);
    expect(found.byId("m1")!.ranges).toEqual([]);
    readAnew(flow, "Daesh");
    expect(all()).toEqual(["m1 Daesh"]);
  });

  it("keeps its range while the letters under it are the same", () => {
    const flow = paragraph("on Daesh, at 10:01");
    take(flow, "Daesh");
    (flow.nodes[0] as unknown as { value: string }).value = "on Daesh, at 10:02";
    found.edited(flow.nodes[0]!, [flow]);
    expect(stale).toEqual([]);
    expect(wordsOf(found.byId("m1")!.ranges)).toBe("Daesh");
  });

  it("is known while it is awaited, and gone when all has been read without it", () => {
    const flow = paragraph("on Daesh");
    take(flow, "Daesh");
    found.release(flow);
    expect([found.byId("m1") !== undefined, all()]).toEqual([true, []]);
    expect(someGo()).toBe(true);
    expect([found.byId("m1"), found.isEmpty, stale]).toEqual([undefined, true, ["Daesh"]]);
    expect(someGo()).toBe(false);
  });

  it("two of one name keep their order", () => {
    const flow = paragraph("Daesh here, Daesh there");
    take(flow, "Daesh");
    (flow.nodes[0] as unknown as { value: string }).value = "Daesh here, and Daesh there";
    readAnew(flow, "Daesh");
    expect(all()).toEqual(["m1 Daesh", "m2 Daesh"]);
    expect(found.byId("m2")!.mention.start).toBe(16);
  });

  it("is another where another name stands in its place", () => {
    const flow = paragraph("on Daesh");
    take(flow, "Daesh");
    (flow.nodes[0] as unknown as { value: string }).value = "on NACTA";
    readAnew(flow, "NACTA");
    expect(someGo()).toBe(true);
    expect(all()).toEqual(["m2 NACTA"]);
  });
});

describe("more than a page may have", () => {
  const words = "Daesh ".repeat(CAP + 10);

  it("is left, and taken up when there is room", () => {
    const [many, few] = [paragraph(words), paragraph("Wilson Center")];
    take(many, "Daesh");
    expect(all()).toHaveLength(CAP);
    expect(found.capped).toBe(true);
    take(few, "Wilson Center");
    expect(all()).toHaveLength(CAP);
    const spots = {
      mentions: vi.fn((flow: Flow) => mentionsIn(flow, "Daesh", "Wilson Center").slice(0, 20)),
    } as unknown as SpotDocument<Flow>;
    found.revive(spots);
    expect(all()).toHaveLength(CAP);
    found.release(many);
    found.forgetPending();
    found.revive(spots);
    expect(all().map((line) => line.replace(/^\w+ /, ""))).toEqual(["Wilson Center"]);
    expect(found.capped).toBe(false);
  });

  it("is not awaited either: a page that never rests must not pile it up", () => {
    for (let i = 0; i < 3; i++) {
      const flow = paragraph("Daesh ".repeat(2_000));
      take(flow, "Daesh");
      found.release(flow);
    }
    expect(found.isEmpty).toBe(true);
  });
});
