/** Which marks are painted: those near the viewport, by the settings as they are, of names that can be seen; and jumping to them. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SettingsIntent } from "../../src/messages/table.ts";
import { cardIsOpen, cardOpens } from "../harness/driver/card.ts";
import { hover, leave, marksOf, reachableMark, textsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { useBrowser, wasRead } from "./session.ts";

const session = useBrowser();
let web: WebPage;

beforeEach(async () => {
  await change({ type: "reset" });
  web = await session.visit("living.html");
  await wasRead(session.driver, web);
});
afterEach(() => expect(web.errors).toEqual([]));

const change = (...intents: SettingsIntent[]) => session.driver.change(...intents);
const command = (name: string) => session.driver.command(web, name);

const fill = (markup: string) =>
  inPage(
    web.page,
    (inner: string) => {
      document.body.innerHTML = inner;
    },
    markup,
  );

const marked = (...texts: string[]) =>
  until(`the marks ${texts}`, async () => (await textsOf(web.page)).join("|") === texts.join("|"));

const highlightNames = () =>
  inPage(web.page, () => [...CSS.highlights.keys()].filter((name) => name.startsWith("sidelight-")));

const FILLER = '<div style="height: 3000px"></div>';

describe("near the viewport", () => {
  test("only what is near is painted; what is scrolled to comes, and what is left goes", async () => {
    await fill(
      `<p>Daesh</p>${FILLER}<h2>Then</h2><p>al-Qaeda</p>${FILLER}<h2>At last</h2><p>The Wilson Center</p>`,
    );
    await marked("Daesh");
    expect((await session.driver.summary(web))?.mentions.length).toBe(3);
    await inPage(web.page, () => document.querySelectorAll("p")[1]!.scrollIntoView());
    await marked("al-Qaeda");
    await inPage(web.page, () => scrollTo(0, 0));
    await marked("Daesh");
  });

  test("in a box that scrolls as well", async () => {
    await fill(
      `<div id="box" style="height: 200px; overflow: auto"><p>Daesh</p>${FILLER}<p>al-Qaeda</p></div>`,
    );
    await marked("Daesh");
    await inPage(web.page, () => document.getElementById("box")!.scrollTo(0, 9000));
    await marked("al-Qaeda");
  });

  test("what comes into sight without a change of the page: a menu opened by a rule, pictures that come late", async () => {
    await fill(`<style>#menu { max-height: 0; overflow: hidden } nav:hover #menu { max-height: 200px }</style>
      <nav style="height: 60px; width: 200px">Menu<div id="menu"><p>Daesh</p></div></nav><p>al-Qaeda</p>`);
    await marked("al-Qaeda");
    await web.page.mouse.move(40, 20);
    await web.page.mouse.move(42, 22);
    await marked("Daesh", "al-Qaeda");
  });

  test("what fades in gets its mark, and takes it from the next of its name", async () => {
    await fill(`<p id="first" style="opacity: 0; transition: opacity 0.1s">Daesh</p><p>Later, Daesh</p>`);
    const marksAt = () =>
      inPage(web.page, () =>
        [...CSS.highlights.values()].flatMap((each) =>
          [...(each as unknown as Set<AbstractRange>)].map(
            ({ startContainer }) => startContainer.parentElement!.id,
          ),
        ),
      );
    await until(
      "the mark of the second",
      async () => (await marksAt()).join() === "" && (await textsOf(web.page)).length === 1,
    );
    await inPage(web.page, () => document.getElementById("first")!.style.setProperty("opacity", "1"));
    await until("the mark of the first", async () => (await marksAt()).join() === "first");
  });
});

describe("one wanted set", () => {
  const MANY = `<div style="font: 6px/1.2 sans-serif; columns: 12">${"<p style='margin:0'>Daesh, al-Qaeda</p>".repeat(300)}</div>`;

  test("settings that change while marks are being painted: those of the last ones are left, and no other", async () => {
    await change({ type: "set", key: "density", value: "all" });
    await fill(MANY);
    await until("all marks", async () => (await marksOf(web.page)).length === 600);
    for (const on of [true, false, true]) {
      // Each change of the page is a pass, in steps; the settings come in between.
      await inPage(web.page, () => {
        const div = document.querySelector("div")!;
        const turn = (left: number) => {
          div.classList.toggle("turned");
          if (left > 0) requestAnimationFrame(() => turn(left - 1));
        };
        turn(10);
      });
      await change({ type: "mute", entity: "daesh", on });
      await until(
        "the marks that are wanted",
        async () => (await marksOf(web.page)).length === (on ? 300 : 600),
      );
    }
    await change({ type: "set", key: "markStyle", value: "wavy" });
    await until("one style alone", async () => (await highlightNames()).join() === "sidelight-wavy");
    expect((await marksOf(web.page)).length).toBe(300);
  });

  test("no name of a highlight tells which card is open, or where the reader has jumped to", async () => {
    await fill(`<p>Daesh and al-Qaeda</p>`);
    await marked("Daesh", "al-Qaeda");
    const before = await highlightNames();
    await leave(web.page);
    await hover(web.page, (await reachableMark(web.page, "al-Qaeda"))!);
    await cardOpens(web);
    expect(await highlightNames()).toEqual(before);
    await web.page.keyboard.press("Escape");
    expect(await command("next")).toBe(true);
    await cardOpens(web);
    expect(await highlightNames()).toEqual(before);
    const frames = () => inPage(web.page, () => document.querySelectorAll("[data-sidelight-spot]").length);
    expect(await frames()).toBe(1);
    await web.page.keyboard.press("Escape");
    await until("the frame to go", async () => !(await cardIsOpen(web)) && (await frames()) === 0);
  });
});

describe("jumping", () => {
  /** Goes to the next mark, and answers how far what scrolls has been scrolled. */
  const next = async (name: string) => {
    expect(await command("next")).toBe(true);
    await cardOpens(web, name);
    return inPage(web.page, () =>
      [...document.querySelectorAll("[id]")].map(
        ({ id, scrollLeft, scrollTop }) => `${id} ${scrollLeft} ${scrollTop}`,
      ),
    );
  };
  const isInSight = (selector: string) =>
    inPage(
      web.page,
      (selector: string) => {
        const element = document.querySelector(selector)!;
        const { left, top, width, height } = element.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2) === element;
      },
      selector,
    );

  test("passes over what cannot be brought into sight, and scrolls no box that a reader cannot scroll back", async () => {
    await fill(`<div id="view" style="width: 300px; overflow: hidden"><div style="display: flex; width: 600px">
        <div style="flex: none; width: 300px">First</div><div style="flex: none; width: 300px">The Wilson Center</div></div></div>
      <div id="panel" style="height: 60px; overflow: hidden"><div style="height: 80px"></div>The UN Security Council</div>
      <p style="transform: scale(0)">The Stimson Center</p><p style="font-size: 0">Arab News</p>${FILLER}<p><b>al-Qaeda</b></p>`);
    await until(
      "the page to be read",
      async () => (await session.driver.summary(web))?.mentions.length === 1,
    );
    expect(await next("al-Qaeda")).toEqual(["view 0 0", "panel 0 0"]);
    expect(await isInSight("b")).toBe(true);
    expect(await next("al-Qaeda")).toEqual(["view 0 0", "panel 0 0"]);
  });

  test("goes through boxes in boxes, and past snapping", async () => {
    await fill(`${FILLER}<div id="outer" style="height: 300px; overflow: auto">${FILLER}
      <div id="inner" style="height: 200px; overflow: auto; white-space: nowrap">${FILLER}
      <span style="display: inline-block; width: 3000px"></span><b>al-Qaeda</b></div></div>${FILLER}`);
    await until(
      "the page to be read",
      async () => (await session.driver.summary(web))?.mentions.length === 1,
    );
    await next("al-Qaeda");
    expect(await isInSight("b")).toBe(true);
    await web.page.keyboard.press("Escape");
    await inPage(web.page, () =>
      document.documentElement.style.setProperty("scroll-snap-type", "y mandatory"),
    );
    const section = (words: string) =>
      `<section style="height: 100vh; scroll-snap-align: start; display: flex; flex-direction: column; justify-content: space-between">${words}</section>`;
    await fill(
      section("<p>One</p><p>End</p>") + section("<p>Two</p><p><b>al-Qaeda</b></p>") + section("<p>Three</p>"),
    );
    await until(
      "the page to be read",
      async () => (await session.driver.summary(web))?.mentions.length === 1,
    );
    await next("al-Qaeda");
    expect(await isInSight("b")).toBe(true);
  });
});

