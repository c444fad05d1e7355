/**
 * A mark leaves the letters as they are, in whatever way the page draws them, or is not painted. What is compared is the
 * picture of each line of text down to its baseline, with the mark and without; below that the mark may be.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { marksOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { type Server, serve } from "../harness/serve.ts";
import { useBrowser, wasRead } from "./session.ts";

interface Way {
  style?: string;
  /** Rules; `&` stands for the paragraph. */
  rules?: string;
  /** Around the name. */
  tag?: string;
  /** Where it is marked. */
  marked: "both" | "firefox" | "chromium" | "neither";
}

const GRADIENT = "background: linear-gradient(90deg, #b00, #00b); background-clip: text;";

const WAYS: Record<string, Way> = {
  plain: { marked: "both" },
  "in a colour": { style: "color: #06c", marked: "both" },
  "half transparent": { style: "color: rgb(0 0 0 / 0.5)", marked: "both" },
  "faded by half": { style: "opacity: 0.5", marked: "both" },
  "in small capitals": { style: "font-variant: small-caps", marked: "both" },
  "in capitals, spaced": { style: "text-transform: uppercase; letter-spacing: 0.2em", marked: "both" },
  "on a colour": { style: "background: #ff0", marked: "both" },
  "with a shadow": { style: "text-shadow: 1px 1px 1px #c00", marked: "both" },
  enlarged: { style: "scale: 1.1; transform-origin: left", marked: "both" },
  blurred: { style: "filter: blur(0.5px)", marked: "both" },
  blended: { style: "mix-blend-mode: multiply; color: #06c", marked: "both" },
  "a link": { tag: 'a href="#elsewhere"', marked: "both" },
  "a link without a line": { tag: 'a href="#elsewhere" style="text-decoration: none"', marked: "both" },
  "underlined by the paragraph": { style: "text-decoration: underline", marked: "both" },
  "underlined in another colour": { style: "text-decoration: underline #e22", marked: "firefox" },
  "struck out": { tag: "s", marked: "both" },
  "struck out in another colour": { style: "text-decoration: line-through #e22", marked: "firefox" },
  "with a line above, in another colour": { style: "text-decoration: overline #e22", marked: "firefox" },
  "emphasised by dots in another colour": { style: "text-emphasis: dot #e22", marked: "firefox" },
  "filled with another colour": { style: "color: #fff; -webkit-text-fill-color: #060", marked: "neither" },
  "filled with its own colour": { style: "-webkit-text-fill-color: currentcolor", marked: "both" },
  "a gradient, the colour transparent": { style: `${GRADIENT} color: transparent`, marked: "neither" },
  "a gradient, the fill transparent": {
    style: `${GRADIENT} color: #fff; -webkit-text-fill-color: transparent`,
    marked: "neither",
  },
  outlined: { style: "-webkit-text-stroke: 1px #e22", marked: "neither" },
  "outlined behind a white fill": {
    style: "color: #fff; -webkit-text-stroke: 3px #333; paint-order: stroke fill",
    marked: "neither",
  },
  "an outline alone": { style: "color: transparent; -webkit-text-stroke: 1px #333", marked: "neither" },
  "a shadow alone": { style: "color: transparent; text-shadow: 0 0 0 #333", marked: "neither" },
  transparent: { style: "color: transparent", marked: "neither" },
  "with a first letter in another colour": { rules: "&::first-letter { color: #a00 }", marked: "chromium" },
  "with a large first letter": { rules: "&::first-letter { font-size: 150% }", marked: "both" },
  "with a first letter of another fill": {
    rules: "&::first-letter { -webkit-text-fill-color: #a00 }",
    marked: "chromium",
  },
  "with a first line in another colour": { rules: "&::first-line { color: #a00 }", marked: "chromium" },
  "with a first line in small capitals": {
    rules: "&::first-line { font-variant: small-caps }",
    marked: "both",
  },
  "from right to left": { style: "direction: rtl", marked: "both" },
};

const names = Object.keys(WAYS);
const NAME = "Stimson Center";

