/** The painter against a registry that a page can reach into as well. */
import { beforeEach, expect, test, vi } from "vitest";
import { type HighlightName, Painter } from "../../../src/content/page/paint/painter.ts";

const registry = new Map<string, Set<unknown>>();
beforeEach(() => {
  registry.clear();
  vi.stubGlobal("Highlight", Set);
  vi.stubGlobal("CSS", { highlights: registry });
});

const range = (): StaticRange => ({}) as StaticRange;
const wanted = (name: HighlightName, ...ranges: StaticRange[]) => new Map(ranges.map((each) => [each, name]));

test("what is wanted last is painted, and nothing else", () => {
  const painter = new Painter();
  const [a, b, c] = [range(), range(), range()];
  painter.paint(wanted("sidelight-dotted", a, b));
  const first = registry.get("sidelight-dotted");
  painter.paint(wanted("sidelight-dotted", b, c));
  expect(registry.get("sidelight-dotted")).toBe(first);
  expect([...first!]).toEqual([b, c]);
});

test("another style takes the place of the one before", () => {
  const painter = new Painter();
  const [a, b] = [range(), range()];
  painter.paint(wanted("sidelight-dotted", a, b));
  painter.paint(new Map([...wanted("sidelight-wavy", a), ...wanted("sidelight-wavy-low", b)]));
  expect([...registry.keys()]).toEqual(["sidelight-wavy", "sidelight-wavy-low"]);
  expect([...registry.get("sidelight-wavy")!]).toEqual([a]);
});

test("what is dropped is gone at once, and not forgotten to be painted again", () => {
  const painter = new Painter();
  const [a, b] = [range(), range()];
  painter.paint(wanted("sidelight-dotted", a, b));
  painter.drop([a]);
  expect([...registry.get("sidelight-dotted")!]).toEqual([b]);
  painter.paint(wanted("sidelight-dotted", a, b));
  expect(registry.get("sidelight-dotted")!.size).toBe(2);
});

test("ranges that the page has taken out are put back", () => {
  const painter = new Painter();
  const [a, b] = [range(), range()];
  painter.paint(wanted("sidelight-dotted", a, b));
  registry.get("sidelight-dotted")!.delete(a);
  painter.paint(wanted("sidelight-dotted", a, b));
  expect(registry.get("sidelight-dotted")!.size).toBe(2);
});

test("where nothing is marked, nothing is in the registry", () => {
  const painter = new Painter();
  painter.paint(wanted("sidelight-dotted", range()));
  painter.paint(new Map());
  expect(registry.size).toBe(0);
});
