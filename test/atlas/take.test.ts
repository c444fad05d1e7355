/** What is taken along: every statement with its stance and speaker, and the source with all of them. */
import { describe, expect, test } from "vitest";
import { paragraphsOf, sharesOf, statementsIn } from "../../src/atlas/model/article.ts";
import { EVERYTHING } from "../../src/atlas/model/filter.ts";
import { graphOf } from "../../src/atlas/model/graph/graph.ts";
import { pictureOfTies } from "../../src/atlas/model/graph/picture-of-ties.ts";
import { speakersOf } from "../../src/atlas/model/speakers.ts";
import { timeScale } from "../../src/atlas/model/timeline.ts";
import { alone } from "../../src/atlas/model/together.ts";
import { wordsOf } from "../../src/atlas/names.ts";
import { statementCited } from "../../src/atlas/take/cited.ts";
import { csvOf } from "../../src/atlas/take/csv.ts";
import { drawArticle } from "../../src/atlas/take/draw-article.ts";
import { drawTies } from "../../src/atlas/take/draw-ties.ts";
import { drawTime } from "../../src/atlas/take/draw-time.ts";
import { markdownOf } from "../../src/atlas/take/markdown.ts";
import type { Picture } from "../../src/atlas/take/picture.ts";
import { svgOf } from "../../src/atlas/take/svg.ts";
import { tableOfArticle, tableOfTies, tableOfTime } from "../../src/atlas/take/tables.ts";
import { sourceWithAddress } from "../../src/entity/words/citation.ts";
import { bundled, claim, packOf } from "./sample.ts";

const ADDRESS = "https://www.arabnews.pk/node/2214726";

test("a statement is copied with its stance, its speaker, its paragraphs and the source", () => {
  const { pack } = packOf({});
  const text = statementCited(pack, claim("x", { stance: "opinion", passages: ["p1", "p2"] }), "en");
  expect(text).toBe(
    "It is said of x. (opinion, The author, ¶1 ¶2)\nParaphrased by Nobody from The author, “A title”, A paper, December 2022. https://example.org/1",
  );
});

describe("a table", () => {
  test("of each view has a stance and a speaker beside every sentence", async () => {
    const index = alone(await bundled());
    const words = wordsOf(index);
    const tables = [
      tableOfTies(index.pack.relations, words),
      tableOfTime(index.pack.events, words),
      tableOfArticle(paragraphsOf(index, EVERYTHING), words),
    ];
    for (const { columns, rows } of tables) {
      expect(rows.length).toBeGreaterThan(9);
      const at = (name: string) => columns.indexOf(name);
      for (const row of rows) {
        expect(row).toHaveLength(columns.length);
        if (row[at("Statement")] === "") continue;
        expect(row[at("How firmly")]).toMatch(/^(stated as fact|official|estimate|opinion|editor’s note)$/);
        expect(row[at("Said by")]).not.toBe("");
        expect(row[at("Paragraphs")]).toMatch(/^¶\d+( ¶\d+)*$/);
      }
    }
  });

  const table = {
    columns: ["A", "B"],
    rows: [
      ['say "x", y', "=1+1"],
      ["two\nlines", "a|b *c*"],
    ],
    of: ["one", "two"],
  };

  test("as CSV keeps signs in their cells, runs no formula, and has the source in every row", () => {
    expect(csvOf(table, "Source", (id) => `S ${id}`)).toBe(
      '\ufeffA,B,Source\r\n"say ""x"", y",\'=1+1,S one\r\n"two\nlines",a|b *c*,S two\r\n',
    );
  });

  test.each(["=x", "+x", "-x", "@x", "\tx"])("a cell that begins like a formula is a text: %j", (text) => {
    expect(csvOf({ columns: ["A"], rows: [[text]], of: ["x"] }, "S", () => "s")).toContain(`'${text}`);
  });

  test("as Markdown has no sign of its own in it, and the source under it", () => {
    expect(markdownOf("T", table, ["S [1]"])).toBe(
      '# T\n\n| A | B |\n| --- | --- |\n| say "x", y | =1+1 |\n| two lines | a\\|b \\*c\\* |\n\nS \\[1\\]\n',
    );
  });
});

describe("a picture", () => {
  const draw = async (): Promise<Record<string, Picture>> => {
    const index = alone(await bundled());
    const words = wordsOf(index);
    const graph = graphOf(index);
    const picture = pictureOfTies(graph, (id) => words.name(id).text, words.verb);
    const speakers = speakersOf(index.pack.relations, index);
    const paragraphs = paragraphsOf(index, EVERYTHING);
    return {
      ties: drawTies(index, picture, graph, speakers, words),
      time: drawTime(index, index.pack.events, timeScale(index.pack.events), words),
      article: drawArticle(index, sharesOf(statementsIn(index)), paragraphs, words),
    };
  };
  const textsOf = ({ items }: Picture) => items.flatMap((item) => ("text" in item ? [item.text] : []));

  test("of each view has the source's citation and its address, and lies in its frame", async () => {
    for (const picture of Object.values(await draw())) {
      const text = textsOf(picture).join(" ");
      expect(text).toContain("Paraphrased by Sidelight from Zahid Hussain");
      expect(text).toContain(ADDRESS);
      for (const item of picture.items)
        if ("text" in item) {
          expect(item.x).toBeGreaterThanOrEqual(0);
          expect(item.x).toBeLessThanOrEqual(picture.width);
          expect(item.y).toBeLessThanOrEqual(picture.height);
        }
    }
  });

  test("of the ties says of each line what it says, how firmly and by whom", async () => {
    const { ties } = await draw();
    const titles = ties!.items.flatMap((mark) => ("d" in mark && mark.title ? [mark.title] : []));
    expect(titles).toHaveLength(50);
    expect(
      titles.every((title) =>
        /\((stated as fact|official|estimate|opinion|editor’s note), .+\)$/.test(title),
      ),
    ).toBe(true);
    expect(textsOf(ties!).join(" ")).toContain("⁷ Pakistani security officials");
  });

  test("of time says of each event how firmly and by whom", async () => {
    const { time } = await draw();
    expect(
      textsOf(time!)
        .join(" ")
        .match(/\((stated as fact|official|editor’s note), /g),
    ).toHaveLength(10);
  });

  test("as SVG is well formed, whatever names hold", () => {
    const svg = svgOf({
      ...{ width: 10, height: 10, title: "<&>" },
      items: [
        { text: '</text><script>"\u0000', x: 1, y: 2, size: 3 },
        { d: "M0 0h1", stroke: "#000", title: "a<b" },
      ],
    });
    expect(svg).not.toContain("<script");
    expect(svg).not.toContain("\u0000");
    expect(svg).toContain("&lt;/text&gt;&lt;script&gt;&quot; ");
    expect(svg).toContain("<title>&lt;&amp;&gt;</title>");
    expect(svg.match(/<(?!\/)[a-z]+[^>]*(?<!\/)>/g)!.length).toBe(svg.match(/<\/[a-z]+>/g)!.length);
  });

  test("the source of a translation says so", async () => {
    const { pack } = await bundled();
    expect(sourceWithAddress(pack, "en")).not.toContain("Translated");
    expect(sourceWithAddress(pack, "ur")).toContain("Translated by Sidelight.");
  });
});
