/** The atlas: by keys alone from a card and back, what is opened by an address, what is copied, and that nothing overlaps. */
import type { Page } from "puppeteer-core";
import { expect, inject, test } from "vitest";
import { cardOpens } from "../harness/driver/card.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { closeAtlasTabs } from "./atlas-tabs.ts";
import { exportedBy, hasFocus, tabAndPress, tabTo } from "./keys.ts";
import { TTP_NAME } from "./sections.ts";
import { useBrowser, wasRead } from "./session.ts";

const session = useBrowser();
let atlas: Page;

const openAtlas = async (hash = "") => {
  atlas = await session.visitOwn(`atlas.html${hash}`);
  await atlas.setViewport({ width: 1280, height: 800 });
  await atlas.waitForSelector("#view section");
};
const says = (selector: string) =>
  inPage(atlas, (wanted: string) => document.querySelector(wanted)?.textContent ?? null, selector);
const title = () => says("#panel-title");
const hash = () => inPage(atlas, () => location.hash);
const isOn = (name: string) =>
  inPage(
    atlas,
    (id: string) => document.querySelector(id)?.getAttribute("aria-selected") === "true",
    `#tab-${name}`,
  );

test("nothing lies on anything at 1280 × 800: names, verbs, and all of it in view", async () => {
  await openAtlas();
  const found = await inPage(atlas, () => {
    const texts = [...document.querySelectorAll<SVGTextElement>("#graph text")];
    const boxes = texts.map((text) => ({
      words: text.textContent,
      verb: text.closest(".verb") !== null,
      box: text.getBBox(),
    }));
    const at = texts.map((text) => text.getBoundingClientRect());
    const problems: string[] = [];
    for (const [i, a] of at.entries()) {
      if (a.left < 0 || a.top < 0 || a.right > innerWidth || a.bottom > innerHeight)
        problems.push(`out of view: ${boxes[i]!.words}`);
      for (const [j, b] of at.entries()) {
        if (j <= i || texts[i]!.parentNode === texts[j]!.parentNode) continue;
        // A line of text has room above and below its letters, which may touch.
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        if (high > 4 && wide > 1) problems.push(`${boxes[i]!.words} on ${boxes[j]!.words}`);
      }
    }
    return {
      names: document.querySelectorAll("#graph .node").length,
      verbs: boxes.filter(({ verb }) => verb).length,
      problems,
    };
  });
  expect(found.problems).toEqual([]);
  expect(found.names).toBe(27);
  expect(found.verbs).toBeGreaterThanOrEqual(47);
});

test.each([
  ["#entity=ttp", "ties", TTP_NAME],
  ["#view=time&entity=daesh", "time", "Daesh (Islamic State)"],
  ["#passage=p5", "article", "Paragraph 5"],
  ["#event=embassy-shooting", "time", "December 2022"],
  ["#event=7", "time", "December 2022"],
  ["#tie=ttp-allied-with-daesh", "ties", `${TTP_NAME} allied with Daesh (Islamic State)`],
])("an address opens what it names: %s", async (address, view, heading) => {
  await openAtlas(address);
  await until("the panel", async () => (await title()) === heading);
  expect(await isOn(view)).toBe(true);
});

test("a bad address says so, and shows the whole", async () => {
  await openAtlas("#entity=nobody%20knows");
  expect(await says(".notice")).toContain("“nobody knows”");
  expect(await title()).toBeNull();
  expect(await inPage(atlas, () => document.querySelectorAll("#graph .node").length)).toBe(27);
});

test("one selection in all views; the browser's Back goes back through it", async () => {
  await openAtlas("#entity=ttp");
  await atlas.click("#tab-time");
  await until("its events to be lit", () =>
    inPage(atlas, () => document.querySelectorAll('.time-row[data-lit="true"]').length === 3),
  );
  expect(await hash()).toBe("#view=time&entity=ttp");
  await atlas.click("#tab-article");
  await until("its paragraphs", () =>
    inPage(atlas, () => document.querySelectorAll('.paragraph[data-lit="true"]').length > 5),
  );
  await atlas.click("#panel .sl-ties .sl-link");
  await until("another entity", async () => (await title()) !== TTP_NAME);
  await inPage(atlas, () => history.back());
  await until("the first one", async () => (await title()) === TTP_NAME);
  await inPage(atlas, () => history.back());
  await until("the view before", () => isOn("time"));
});

