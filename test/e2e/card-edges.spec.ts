/** The edges of the hover machine (src/card/machine.ts), walked by a real pointer and real keys. */
import type { Page } from "puppeteer-core";
import { beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { cardCloses, cardIsOpen, cardOpens, clickInCard } from "../../scripts/lib/driver/card.ts";
import { hover, leave, reachableMark, type Spot, textsOf } from "../../scripts/lib/driver/marks.ts";
import { inPage, until } from "../../scripts/lib/driver/shared.ts";
import type { WebPage } from "../../scripts/lib/driver/types.ts";
import { REST_AFTER } from "../../src/card/delays.ts";
import type { SettingsIntent } from "../../src/messages/table.ts";
import { useBrowser, wasRead } from "./session.ts";

interface Api {
  runtime: { sendMessage(message: object): Promise<unknown> };
}
declare const browser: Api | undefined;
declare const chrome: Api;

const COUNCIL = "UN Security Council";
const WILSON = "Wilson Center";
const session = useBrowser();
let own: Page;
let web: WebPage;

beforeAll(async () => {
  own = await session.driver.openOwn("options.html");
});

beforeEach(async () => {
  web = await session.open("sections.html");
  await wasRead(session.driver, web);
  await web.page.bringToFront();
  await leave(web.page);
  return () => web.page.close();
});

const change = (...intents: SettingsIntent[]) =>
  inPage(
    own,
    (intents: object[]) => {
      const { runtime } = typeof browser === "undefined" ? chrome : browser;
      return runtime.sendMessage({ type: "settings.change", request: { intents } });
    },
    intents,
  );

const spotOf = (text: string) => until(`a mark “${text}”`, () => reachableMark(web.page, text));
const hoverMark = async (text: string) => hover(web.page, await spotOf(text));
const headingIs = (text: string) => cardOpens(web, text);

/** Lets everything that was set off by now happen: a whole dwell over another mark, whose card comes in its place. */
async function aDwellPasses(): Promise<void> {
  await leave(web.page);
  await hoverMark(WILSON);
  await headingIs(WILSON);
}

const middleOfCard = () =>
  until("the card's middle", () =>
    web.inCard((root) => {
      const { left, top, width, height } = root.querySelector(".sl-card")!.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }),
  );

async function moveTo(x: number, y: number, steps = 12): Promise<void> {
  await web.page.mouse.move(x, y, { steps });
}

describe("open and leaving", () => {
  test("the way to the card, and the card itself, keep it open", async () => {
    await hoverMark(COUNCIL);
    await headingIs(COUNCIL);
    const { x, y } = await middleOfCard();
    await moveTo(x, y, 30);
    await clickInCard(web, "More");
    expect(await cardIsOpen(web)).toBe(true);
    await leave(web.page);
    await cardCloses(web);
  });

  test("who comes back within the grace finds the card still there", async () => {
    await hoverMark(COUNCIL);
    await headingIs(COUNCIL);
    await inPage(web.page, () => {
      const counts = { closed: 0 };
      Object.assign(window, { counts });
      document.querySelector("[data-sidelight-card]")!.addEventListener("toggle", () => counts.closed++);
    });
    const spot = await spotOf(COUNCIL);
    await web.page.mouse.move(spot.x, spot.y - 60);
    await hover(web.page, spot);
    expect(await cardIsOpen(web)).toBe(true);
    expect(
      await inPage(web.page, () => (window as unknown as { counts: { closed: number } }).counts.closed),
    ).toBe(0);
  });

  test("another mark takes over while a card is open", async () => {
    await hoverMark(COUNCIL);
    await headingIs(COUNCIL);
    await hoverMark(WILSON);
    await headingIs(WILSON);
  });

  test("a mention that the page removes takes its card along", async () => {
    await hoverMark(COUNCIL);
    await headingIs(COUNCIL);
    await inPage(web.page, () => {
      for (const paragraph of document.querySelectorAll("p"))
        if (paragraph.textContent!.includes("Council")) paragraph.remove();
    });
    await cardCloses(web);
  });

  test("a press elsewhere closes; on the barred mark nothing opens until the pointer has left", async () => {
    await hoverMark(COUNCIL);
    await headingIs(COUNCIL);
    await web.page.mouse.down();
    await web.page.mouse.up();
    await cardCloses(web);
    const { x, y } = await spotOf(COUNCIL);
    await moveTo(x + 2, y);
    await aDwellPasses();
  });

  test("writing closes", async () => {
    await hoverMark(COUNCIL);
    await headingIs(COUNCIL);
    await inPage(web.page, () => {
      const field = document.createElement("input");
      // Out of the card's way: focus under it would close it, too.
      field.style.cssText = "position: fixed; top: 0; right: 0";
      document.body.append(field);
      field.focus({ preventScroll: true });
    });
    await web.page.keyboard.press("x");
    await cardCloses(web);
  });
});

describe("pinned", () => {
  test("it stays through leaving and presses, until it is let go", async () => {
    await hoverMark(COUNCIL);
    await headingIs(COUNCIL);
    await clickInCard(web, "Keep this card open");
    await leave(web.page);
    await web.page.mouse.click(5, 5);
    expect(await cardIsOpen(web)).toBe(true);
    await web.page.keyboard.press("Escape");
    await cardCloses(web);
  });
});

describe("hands that are busy", () => {
  test("no card while text is being selected, nor over the selection's end", async () => {
    const spot = await spotOf(COUNCIL);
    await web.page.mouse.move(spot.x - 60, spot.y);
    await web.page.mouse.down();
    await moveTo(spot.x, spot.y, 20);
    await until("a selection", () => inPage(web.page, () => getSelection()!.toString().length > 3));
    expect(await cardIsOpen(web)).toBe(false);
    await web.page.mouse.up();
    expect(await cardIsOpen(web)).toBe(false);
  });

  test("a press on the mark before the dwell bars it", async () => {
    const spot = await spotOf(COUNCIL);
    await hover(web.page, spot);
    await web.page.mouse.click(spot.x, spot.y);
    await moveTo(spot.x + 1, spot.y);
    await aDwellPasses();
  });
});

/** Several dwells long: nothing else tells of a card that does not come. */
const noCardComes = async () =>
  expect(await until("a card", () => cardIsOpen(web), 1_500).catch(() => false)).toBe(false);

/** The events of these types that the page has seen since `watch`. (Not all are trusted: see hands.ts.) */
const watch = (...types: string[]) =>
  inPage(
    web.page,
    (types: string[]) => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      for (const type of types) window.addEventListener(type, () => seen.push(type), true);
    },
    types,
  );
