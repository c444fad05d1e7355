/** An article's paragraphs: what is numbered, what is a heading, what Markdown leaves behind. */
import { expect, test } from "vitest";
import { paragraphsOf } from "../../src/draft/paragraphs.ts";

const numbered = (article: string, kind: "txt" | "md") =>
  paragraphsOf(article, kind).map(({ id, text }) => [id, text]);

test("blank lines part paragraphs, wrapped lines are joined, headings have no number", () => {
  expect(
    numbered("The Lamp Room\n\nIt is small. It has\ntwo lamps.\r\n\r\n  Nobody\u00a0 lights them.\n", "txt"),
  ).toEqual([
    [null, "The Lamp Room"],
    ["p1", "It is small. It has two lamps."],
    ["p2", "Nobody lights them."],
  ]);
});

test("where lines are longer than anybody wraps them, each is a paragraph", () => {
  const long = `${"The lamps of the room are lit in the evening, ".repeat(3)}he said.`;
  expect(numbered(`Lamps\n${long}\n${long}`, "txt").map(([id]) => id)).toEqual([null, "p1", "p2"]);
});

test.each([
  ["a question is a sentence", "Who lights them?", "p1"],
  ["in Urdu", "وہ کب جلتے ہیں؟", "p1"],
  ["in Chinese", "没有人点灯。", "p1"],
  ["with a quotation mark behind it", "“Nobody lights them.”", "p1"],
  ["a name is none", "Ada Lantern", null],
])("a short line: %s", (_, line, id) => {
  expect(paragraphsOf(line, "txt")[0]!.id).toBe(id);
});

test("Markdown: headings, lists, quotations, links, emphasis, code", () => {
  const article = `---
title: Lamps
---
# The *Lamp* Room

A second heading
----------------

It has [two lamps](https://example.org/a_b) and **one** \`switch\`,
says <b>Ada</b>.[^1] ![a lamp](lamp.png)

- The first.
- The second is _The Small Lamp_.

> Nobody lights
> them.

\`\`\`
code = Nothing
\`\`\`

[^1]: https://example.org
`;
  const paragraphs = paragraphsOf(article, "md");
  expect(paragraphs.map(({ id, text }) => [id, text])).toEqual([
    [null, "The Lamp Room"],
    [null, "A second heading"],
    ["p1", "It has two lamps and one switch, says Ada."],
    ["p2", "The first."],
    ["p3", "The second is The Small Lamp."],
    ["p4", "Nobody lights them."],
  ]);
  const [{ start, end }] = paragraphs[4]!.emphasis as [{ start: number; end: number }];
  expect(paragraphs[4]!.text.slice(start, end)).toBe("The Small Lamp");
});