/** Each way in a section of its own, so that each has a first mention. The empty box stands on the baseline. */
const markup = (
  dark: boolean,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Letters</title><style>
  body { margin: 0; font: 20px/1.5 sans-serif; ${dark ? "background: #111; color: #eee" : "background: #fff; color: #111"} }
  main { display: grid; grid-template-columns: repeat(3, 1fr); gap: 4px }
  h2 { font: 11px/1 sans-serif; margin: 4px 0 0 } p { margin: 2px 8px; white-space: nowrap } i { display: inline-block }
  a { color: ${dark ? "#8bf" : "#06c"} }
  ${names.map((name, i) => (WAYS[name]!.rules ?? "").replaceAll("&", `#way${i}`)).join("\n")}</style><main>
  ${names
    .map((name, i) => {
      const { style = "", tag = "span" } = WAYS[name]!;
      const [end] = tag.split(" ");
      return `<div><h2>${name}</h2><p id="way${i}" style="${style}"><${tag}>${NAME}</${end}> was asked<i></i></p></div>`;
    })
    .join("\n")}</main></html>`;

let folder: string;
let server: Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sidelight-letters-"));
  await writeFile(join(folder, "light.html"), markup(false));
  await writeFile(join(folder, "dark.html"), markup(true));
  server = await serve({ letters: folder });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const session = useBrowser();

interface Looks {
  marked: boolean;
  /** Pixels of the letters, and below them, that are otherwise with the mark. */
  letters: number;
  below: number;
}

/** A picture of the page as it is drawn now, in base64. */
async function picture({ page }: WebPage): Promise<string> {
  await inPage(page, () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done))));
  return page.screenshot({ encoding: "base64" });
}

interface Painted {
  /** Left, top, right, bottom, and what the letters stand on, CSS px. */
  box: number[];
  baseline: number;
  marked: boolean;
}

/** Of each paragraph where it is, and whether something in it is marked. */
const paintedIn = ({ page }: WebPage): Promise<Painted[]> =>
  inPage(
    page,
    (count: number) => {
      const painted = new Set<Element | null>();
      CSS.highlights.forEach((highlight) => {
        (highlight as unknown as Set<AbstractRange>).forEach(({ startContainer }) => {
          painted.add(startContainer.parentElement!.closest("p"));
        });
      });
      return Array.from({ length: count }, (_, i) => {
        const paragraph = document.getElementById(`way${i}`)!;
        const { left, top, right, bottom } = paragraph.getBoundingClientRect();
        const baseline = paragraph.querySelector("i")!.getBoundingClientRect().bottom;
        return {
          box: [left, top, right, bottom + 4].map(Math.round),
          baseline,
          marked: painted.has(paragraph),
        };
      });
    },
    names.length,
  );

/** Compares two pictures in the page, which can read them. */
const differences = ({ page }: WebPage, withMarks: string, without: string, painted: readonly Painted[]) =>
  inPage(
    page,
    async (pictures: readonly string[], painted: readonly Painted[]): Promise<Looks[]> => {
      const [a, b] = await Promise.all(
        pictures.map(async (picture) => {
          const file = await fetch(`data:image/png;base64,${picture}`);
          const bitmap = await createImageBitmap(await file.blob());
          const { width, height } = bitmap;
          const context = new OffscreenCanvas(width, height).getContext("2d")!;
          context.drawImage(bitmap, 0, 0);
          const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
          return (x: number, y: number) => pixels[y * width + x];
        }),
      );
      return painted.map(({ box: [left, top, right, bottom], baseline, marked }) => {
        const looks = { marked, letters: 0, below: 0 };
        for (let y = top!; y < bottom!; y++)
          for (let x = left!; x < right!; x++)
            if (a!(x, y) !== b!(x, y)) looks[y < Math.floor(baseline) ? "letters" : "below"]++;
        return looks;
      });
    },
    [withMarks, without],
    painted,
  );

/**
 * Each paragraph without marks, the extension switched off, and then with them. Not the other way round, by emptying the
 * registry: what a page takes out is put back at the next occasion, which on a busy machine comes before the picture.
 */
async function compare(path: string): Promise<Looks[]> {
  await session.driver.change({ type: "set", key: "enabled", value: false });
  const web = await session.visit(`${server.address}letters/${path}`);
  const without = await picture(web);
  expect(await marksOf(web.page)).toEqual([]);
  await session.driver.change({ type: "set", key: "enabled", value: true });
  await web.page.bringToFront();
  await wasRead(session.driver, web);
  const looks = await until("a picture with marks", async () => {
    const painted = await paintedIn(web);
    const looks = await differences(web, await picture(web), without, painted);
    const isStill = isDeepStrictEqual(await paintedIn(web), painted);
    return isStill && looks.some(({ below }) => below > 0) ? looks : null;
  });
  return looks;
}

const isMarked = ({ marked }: Way): boolean => marked === "both" || marked === inject("browser");

describe.each(["light.html", "dark.html"])("%s", (path) => {
  let looks: Looks[];
  beforeAll(async () => {
    looks = await compare(path);
  });

  test.each(names)("%s", (name) => {
    const { marked, letters, below } = looks[names.indexOf(name)]!;
    expect({ marked, letters, seen: below > 0 }).toEqual({
      marked: isMarked(WAYS[name]!),
      letters: 0,
      seen: isMarked(WAYS[name]!),
    });
  });
});

// Firefox has no protocol for it, and none of the fault.
describe.runIf(inject("browser") === "chromium")("forced colours", () => {
  const force = async (page: Page, value: "active" | "none") => {
    const devtools = await page.createCDPSession();
    await devtools.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value }] });
  };

  test("nothing is painted, for it would look selected; the list has the names", async () => {
    const web = await session.visit(`${server.address}letters/light.html`);
    await until("the marks", async () => (await marksOf(web.page)).length > 0);
    await force(web.page, "active");
    await until("the marks to go", async () => (await marksOf(web.page)).length === 0);
    expect((await session.driver.summary(web))?.mentions.length).toBeGreaterThan(0);
    await force(web.page, "none");
    await until("the marks to come back", async () => (await marksOf(web.page)).length > 0);
  });
});
