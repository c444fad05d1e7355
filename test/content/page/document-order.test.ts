import "./fake-dom.ts";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import {
  DocumentOrder,
  type DocumentPlace,
  documentPlaceAt,
} from "../../../src/content/page/read/mentions/document-order.ts";
import type { PageMention, Visit } from "../../../src/content/page/types.ts";
import { element, emptyDocument, shadow, text } from "./fake-dom.ts";

const mention = (id: string): PageMention => ({ id }) as PageMention;
/** Where a flow with one mention is. */
const place = (node: Node, id: string, visit: Visit | null = null, offset = 0): DocumentPlace =>
  documentPlaceAt(node, offset, visit, [mention(id)]);
const heading = (node: Node, visit: Visit | null = null): DocumentPlace =>
  documentPlaceAt(node, 0, visit, []);

function settle(order: DocumentOrder, anew = false, version: () => number = () => 0): void {
  for (const _ of order.settle(anew, version));
}
/** `id section`. */
const inOrder = (order: DocumentOrder) =>
  [...order.mentions()].map(([{ id }, section]) => `${id} ${section}`);

let page: ReturnType<typeof emptyDocument>;
beforeEach(() => {
  page = emptyDocument();
});

describe("document order", () => {
  it("of what came in any order, with the sections of the headings before it", () => {
    const [one, h1, two, h2, three] = ["p", "h1", "p", "h2", "p"].map((name) => element(name)) as Element[];
    page.append(...([one, h1, two, h2, three] as never[]));
    const order = new DocumentOrder();
    for (const each of [place(three!, "c"), heading(h2!), place(one!, "a"), heading(h1!), place(two!, "b")])
      order.add(each);
    expect(inOrder(order)).toEqual([]);
    settle(order);
    expect(inOrder(order)).toEqual(["a 0", "b 1", "c 2"]);
    expect(order.changed).toBe(false);
  });

  it("tells apart the flows of one text node by where they begin in it", () => {
    const node = text("a long text node");
    page.append(node as never);
    const order = new DocumentOrder();
    order.add(place(node, "b", null, 100));
    order.add(place(node, "a", null, 0));
    settle(order);
    expect(inOrder(order)).toEqual(["a 0", "b 0"]);
  });

  it("has what is in a shadow tree at its host", () => {
    const [before, inside, behind] = [text("1"), text("2"), text("3")];
    const host = element("div");
    page.append(element("p", [before]) as never, host as never, element("p", [behind]) as never);
    shadow(host, [inside]);
    const order = new DocumentOrder();
    for (const [node, id] of [
      [behind, "c"],
      [inside, "b"],
      [before, "a"],
    ] as const)
      order.add(place(node, id));
    settle(order);
    expect(inOrder(order)).toEqual(["a 0", "b 0", "c 0"]);
  });

  it("whatever comes and goes between two settlings", () => {
    const nodes = Array.from({ length: 150 }, (_, i) => text(String(i)));
    const step = fc.record({
      add: fc.uniqueArray(fc.nat(149)),
      remove: fc.array(fc.nat(149)),
      anew: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        page = emptyDocument();
        page.append(...(nodes as never[]));
        const order = new DocumentOrder();
        const there = new Map<number, DocumentPlace>();
        for (const { add, remove, anew } of steps) {
          for (const i of add) {
            if (there.has(i)) continue;
            there.set(i, place(nodes[i]!, String(i)));
            order.add(there.get(i)!);
          }
          for (const i of remove) {
            const gone = there.get(i);
            if (gone) order.remove(gone);
            there.delete(i);
          }
          settle(order, anew);
          const wanted = [...there.keys()].sort((x, y) => x - y).map((i) => `${i} 0`);
          expect(inOrder(order)).toEqual(wanted);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("what goes", () => {
  it("is left out at once, and a heading's section with the next settling", () => {
    const [one, title, two] = [text("1"), element("h1"), text("2")];
    page.append(...([one, title, two] as never[]));
    const order = new DocumentOrder();
    const [first, section, second] = [place(one, "a"), heading(title), place(two, "b")];
    for (const each of [first, section, second]) order.add(each);
    settle(order);
    order.remove(first);
    expect(inOrder(order)).toEqual(["b 1"]);
    expect(order.changed).toBe(true);
    order.remove(section);
    settle(order);
    expect(inOrder(order)).toEqual(["b 0"]);
  });
});

describe("what was come upon on one way down", () => {
  it("is in order without the document being asked, unless nodes may have moved", () => {
    const [one, two] = [text("1"), text("2")];
    page.append(...([two, one] as never[]));
    const order = new DocumentOrder();
    order.add(place(one, "a", { descent: 1, index: 1 }));
    order.add(place(two, "b", { descent: 1, index: 2 }));
    settle(order);
    expect(inOrder(order)).toEqual(["a 0", "b 0"]);
    settle(order, true);
    expect(inOrder(order)).toEqual(["b 0", "a 0"]);
  });

  it("of two ways, the document decides", () => {
    const [one, two] = [text("1"), text("2")];
    page.append(...([two, one] as never[]));
    const order = new DocumentOrder();
    order.add(place(one, "a", { descent: 1, index: 1 }));
    order.add(place(two, "b", { descent: 2, index: 2 }));
    settle(order);
    expect(inOrder(order)).toEqual(["b 0", "a 0"]);
  });
});

describe("a structure that changes between two steps", () => {
  it("is put in order again the next time, all of it", () => {
    const nodes = Array.from({ length: 200 }, (_, i) => text(String(i)));
    page.append(...(nodes as never[]));
    const order = new DocumentOrder();
    for (const node of nodes) order.add(place(node, node.data));
    let version = 0;
    const steps = order.settle(false, () => version);
    steps.next();
    // The first is last from here on, which those that are in order already do not know.
    nodes[0]!.remove();
    page.append(nodes[0] as never);
    version++;
    while (!steps.next().done);
    expect(order.changed).toBe(true);
    settle(order, false, () => version);
    expect(order.changed).toBe(false);
    expect(inOrder(order).at(-1)).toBe("0 0");
    expect(inOrder(order)).toHaveLength(200);
  });

  it("is worked at in steps, so that a slice can end between them", () => {
    const nodes = Array.from({ length: 1_000 }, (_, i) => text(String(i)));
    page.append(...(nodes as never[]));
    const order = new DocumentOrder();
    for (const node of nodes) order.add(place(node, node.data));
    expect([...order.settle(false, () => 0)].length).toBeGreaterThan(10);
  });
});
