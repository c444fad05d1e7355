/** What an element was when it was read, and that asking leaves no trace of it. */
import "./fake-dom.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { Role, roleOf } from "../../../src/content/page/dom/elements.ts";
import { BlockWalk } from "../../../src/content/page/read/flows/block-walk.ts";
import { Level } from "../../../src/content/page/read/flows/levels.ts";
import {
  hasLevelChanged,
  isLevelNoted,
  noteEditableChange,
  noteLevel,
} from "../../../src/content/page/read/flows/noted-elements.ts";
import { element, emptyDocument, text } from "./fake-dom.ts";

let page: ReturnType<typeof emptyDocument>;
beforeEach(() => {
  page = emptyDocument();
});

const attributesOf = (of: Element) => of.attributes as unknown as Map<string, string>;

/** An editor in a paragraph. */
function editor() {
  const editable = element("span", [text("draft")]);
  attributesOf(editable).set("contenteditable", "");
  const block = element("p", [text("before "), editable as never]);
  page.append(block as never);
  return { block, editable };
}

const stopEditing = (editable: Element) => attributesOf(editable).delete("contenteditable");

describe("an element that is typed into", () => {
  it("is skipped, and asking what it is notes nothing", () => {
    const { editable } = editor();
    expect(roleOf(editable)).toBe(Role.Skipped);
    stopEditing(editable);
    expect(noteEditableChange(editable)).toBe(false);
  });

  it("is noted when it is met by a reading, so that its text is read once it may be", () => {
    const { block, editable } = editor();
    const walk = new BlockWalk(block);
    while (walk.read(10));
    expect(walk.flows.map((flow) => flow.text)).toEqual(["before "]);
    stopEditing(editable);
    expect(noteEditableChange(editable)).toBe(true);
    expect(noteEditableChange(editable)).toBe(false);
  });
});

it("what is skipped by its tag alone is none of them", () => {
  const rule = element("hr");
  const walk = new BlockWalk(element("div", ["before", rule, "behind"]));
  while (walk.read(10));
  expect(walk.flows.map((flow) => flow.text)).toEqual(["before", "behind"]);
  expect(noteEditableChange(rule)).toBe(false);
});

describe("how an element stands in its text", () => {
  it("has changed until it is noted anew, however often it is asked", () => {
    const span = element("span", []);
    const style = (display: string) =>
      Object.assign(span, { style: { display, float: "none", position: "static" } });
    style("inline");
    expect([isLevelNoted(span), hasLevelChanged(span)]).toEqual([false, false]);
    expect(noteLevel(span)).toBe(Level.Inline);
    style("block");
    expect([hasLevelChanged(span), hasLevelChanged(span)]).toEqual([true, true]);
    expect(noteLevel(span)).toBe(Level.Block);
    expect(hasLevelChanged(span)).toBe(false);
  });
});
