/**
 * Every state of card, popup and options, held to the accessibility rules that a program can check, in light, dark and
 * forced colours; and to the geometry that must not change with fonts: in view, no sideways scrolling, targets large enough.
 */
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { inPage } from "../harness/driver/shared.ts";
import type { Driver } from "../harness/driver/types.ts";
import { buildGallery } from "../harness/gallery/build.ts";
import { showState } from "../harness/gallery/show.ts";
import { type GalleryState, hasOthersColours, STATES } from "../harness/gallery/states.ts";
import { type Server, serve } from "../harness/serve.ts";
import { useDriver } from "./session.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Axe {
  run(
    context: Document | { fromShadowDom: string[] },
    options: object,
  ): Promise<{
    violations: Array<{ id: string; help: string; nodes: Array<{ html: string; target: unknown }> }>;
  }>;
}
declare const axe: Axe;

let folder: string;
let server: Server;
let driver: Driver;
let page: Page;
let base: string;

const hold = (each: Driver) => {
  driver = each;
};
useDriver(hold, { extension: null });
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gallery-"));
  await buildGallery(folder);
  server = await serve({ gallery: folder });
  base = `${server.address}gallery/`;
  ({ page } = await driver.open(`${base}card.html`));
});
afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The rules that ask how things look. They take longest: of the atlas's picture half a second. */
const LOOKS = ["color-contrast", "link-in-text-block"];
const ASKED = {
  // WCAG's own rules and the best practices both.
  all: {},
  markup: { rules: Object.fromEntries(LOOKS.map((rule) => [rule, { enabled: false }])) },
  looks: { runOnly: { type: "rule", values: LOOKS } },
};

function violations(asked: keyof typeof ASKED): Promise<string[]> {
  return inPage(
    page,
    async (asked: object) => {
      // Around a card is a page of anybody's; the extension's own pages are looked at whole.
      const card = document.querySelector("body > div")?.shadowRoot?.querySelector(".sl-card");
      const context = card ? { fromShadowDom: ["body > div", ".sl-card"] } : document;
      const { violations } = await axe.run(context, {
        resultTypes: ["violations"],
        selectors: false,
        ...asked,
      });
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
      );
    },
    ASKED[asked],
  );
}

/** Without another load, which would cost as much as the rules. */
const inTheDark = () =>
  inPage(page, () => {
    document.documentElement.dataset.theme = "dark";
    const card = document.querySelector("body > div")?.shadowRoot?.querySelector<HTMLElement>(".sl-card");
    if (card) card.dataset.theme = "dark";
  });

async function forceColours(on: boolean): Promise<void> {
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", {
    features: on ? [{ name: "forced-colors", value: "active" }] : [],
  });
  expect(await inPage(page, () => matchMedia("(forced-colors: active)").matches)).toBe(on);
  await session.detach();
}

/** What of the surface is not as it must be, in words. */
function flaws(): string[] {
  const host = document.querySelector("body > div");
  const inside = host?.shadowRoot ?? document;
  const found: string[] = [];
  if (document.documentElement.scrollWidth > innerWidth) found.push("the page scrolls sideways");
  const card = host?.shadowRoot?.querySelector(".sl-card");
  if (card) {
    const { left, top, right, bottom } = card.getBoundingClientRect();
    if (left < 0 || top < 0 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5)
      found.push(`the card is out of view: ${[left, top, right, bottom].join(" ")}`);
    const mention = document.querySelector("u")!.getBoundingClientRect();
    if (top < mention.bottom && bottom > mention.top && left < mention.right && right > mention.left)
      found.push("the card covers its mention");
  }
  for (const box of inside.querySelectorAll(".sl-card, .sl-scroll, .sl-body, main"))
    if (box.scrollWidth > box.clientWidth + 1)
      found.push(`${box.className || box.localName} scrolls sideways`);
  for (const control of inside.querySelectorAll<HTMLElement>("button, select, input")) {
    const { width, height } = control.getBoundingClientRect();
    const name = control.textContent || control.getAttribute("aria-label") || control.id;
    // A checkbox or radio is as large as the label around it, which acts for it.
    const label = control.closest("label")?.getBoundingClientRect();
    if (
      width > 0 &&
      Math.min(Math.max(width, label?.width ?? 0), Math.max(height, label?.height ?? 0)) < 23.5
    )
      found.push(`“${name}” is ${width} × ${height}`);
  }
  return found;
}

