import "./fake-dom.ts";
import { expect, it } from "vitest";
import { nodeAt, rangesOf } from "../../../src/content/page/read/ranges.ts";
import type { Flow } from "../../../src/content/page/types.ts";
import { text, wordsOf } from "./fake-dom.ts";

/** A flow through text nodes of these contents, from `from` in the first. */
function flowOf(contents: readonly string[], from = 0): Flow {
  const starts: number[] = [];
  let length = -from;
  for (const content of contents) {
    starts.push(length);
    length += content.length;
  }
  const whole = contents.join("").slice(from);
  return { text: whole, nodes: contents.map(text), starts } as unknown as Flow;
}

it.each<[string, readonly string[], number, string, string]>([
  ["in one node", ["of the Wilson Center today"], 0, "Wilson Center", "Wilson Center"],
  ["across two", ["the Wil", "son Center today"], 0, "Wilson Center", "Wil|son Center"],
  [
    "across many, one of a single letter",
    ["the W", "i", "lson Cen", "ter"],
    0,
    "Wilson Center",
    "W|i|lson Cen|ter",
  ],
  ["all of the first", ["Daesh", " today"], 0, "Daesh", "Daesh"],
  ["all of the last", ["today ", "Daesh"], 0, "Daesh", "Daesh"],
  ["in a node whose text begins in an earlier flow", ["an earlier flow. Daesh today"], 16, "Daesh", "Daesh"],
])("%s", (_name, contents, from, name, pieces) => {
  const flow = flowOf(contents, from);
  const start = flow.text.indexOf(name);
  expect(wordsOf(rangesOf(flow, start, start + name.length))).toBe(pieces);
});

it("one range a node, each in the node that it names", () => {
  const flow = flowOf(["the Wil", "son Center"]);
  const ranges = rangesOf(flow, 4, 17);
  expect(ranges.map(({ startContainer, endContainer }) => [startContainer, endContainer])).toEqual(
    flow.nodes.map((node) => [node, node]),
  );
});

it("a place is in the node that begins there, not in the one that ends", () => {
  const flow = flowOf(["ab", "cd", "ef"]);
  expect([0, 1, 2, 3, 4, 5].map((at) => flow.nodes.indexOf(nodeAt(flow, at)))).toEqual([0, 0, 1, 1, 2, 2]);
});