const seen = () => inPage(web.page, () => (window as unknown as { seen: string[] }).seen);

describe("a pointer that nobody moves", () => {
  /** As a system tells of a pointer that something has come to lie under. */
  const tellWhereItRests = ({ x, y }: Spot) => web.page.mouse.move(x, y);

  test("opens nothing on the mark that a page has put under it as it was loaded", async () => {
    const spot = await spotOf(COUNCIL);
    await web.page.mouse.move(spot.x, spot.y);
    await web.page.goto(`${session.server.address}pages/sections.html?again`);
    await wasRead(session.driver, web);
    await spotOf(COUNCIL);
    await watch("pointermove");
    await tellWhereItRests(spot);
    // Firefox keeps such a move to itself.
    if (inject("browser") === "chromium")
      await until("the move to be told", async () => (await seen()).length > 0);
    await noCardComes();
    await hover(web.page, { ...spot, x: spot.x + 2 });
    await headingIs(COUNCIL);
  });

  test("opens nothing on a mark that is painted under it later", async () => {
    const { x, y } = await inPage(web.page, () => {
      const { left, top } = document.querySelector("h1")!.getBoundingClientRect();
      return { x: left + 20, y: top + 20 };
    });
    const rests = { style: "", text: "", x, y };
    await inPage(web.page, () => {
      Object.assign(window, { movedAt: Number.POSITIVE_INFINITY });
      window.addEventListener("pointermove", ({ timeStamp }) =>
        Object.assign(window, { movedAt: timeStamp }),
      );
    });
    await hover(web.page, rests);
    await until("the pointer to have come to rest", () =>
      inPage(
        web.page,
        (rest: number) => performance.now() - (window as unknown as { movedAt: number }).movedAt > rest,
        2 * REST_AFTER,
      ),
    );
    await inPage(web.page, () => {
      document.querySelector("h1")!.textContent = "NACTA NACTA";
    });
    await until("the mark", async () => (await textsOf(web.page)).includes("NACTA"));
    await tellWhereItRests(rests);
    await noCardComes();
    await web.page.mouse.move(x + 3, y);
    await web.page.mouse.move(x + 4, y);
    await cardOpens(web);
  });
});

describe("a drag", () => {
  test("of text over a mark opens nothing; after the drop, hovering does again", async () => {
    const from = await inPage(web.page, () => {
      const { left, top, height } = document.querySelector("h1")!.getBoundingClientRect();
      return { x: left + 30, y: top + height / 2 };
    });
    const spot = await spotOf(COUNCIL);
    await web.page.mouse.click(from.x, from.y, { count: 2 });
    await until("a selection", () => inPage(web.page, () => getSelection()!.toString() !== ""));
    await watch("dragstart", "dragend", "pointermove");
    await web.page.mouse.down();
    await moveTo(spot.x - 5, spot.y, 10);
    await moveTo(spot.x, spot.y, 5);
    // Firefox starts no drag for a pointer that is driven: there it is a button that is down.
    if (inject("browser") === "chromium") expect(await seen()).toContain("dragstart");
    await noCardComes();
    await web.page.mouse.up();
    if (inject("browser") === "chromium")
      await until("the drop", async () => (await seen()).includes("dragend"));
    await leave(web.page);
    await hover(web.page, spot);
    await headingIs(COUNCIL);
  });

  test("that begins in the dwell leaves it at that", async () => {
    await inPage(web.page, () => {
      const text = document.getElementById("first")!;
      text.draggable = true;
    });
    const spot = await spotOf("Daesh");
    await hover(web.page, spot);
    await web.page.mouse.down();
    await moveTo(spot.x + 20, spot.y, 4);
    await moveTo(spot.x, spot.y, 4);
    await noCardComes();
    await web.page.mouse.up();
  });
});