test("a pointer lights a neighbourhood; wheel, keys and buttons zoom, and all of it comes back", async () => {
  await openAtlas();
  const shape = await atlas.waitForSelector('#graph [data-entity="al-qaeda"] .shape');
  await shape!.hover();
  await until("the neighbourhood", () =>
    inPage(atlas, () => {
      const lit = [...document.querySelectorAll<SVGElement>('#graph .node[data-lit="true"]')];
      return (
        lit
          .map(({ dataset }) => dataset.entity)
          .sort()
          .join() === "afghan-taliban,al-qaeda,transnational-militant-groups,ttp"
      );
    }),
  );
  const stage = () =>
    inPage(atlas, () => document.querySelector(".stage")?.getAttribute("transform") ?? "none");
  const turns = async (what: string, act: () => Promise<unknown>) => {
    const before = await stage();
    await act();
    await until(what, async () => (await stage()) !== before);
  };
  await turns("the wheel to zoom", () => atlas.mouse.wheel({ deltaY: -200 }));
  await inPage(atlas, () => document.querySelector<SVGElement>('#graph [tabindex="0"]')!.focus());
  await turns("a key to zoom", () => atlas.keyboard.press("+"));
  await turns("a key to pan", async () => {
    await atlas.keyboard.down("Shift");
    await atlas.keyboard.press("ArrowLeft");
    await atlas.keyboard.up("Shift");
  });
  const ground = await inPage(atlas, () => {
    const { left, top } = document.querySelector("#graph")!.getBoundingClientRect();
    return { x: left + 8, y: top + 8 };
  });
  await turns("a drag to pan", async () => {
    await atlas.mouse.move(ground.x, ground.y);
    await atlas.mouse.down();
    await atlas.mouse.move(ground.x + 60, ground.y + 30, { steps: 4 });
    await atlas.mouse.up();
  });
  await atlas.click(".zoom button:last-child");
  await until("all of it", async () => /translate\(0 0\) scale\(1\)/.test(await stage()));
  expect(await title()).toBeNull();
});

test("a statement is copied with its stance, its speaker and its source", async () => {
  await openAtlas("#event=embassy-shooting");
  await atlas.waitForSelector("#panel .copy");
  await inPage(atlas, () => {
    window.addEventListener("copy", (event) => {
      document.documentElement.dataset.copied = event.clipboardData?.getData("text/plain") ?? "";
    });
  });
  await atlas.click("#panel .copy");
  const copied = await until("the text", () => inPage(atlas, () => document.documentElement.dataset.copied));
  expect(copied).toMatch(
    /\(stated as fact, Zahid Hussain, ¶1 ¶2\)\nParaphrased by Sidelight from Zahid Hussain, .* https:\/\/www\.arabnews\.pk/,
  );
  await until("that to be said", async () => (await says("#said"))?.startsWith("Copied, with its source"));
});

test.each(["ties", "time", "article"])(
  "%s is saved as SVG, PNG, CSV and Markdown, each with its source",
  async (view) => {
    await openAtlas(`#view=${view}`);
    const size = () =>
      inPage(atlas, () => {
        const create = URL.createObjectURL;
        HTMLAnchorElement.prototype.click = () => undefined;
        URL.createObjectURL = (blob: Blob) => {
          void blob
            .slice(0, 8)
            .text()
            .then((head) => {
              document.documentElement.dataset.png = `${blob.type} ${blob.size} ${head.slice(1, 4)}`;
            });
          return create(blob);
        };
      });
    for (const kind of ["svg", "csv", "md"]) {
      const file = await exportedBy(atlas, () => atlas.click(`[data-save=${kind}]`));
      expect(file, kind).toContain("arabnews.pk/node/2214726".replaceAll("_", "\\_"));
      expect(file, kind).toMatch(/stated as fact/);
    }
    await size();
    await atlas.click("[data-save=png]");
    const png = await until("the picture", () => inPage(atlas, () => document.documentElement.dataset.png));
    expect(png).toMatch(/^image\/png \d{5,} PNG$/);
  },
);

test("the popup over a page without a name offers what there is to look at", async () => {
  atlas = await session.visitOwn("popup.html#own");
  await atlas.waitForSelector(".browse [data-entity]");
  const { entities, events } = await inPage(atlas, () => ({
    entities: [...document.querySelectorAll<HTMLElement>(".browse [data-entity]")].map(
      ({ dataset }) => dataset.entity,
    ),
    events: [...document.querySelectorAll<HTMLElement>(".browse [data-event]")].map(
      ({ dataset }) => dataset.event,
    ),
  }));
  expect(entities[0]).toBe("ttp");
  expect(events).toEqual(["10", "9", "8"]);
  await atlas.type("#search", "dae");
  await until("it to give way to results", () =>
    inPage(atlas, () => document.querySelector(".browse") === null),
  );
});