/** What of a card's text is cut, or runs sideways, when it is spaced out as WCAG 1.4.12 says. */
function cutWhenSpacedOut(): string[] {
  const root = document.querySelector("body > div")?.shadowRoot;
  if (!root) return [];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
  );
  root.adoptedStyleSheets.push(sheet);
  return [...root.querySelectorAll<HTMLElement>("p, button, div, h2, h3, li")]
    .filter(
      (element) =>
        element.role !== "status" &&
        // The body scrolls up and down, as it does unspaced.
        !element.matches(".sl-scroll, .sl-card") &&
        getComputedStyle(element).overflow !== "visible" &&
        (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1),
    )
    .map((element) => element.outerHTML.slice(0, 120));
}

/**
 * Latin letters in what a card of another language says itself: outside of what is marked as English, of what is put into
 * its sentences (between isolates), and of the names of a key and of Sidelight.
 */
function englishWords(): string[] {
  const root = document.querySelector("body > div")?.shadowRoot;
  if (!root) return [];
  const texts: string[] = [];
  for (const element of root.querySelectorAll<HTMLElement>("*")) {
    if (!element.closest("[lang=en]"))
      for (const node of element.childNodes) if (node instanceof Text) texts.push(node.data);
    // A control's name is the card's own, whatever language the name in it is in.
    for (const name of ["aria-label", "title"])
      if (!element.matches("a, [lang=en]")) texts.push(element.getAttribute(name) ?? "");
  }
  return texts.filter((text) => /[a-z]{2}/i.test(text.replace(/\u2068.*?\u2069|\(Esc\)|Sidelight/g, "")));
}

/** Those of one surface in one language follow one another: then nothing is loaded anew. */
const pageOf = ({ of, language }: GalleryState) => `${of} ${language ?? ""}`;
const states = STATES.toSorted((a, b) => pageOf(a).localeCompare(pageOf(b)));
const inChromium = inject("browser") === "chromium";

/** Markup is the same in every browser and in every colour: what is asked of that is asked once. */
async function expectRulesKept(state: GalleryState): Promise<void> {
  const inOthersColours = hasOthersColours(state);
  if (!inChromium && inOthersColours) return;
  if (!(await inPage(page, () => "axe" in window))) await page.evaluate(AXE);
  if (inOthersColours) return expect(await violations("markup")).toEqual([]);
  expect(await violations(inChromium ? "all" : "looks"), "light").toEqual([]);
  await inTheDark();
  expect(await violations("looks"), "dark").toEqual([]);
  if (!inChromium) return;
  await forceColours(true);
  try {
    expect(await violations("looks"), "forced colours").toEqual([]);
  } finally {
    await forceColours(false);
  }
}

describe.each(states)("$name", (state) => {
  test("no rule is broken in light, dark and forced colours; in view, nothing sideways, targets of 24 px; nothing cut when spaced out", async () => {
    await showState(page, base, state, "light");
    expect(await inPage(page, flaws)).toEqual([]);
    await expectRulesKept(state);
    expect(await inPage(page, cutWhenSpacedOut), "spaced out").toEqual([]);
    if (state.language) expect(await inPage(page, englishWords), "own words in English").toEqual([]);
  });

  // Our own pages go with their language: those in Urdu and Arabic have been looked at so.
  if (state.of !== "card" && state.language) return;
  test("from right to left: in view, nothing sideways", async () => {
    await showState(page, base, state, "light", "rtl");
    expect(await inPage(page, flaws)).toEqual([]);
  });
});
