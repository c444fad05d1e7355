/** The edges of the hover machine (src/content/card/hover/machine.ts), walked by a real pointer and real keys. */
import { describe, expect, test } from "vitest";
import { HOVER_DELAY } from "../../src/settings/defaults.ts";
import { cardCloses, cardIsOpen, cardOpens, clickInCard } from "../harness/driver/card.ts";
import { hover, leave } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import { COUNCIL, useSections, WILSON } from "./sections.ts";

const on = useSections();

const middleOfCard = () =>
  until("the card's middle", () =>
    on.web.inCard((root) => {
      const { left, top, width, height } = root.querySelector(".sl-card")!.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }),
  );

async function moveTo(x: number, y: number, steps = 12): Promise<void> {
  await on.web.page.mouse.move(x, y, { steps });
}

describe("open and leaving", () => {
  test("the way to the card, and the card itself, keep it open", async () => {
    await on.hoverMark(COUNCIL);
    await cardOpens(on.web, COUNCIL);
    const { x, y } = await middleOfCard();
    await moveTo(x, y, 30);
    await clickInCard(on.web, "More");
    expect(await cardIsOpen(on.web)).toBe(true);
    await leave(on.web.page);
    await cardCloses(on.web);
  });

  test("who comes back within the grace finds the card still there", async () => {
    await on.hoverMark(COUNCIL);
    await cardOpens(on.web, COUNCIL);
    const spot = await on.spotOf(COUNCIL);
    await on.web.page.mouse.move(spot.x, spot.y - 60);
    await hover(on.web.page, spot);
    expect(await cardIsOpen(on.web)).toBe(true);
    expect(await on.cards()).toBe(1);
  });

  test("another mark takes over while a card is open", async () => {
    await on.hoverMark(COUNCIL);
    await cardOpens(on.web, COUNCIL);
    await on.hoverMark(WILSON);
    await cardOpens(on.web, WILSON);
  });

  test("a mention that the page removes takes its card along", async () => {
    await on.hoverMark(COUNCIL);
    await cardOpens(on.web, COUNCIL);
    await inPage(on.web.page, () => {
      for (const paragraph of document.querySelectorAll("p"))
        if (paragraph.textContent!.includes("Council")) paragraph.remove();
    });
    await cardCloses(on.web);
  });

  test("a press elsewhere closes; on the barred mark nothing opens until the pointer has left", async () => {
    await on.hoverMark(COUNCIL);
    await cardOpens(on.web, COUNCIL);
    await on.web.page.mouse.down();
    await on.web.page.mouse.up();
    await cardCloses(on.web);
    const { x, y } = await on.spotOf(COUNCIL);
    await moveTo(x + 2, y);
    expect(await on.cardsInTime()).toBe(1);
    await leave(on.web.page);
    await on.hoverMark(COUNCIL);
    await cardOpens(on.web, COUNCIL);
  });

  test("writing closes", async () => {
    await on.hoverMark(COUNCIL);
    await cardOpens(on.web, COUNCIL);
    await inPage(on.web.page, () => {
      const field = document.createElement("input");
      // Out of the card's way: focus under it would close it, too.
      field.style.cssText = "position: fixed; top: 0; right: 0";
      document.body.append(field);
      field.focus({ preventScroll: true });
    });
    await on.web.page.keyboard.press("x");
    await cardCloses(on.web);
  });
});

describe("pinned", () => {
  test("it stays through leaving and presses, until it is let go", async () => {
    await on.hoverMark(COUNCIL);
    await cardOpens(on.web, COUNCIL);
    await clickInCard(on.web, "Keep this card open");
    await leave(on.web.page);
    await on.web.page.mouse.click(5, 5);
    expect(await cardIsOpen(on.web)).toBe(true);
    await on.web.page.keyboard.press("Escape");
    await cardCloses(on.web);
  });
});

describe("another tab in front", () => {
  test.each([
    ["closes a card", false],
    ["leaves a pinned one", true],
  ])("%s", async (_name, pinned) => {
    await on.hoverMark(COUNCIL);
    await cardOpens(on.web, COUNCIL);
    if (pinned) await clickInCard(on.web, "Keep this card open");
    const other = await on.open("sections.html");
    try {
      await until("the page to be hidden", () => inPage(on.web.page, () => document.hidden));
      if (pinned) expect(await cardIsOpen(on.web)).toBe(true);
      else await cardCloses(on.web);
    } finally {
      await other.page.close();
    }
  });

  test("in the dwell: no card is there on coming back", async () => {
    // As long as can be, and the other tab is there: it has to be in front before the dwell has ended, on a busy machine too.
    await on.begin({ type: "set", key: "hoverDelay", value: HOVER_DELAY.max });
    const other = await on.open("sections.html");
    await on.web.page.bringToFront();
    await on.hoverMark(COUNCIL);
    await other.page.bringToFront();
    await until("the page to be hidden", () => inPage(on.web.page, () => document.hidden));
    await other.page.close();
    await on.web.page.bringToFront();
    await until("the page to be seen", () => inPage(on.web.page, () => !document.hidden));
    expect(await on.cardsInTime()).toBe(0);
  });
});

describe("scrolling", () => {
  test("inside the card it does not scroll the page", async () => {
    await inPage(on.web.page, () => {
      document.body.style.paddingBottom = "3000px";
    });
    await on.hoverMark("Tehreek-i-Taliban Pakistan");
    await cardOpens(on.web);
    const { x, y } = await middleOfCard();
    await moveTo(x, y, 20);
    const scrolled = () => on.web.inCard((root) => root.querySelector(".sl-scroll")!.scrollTop);
    for (let turns = 0; turns < 12; turns++) await on.web.page.mouse.wheel({ deltaY: 400 });
    await until("the body to scroll", async () => ((await scrolled()) ?? 0) > 100);
    expect(await inPage(on.web.page, () => scrollY)).toBe(0);
    expect(await cardIsOpen(on.web)).toBe(true);
  });
});

describe("other ways to open", () => {
  test("with a modifier: not without it, and at once when it is held over a mark", async () => {
    await on.begin({ type: "set", key: "modifier", value: "alt" });
    await on.hoverMark(COUNCIL);
    await on.web.page.keyboard.down("Shift");
    await on.web.page.keyboard.up("Shift");
    expect(await on.cardsInTime()).toBe(0);
    await on.web.page.keyboard.down("Alt");
    await cardOpens(on.web, COUNCIL);
    await on.web.page.keyboard.up("Alt");
  });

  test("by click: hovering opens nothing, a click does, another one elsewhere closes", async () => {
    await on.begin({ type: "set", key: "openBy", value: "click" });
    const spot = await on.spotOf(COUNCIL);
    await hover(on.web.page, spot);
    expect(await on.cardsInTime()).toBe(0);
    await on.web.page.mouse.click(spot.x, spot.y);
    await cardOpens(on.web, COUNCIL);
    // It was asked for: leaving does not close it.
    await leave(on.web.page);
    expect(await cardIsOpen(on.web)).toBe(true);
    await on.web.page.mouse.click(5, 5);
    await cardCloses(on.web);
  });

  test("switched off on the site, an open card goes", async () => {
    await on.hoverMark(COUNCIL);
    await cardOpens(on.web, COUNCIL);
    await on.change({ type: "set", key: "enabled", value: false });
    await cardCloses(on.web);
  });
});