/**
 * The atlas that the extension has opened in front, to be driven. Firefox's protocol does not hand over a tab of an extension that the
 * driver has not opened: there another one is opened at the address of that, which is closed.
 */
async function openedAtlas(web: WebPage): Promise<Page> {
  const url = await until("the atlas in front", () =>
    session.driver.inExtension(async ({ tabs }) => {
      const [tab] = await tabs.query({ active: true });
      return tab?.url?.includes("/atlas.html") ? tab.url : null;
    }),
  );
  if (inject("browser") === "chromium")
    return until("its page", async () =>
      (await web.page.browser().pages()).find((page) => page.url() === url),
    );
  await closeAtlasTabs(session.driver);
  return session.driver.openOwn(url.slice(url.indexOf("atlas.html")));
}

test("by keys alone: from a card to a neighbour, official statements, an event's paragraph, a file, and back to the page", async () => {
  const web = await session.visit("sections.html");
  await wasRead(session.driver, web);
  await web.page.bringToFront();
  await until("a card by its key", async () => session.driver.command(web, "enter"));
  await cardOpens(web, TTP_NAME);
  const inCard = () =>
    web.inCard(
      (root) => root.activeElement?.getAttribute("aria-label") ?? root.activeElement?.textContent ?? "",
    );
  const press = async (wanted: string) => {
    for (let step = 0; (await inCard()) !== wanted; step++) {
      if (step > 40) throw new Error(`Tab does not lead to ${wanted}`);
      await web.page.keyboard.press("Tab");
    }
    await web.page.keyboard.press("Enter");
  };
  await press("More");
  await until("the menu", () => web.inCard((root) => root.querySelector(".sl-menu") !== null));
  await press("See in the atlas");
  atlas = await openedAtlas(web);
  await until("it to open the card's entity", async () => (await title().catch(() => null)) === TTP_NAME);
  expect(await hash()).toBe("#entity=ttp");
  await atlas.bringToFront();
  expect(await hasFocus(atlas, "#panel-title")).toBe(true);

  // To a neighbour: through the panel, and in the picture.
  await tabAndPress(atlas, "#panel .sl-ties .sl-link");
  await until("the neighbour", async () => (await title()) !== TTP_NAME);
  await tabAndPress(atlas, "#panel-back", "Enter", "back");
  await until("the way back", async () => (await title()) === TTP_NAME);
  await atlas.keyboard.press("Escape");
  await until("the panel to close", async () => (await title()) === null);
  await tabTo(atlas, "#graph .node");
  const stop = () => inPage(atlas, () => (document.activeElement as SVGElement).dataset.entity);
  const before = await stop();
  await atlas.keyboard.press("ArrowRight");
  expect(await stop()).not.toBe(before);
  const walked = await stop();
  await atlas.keyboard.press("Enter");
  await until("its panel", async () => (await hash()) === `#entity=${walked}`);
  await until("the focus to be in it", () => hasFocus(atlas, "#panel-title"));
  await atlas.keyboard.press("Escape");
  await until("the focus to go back to it", async () => (await stop()) === walked);

  await tabAndPress(atlas, '.chip[data-stance="official"]', " ", "back");
  await until("official ties alone", () =>
    inPage(atlas, () => document.querySelectorAll("#graph .edge").length === 6),
  );
  await tabTo(atlas, "#tab-ties", "back");
  await atlas.keyboard.press("ArrowRight");
  await until("the line of time", () => isOn("time"));
  await until("official events alone", () =>
    inPage(atlas, () => document.querySelectorAll(".time-row").length === 1),
  );
  await tabAndPress(atlas, ".time-row .sl-passage");
  await tabAndPress(atlas, '.time-row [data-passage="p11"]');
  await until("the paragraph", async () => (await title()) === "Paragraph 11");
  expect(await isOn("article")).toBe(true);
  expect(await hash()).toBe("#passage=p11");

  const csv = await exportedBy(atlas, () => tabAndPress(atlas, "[data-save=csv]", "Enter", "back"));
  expect(csv).toContain("official,UN Security Council");
  expect(csv).not.toContain(",opinion,");
  await atlas.close();
  await web.page.bringToFront();
  await until("the page to be in front", () =>
    inPage(web.page, () => document.visibilityState === "visible"),
  );
  await until("a card again", () => session.driver.command(web, "enter"));
  await cardOpens(web);
});
