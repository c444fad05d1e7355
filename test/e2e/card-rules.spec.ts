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
import { launch } from "../../scripts/lib/driver/launch.ts";
import { inPage } from "../../scripts/lib/driver/shared.ts";
import type { Driver } from "../../scripts/lib/driver/types.ts";
import { buildGallery } from "../../scripts/lib/gallery/build.ts";
import { showState } from "../../scripts/lib/gallery/show.ts";
import { STATES } from "../../scripts/lib/gallery/states.ts";
import { type Server, serve } from "../../scripts/lib/serve.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Axe {
  run(
    context: Document,
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

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gallery-"));
  await buildGallery(folder);
  server = await serve({ gallery: folder });
  base = `${server.address}gallery/`;
  driver = await launch(inject("browser"), { offline: true, extension: null });
  ({ page } = await driver.open(`${base}card.html`));
});
afterAll(async () => {
  await driver?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** `colours`: only what another palette can change. */
function violations(colours: boolean): Promise<string[]> {
  return inPage(
    page,
    async (colours: boolean) => {
      // WCAG's own rules and the best practices both.
      const only = colours
        ? { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } }
        : {};
      const { violations } = await axe.run(document, { resultTypes: ["violations"], ...only });
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
      );
    },
    colours,
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

describe.each(STATES)("$name", (state) => {
  test("no rule is broken in light, dark and forced colours; in view, nothing sideways, targets of 24 px", async () => {
    await showState(page, base, state, "light");
    expect(await inPage(page, flaws)).toEqual([]);
    await page.evaluate(AXE);
    expect(await violations(false), "light").toEqual([]);
    await inTheDark();
    expect(await violations(true), "dark").toEqual([]);
    if (inject("browser") !== "chromium") return;
    await forceColours(true);
    try {
      expect(await violations(true), "forced colours").toEqual([]);
    } finally {
      await forceColours(false);
    }
  });

  test("from right to left: in view, nothing sideways", async () => {
    await showState(page, base, state, "light", "rtl");
    expect(await inPage(page, flaws)).toEqual([]);
  });
});

test("text spaced out (WCAG 1.4.12) is neither cut nor sideways", async () => {
  for (const state of STATES.filter(({ of }) => of === "card")) {
    await showState(page, base, state, "light");
    await inPage(page, () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
      );
      document.querySelector("body > div")!.shadowRoot!.adoptedStyleSheets.push(sheet);
    });
    const cut = await inPage(page, () =>
      [
        ...document
          .querySelector("body > div")!
          .shadowRoot!.querySelectorAll<HTMLElement>("p, button, div, h2, h3, li"),
      ]
        .filter(
          (element) =>
            element.role !== "status" &&
            // The body scrolls up and down, as it does unspaced.
            !element.matches(".sl-scroll, .sl-card") &&
            getComputedStyle(element).overflow !== "visible" &&
            (element.scrollWidth > element.clientWidth + 1 ||
              element.scrollHeight > element.clientHeight + 1),
        )
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(cut, state.name).toEqual([]);
  }
});
