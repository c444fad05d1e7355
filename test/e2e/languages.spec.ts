/** In a browser that is used in Urdu or in Arabic: the words are those of `_locales`, from right to left, and none is cut off. */
import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import arabic from "../../assets/_locales/ar/messages.json" with { type: "json" };
import urdu from "../../assets/_locales/ur/messages.json" with { type: "json" };
import { cardOpens, clickInCard } from "../harness/driver/card.ts";
import { hover, reachableMark } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import { useBrowser, wasRead } from "./session.ts";

/** CSS px: as wide as a phone. */
const NARROW = { width: 320, height: 640 };

/** What is in a box too narrow or too low for it, of all that carries a word of the interface. */
function cutOff(root: ParentNode): string[] {
  return [...root.querySelectorAll<HTMLElement>("button, label, legend, summary, h1, h2, h3, p, a")].flatMap(
    (box) => {
      const { display, overflow } = getComputedStyle(box);
      // Said by screen readers alone.
      const hidden = overflow === "hidden" && box.clientWidth <= 1;
      const fits =
        box.scrollWidth <= box.clientWidth &&
        (overflow === "visible" || box.scrollHeight <= box.clientHeight);
      return display === "inline" || hidden || fits
        ? []
        : [`${box.textContent}: ${box.scrollWidth} px in ${box.clientWidth}`];
    },
  );
}

/** Of a page of the extension, which must not scroll sideways either. */
const cutOffIn = async (page: Page) => [
  ...((await page.evaluate(`(${cutOff})(document)`)) as string[]),
  ...(await inPage(page, () => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`the page: ${scrollWidth} px in ${clientWidth}`] : [];
  })),
];

/** The languages and directions of what a card says of its entity, each once: `["ur rtl"]`. */
const spokenIn = (root: ShadowRoot): string[] => [
  ...new Set(
    [...root.querySelectorAll<HTMLElement>(".sl-summary, .sl-claims .sl-said, .sl-distinctions p")].map(
      ({ lang, dir }) => `${lang} ${dir}`,
    ),
  ),
];

describe.each([
  ["ur", urdu, "اقوام متحدہ کی سلامتی کونسل"],
  ["ar", arabic, "مجلس الأمن الدولي"],
])("in a browser in %s", (language, words, council) => {
  const session = useBrowser({ language });

  test("the card", async () => {
    const web = await session.visit("sections.html");
    await wasRead(session.driver, web);
    const spot = await until("a mark", () => reachableMark(web.page, "UN Security Council"));
    await inPage(web.page, () => document.documentElement.setAttribute("lang", "fa-IR"));
    await hover(web.page, spot);
    const { text } = await cardOpens(web, council);
    expect(text).toContain(words.popupSays.message);
    // Whose translation it is stands in the message's place.
    expect(text).toContain(words.cardTranslated.message.split("$1")[0]);
    expect(await web.inCard(spokenIn)).toEqual([`${language} rtl`]);
    const names = await web.inCard((root) =>
      [...root.querySelectorAll<HTMLElement>(".sl-names bdi")].map(({ lang }) => lang),
    );
    expect(names, "the page's own language first, then the original's").toEqual(["fa", "en"]);
    const show = (other: string) =>
      words.cardShowIn.message.replace(
        "$1",
        `\u2068${new Intl.DisplayNames([language], { type: "language" }).of(other)}\u2069`,
      );
    await clickInCard(web, show("en"));
    await until("English", async () => (await web.inCard(spokenIn))?.join() === "en ltr");
    await clickInCard(web, show(language));
    await until(
      "the reader's language again",
      async () => (await web.inCard(spokenIn))?.join() === `${language} rtl`,
    );
    await clickInCard(web, words.cardMore.message);
    const card = await until("the menu", () =>
      web.inCard((root) => {
        if (!root.querySelector('[aria-expanded="true"]')) return null;
        const { lang, dir } = root.querySelector<HTMLElement>(".sl-card")!;
        return { lang, dir };
      }),
    );
    expect(card).toEqual({ lang: language, dir: "rtl" });
    expect(await web.inCard(cutOff)).toEqual([]);
  });

  test("what the popup says runs from right to left, though it begin with the name of a site", async () => {
    const popup = await session.visitOwn("popup.html");
    await popup.waitForSelector("#main-switch");
    const directions = await inPage(popup, () =>
      [...document.querySelectorAll(".switch-label, .status-line > :last-child")].map((words) => {
        words.prepend("example.org ");
        return getComputedStyle(words).direction;
      }),
    );
    expect(directions.length).toBeGreaterThan(1);
    expect(new Set(directions)).toEqual(new Set(["rtl"]));
  });

  test.each([
    ["popup.html", "#main-switch", words.popupTitle, ["rtl"]],
    ["options.html", "#export", words.optionsTitle, ["rtl", "rtl", "rtl"]],
    ["welcome.html", "#sample", words.welcomeTitle, ["rtl"]],
  ])("%s", async (name, ready, title, boxes) => {
    const page = await session.visitOwn(name);
    await page.waitForSelector(ready);
    expect(
      await inPage(page, () => {
        const { lang, dir } = document.documentElement;
        return { lang, dir, title: document.title };
      }),
    ).toEqual({ lang: language, dir: "rtl", title: title.message });
    expect(
      await inPage(page, () =>
        [...document.querySelectorAll("input:placeholder-shown")].map(
          (box) => getComputedStyle(box).direction,
        ),
      ),
      "where the hint of an empty box begins",
    ).toEqual(boxes);
    expect(await cutOffIn(page)).toEqual([]);
    await page.setViewport(NARROW);
    expect(await cutOffIn(page)).toEqual([]);
  });
});
