import { describe, expect, it } from "vitest";
import { checkMessages, hardCoded, hasReaders, problemsOfLocales } from "../../scripts/checks/messages.ts";
import { SAMPLE_NAMES } from "./sample-names.ts";

const english = {
  title: { message: "Title", description: "A title." },
  on: { message: "On $1", description: "$1: a site." },
  found_one: { message: "$1 name", description: "$1: number." },
  found_other: { message: "$1 names", description: "$1: number." },
};
const urdu = {
  title: { message: "عنوان" },
  on: { message: "$1 پر" },
  found_one: { message: "$1 نام" },
  found_other: { message: "$1 نام" },
};
const problems = (changed: object) =>
  problemsOfLocales(
    new Map([
      ["en", english],
      ["ur", { ...urdu, ...changed } as typeof english],
    ]),
  );

describe("the messages", () => {
  it("are complete", async () => {
    expect(await checkMessages()).toEqual([]);
  });

  it.each([
    ["src/content/card/view/Card.tsx", true],
    ["src/popup/PopupView.tsx", true],
    ["src/content/page/dom/block.ts", false],
    ["src/spot/match/match.ts", false],
  ])("are looked for where readers are told something: %s", (file, shown) => {
    expect(hasReaders(file)).toBe(shown);
  });

  it.each<[string, object, RegExp]>([
    ["missing", { title: undefined }, /“title” is missing/],
    ["empty", { title: { message: " " } }, /“title” is missing/],
    ["without its place", { on: { message: "پر" } }, /“on” leaves out/],
    ["with a place of its own", { on: { message: "$1 $2" } }, /“on” has a place/],
    [
      "with a bracket that is drawn as its opposite",
      { title: { message: "قوس (})" } },
      /“title” has a bracket/,
    ],
    ["too much", { other: { message: "x" } }, /“other” is not asked for/],
  ])("are found when one is %s", (_name, changed, says) => {
    const clean = Object.fromEntries(Object.entries({ ...urdu, ...changed }).filter(([, value]) => value));
    expect(
      problemsOfLocales(
        new Map([
          ["en", english],
          ["ur", clean as typeof english],
        ]),
      ),
    ).toEqual([expect.stringMatching(says)]);
  });

  it("have the forms of number that their language has", () => {
    expect(problems({})).toEqual([]);
    const arabic = {
      title: urdu.title,
      on: urdu.on,
      found_other: urdu.found_other,
    } as unknown as typeof english;
    expect(
      problemsOfLocales(
        new Map([
          ["en", english],
          ["ar", arabic],
        ]),
      ),
    ).toHaveLength(5);
  });

  it.each([
    ["between tags", "export const A = () => <p>Two words</p>;"],
    ["in a label", 'export const A = () => <input aria-label="Two words" />;'],
    ["in a braced text", 'export const A = () => <p>{"Two words"}</p>;'],
  ])("do not stand in the code: %s", (_name, source) => {
    expect(hardCoded("src/options/A.tsx", source)).toHaveLength(1);
  });

  it.each([
    ["a sentence", 'export const refuse = () => ({ ok: false, error: "Type a site." });'],
    ["a part of one", 'export const wrong = (x: unknown) => (x ? null : "must be on or off");'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template in the code that is checked
    ["one with places", "export const twice = (name: string) => `“${name}” is there twice`;"],
    ["one in a view", 'export const A = () => <B label={on ? "One two three" : ""} />;'],
  ])("do not stand in the code of settings either: %s", (_name, source) => {
    expect(hardCoded("src/settings/a.tsx", source)).toHaveLength(1);
  });

  it.each([
    ["what is wrong with the program", 'throw new Error("The extension is gone.");'],
    ["a list of words", 'export const WORDS = ("one two three " + "four five six").split(" ");'],
    [
      "selectors, keys, classes",
      'export const S = ["[role=x], a, b", "settings.previous", "button danger"];',
    ],
  ])("are not %s", (_name, source) => {
    expect(hardCoded("src/settings/a.ts", source)).toEqual([]);
  });

  it("may be signs and addresses", () => {
    const source = 'export const A = () => <p class="two words" title="example.org">: <i>{text.a}</i> –</p>;';
    expect(hardCoded("src/options/A.tsx", source)).toEqual([]);
  });
});

describe("the sample paragraphs", () => {
  it.each(SAMPLE_NAMES)("hold names that are found, in %s", async (_locale, find) => {
    expect((await find()).size).toBeGreaterThanOrEqual(4);
  });
});