describe("a frame", () => {
  /** Puts a frame that names al-Qaeda, and behind it one that names the Wilson Center and is seen. */
  const put = (css: string) =>
    inPage(
      web.page,
      async (css: string) => {
        document.body.replaceChildren();
        for (const [style, name] of [
          [css, "al-Qaeda"],
          ["", "the Wilson Center"],
        ]) {
          const around = document.createElement("div");
          around.style.cssText = style!;
          const frame = document.createElement("iframe");
          frame.srcdoc = `<p>A word about ${name}.</p>`;
          around.append(frame);
          const loaded = new Promise((done) => frame.addEventListener("load", done));
          document.body.append(around);
          await loaded;
        }
      },
      css,
    );
  const marksIn = (index: number) =>
    inPage(
      web.page,
      (index: number) =>
        (window[index] as unknown as { CSS: { highlights: Map<string, unknown> } }).CSS.highlights.size,
      index,
    );

  test.each([
    ["faded out", "opacity: 0.01"],
    ["not visible", "visibility: hidden"],
    ["filtered away", "filter: opacity(0)"],
  ])("that its page has %s has no mark until it is shown", async (_name, css) => {
    await put(css);
    await until("the mark in the other", () => marksIn(1));
    expect(await marksIn(0)).toBe(0);
    await inPage(web.page, () => document.querySelector("div")!.removeAttribute("style"));
    await until("the mark in it", () => marksIn(0));
  });
});