describe("an input method", () => {
  const KANA = "か";
  beforeEach(async () => {
    await inPage(web.page, () => {
      const field = document.createElement("input");
      field.style.cssText = "position: fixed; top: 0; right: 0";
      document.body.append(field);
      field.focus({ preventScroll: true });
    });
    await watch("compositionstart", "compositionend");
  });

  test("that is composing lets no card come, and one does once it is done", async () => {
    await web.compose(KANA);
    await until("the composition", async () => (await seen()).includes("compositionstart"));
    await hoverMark(COUNCIL);
    await noCardComes();
    await web.compose();
    await until("its end", async () => (await seen()).includes("compositionend"));
    await leave(web.page);
    await hoverMark(COUNCIL);
    await headingIs(COUNCIL);
  });

  test("that begins closes an open card", async () => {
    await hoverMark(COUNCIL);
    await headingIs(COUNCIL);
    await web.compose(KANA);
    await cardCloses(web);
    await web.compose();
  });
});

describe("another tab in front", () => {
  test.each([
    ["closes a card", false],
    ["leaves a pinned one", true],
  ])("%s", async (_name, pinned) => {
    await hoverMark(COUNCIL);
    await headingIs(COUNCIL);
    if (pinned) await clickInCard(web, "Keep this card open");
    const other = await session.open("sections.html");
    try {
      await until("the page to be hidden", () => inPage(web.page, () => document.hidden));
      if (pinned) expect(await cardIsOpen(web)).toBe(true);
      else await cardCloses(web);
    } finally {
      await other.page.close();
    }
  });

  test("in the dwell: no card is there on coming back", async () => {
    await change({ type: "set", key: "hoverDelay", value: 1_000 });
    await hoverMark(COUNCIL);
    const other = await session.open("sections.html");
    await until("the page to be hidden", () => inPage(web.page, () => document.hidden));
    await noCardComes();
    await other.page.close();
    await web.page.bringToFront();
    await until("the page to be seen", () => inPage(web.page, () => !document.hidden));
    expect(await cardIsOpen(web)).toBe(false);
    await change({ type: "reset" });
  });
});

describe("scrolling", () => {
  test("inside the card it does not scroll the page", async () => {
    await inPage(web.page, () => {
      document.body.style.paddingBottom = "3000px";
    });
    await hoverMark("Tehreek-i-Taliban Pakistan");
    await cardOpens(web);
    const { x, y } = await middleOfCard();
    await moveTo(x, y, 20);
    const scrolled = () => web.inCard((root) => root.querySelector(".sl-scroll")!.scrollTop);
    for (let turns = 0; turns < 12; turns++) await web.page.mouse.wheel({ deltaY: 400 });
    await until("the body to scroll", async () => ((await scrolled()) ?? 0) > 100);
    expect(await inPage(web.page, () => scrollY)).toBe(0);
    expect(await cardIsOpen(web)).toBe(true);
  });
});

describe("other ways to open", () => {
  const reset = () => change({ type: "reset" });

  test("with a modifier: not without it, and at once when it is held over a mark", async () => {
    await change({ type: "set", key: "modifier", value: "alt" });
    try {
      await hoverMark(COUNCIL);
      expect(await cardIsOpen(web)).toBe(false);
      await web.page.keyboard.down("Shift");
      await web.page.keyboard.up("Shift");
      expect(await cardIsOpen(web)).toBe(false);
      await web.page.keyboard.down("Alt");
      await headingIs(COUNCIL);
      await web.page.keyboard.up("Alt");
    } finally {
      await reset();
    }
  });

  test("by click: hovering opens nothing, a click does, another one elsewhere closes", async () => {
    await change(
      { type: "set", key: "openBy", value: "click" },
      { type: "set", key: "hoverDelay", value: 100 },
    );
    try {
      const spot = await spotOf(COUNCIL);
      await hover(web.page, spot);
      await web.page.mouse.click(spot.x, spot.y);
      await headingIs(COUNCIL);
      // It was asked for: leaving does not close it.
      await leave(web.page);
      expect(await cardIsOpen(web)).toBe(true);
      await web.page.mouse.click(5, 5);
      await cardCloses(web);
    } finally {
      await reset();
    }
  });

  test("switched off on the site, an open card goes", async () => {
    await hoverMark(COUNCIL);
    await headingIs(COUNCIL);
    await change({ type: "set", key: "enabled", value: false });
    try {
      await cardCloses(web);
    } finally {
      await reset();
    }
  });
});
