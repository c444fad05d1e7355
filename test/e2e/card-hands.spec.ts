/** No card comes while the reader's hands are on something else (src/content/card/hover/input.ts), nor to a pointer that nobody moves. */
import { beforeEach, describe, expect, inject, test } from "vitest";
import { REST_AFTER, SELECTION_PAUSE } from "../../src/content/card/delays.ts";
import { cardCloses, cardOpens, cardsInTime } from "../harness/driver/card.ts";
import { hover, leave, type Spot, textsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import { COUNCIL, useSections } from "./sections.ts";
import { DWELL, wasRead } from "./session.ts";

// A browser of its own: in one that other files have used, Firefox would not always give the field an input method.
const on = useSections({});

async function moveTo(x: number, y: number, steps = 12): Promise<void> {
  await on.web.page.mouse.move(x, y, { steps });
}

describe("hands that are busy", () => {
  test("no card while text is being selected, nor over the selection's end", async () => {
    const spot = await on.spotOf(COUNCIL);
    // From beside the mark: one that is pressed is barred in any case.
    await on.web.page.mouse.move(spot.x + 120, spot.y);
    await on.web.page.mouse.down();
    await moveTo(spot.x, spot.y, 20);
    await until("a selection", () => inPage(on.web.page, () => getSelection()!.toString().length > 3));
    // The pause that a change of the selection brings is over by then; the button is down.
    expect(await cardsInTime(on.web, SELECTION_PAUSE + DWELL)).toBe(0);
    await on.web.page.mouse.up();
    await moveTo(spot.x + 2, spot.y);
    expect(await on.cardsInTime()).toBe(0);
  });

  test("a press on the mark before the dwell bars it", async () => {
    // Longer than a busy machine takes from the hover to the press.
    await on.begin({ type: "set", key: "hoverDelay", value: 1_000 });
    const spot = await on.spotOf(COUNCIL);
    await hover(on.web.page, spot);
    // It rests there for a moment: the dwell has begun.
    expect(await cardsInTime(on.web, 0)).toBe(0);
    await on.web.page.mouse.click(spot.x, spot.y);
    await hover(on.web.page, { ...spot, x: spot.x + 3 });
    expect(await on.cardsInTime()).toBe(0);
    await leave(on.web.page);
    await hover(on.web.page, spot);
    await cardOpens(on.web, COUNCIL);
  });
});

describe("a pointer that nobody moves", () => {
  /** As a system tells of a pointer that something has come to lie under. */
  const tellWhereItRests = ({ x, y }: Spot) => on.web.page.mouse.move(x, y);

  test("opens nothing on the mark that a page has put under it as it was loaded", async () => {
    const spot = await on.spotOf(COUNCIL);
    await on.web.page.mouse.move(spot.x, spot.y);
    await on.web.visit(`${on.server.address}pages/sections.html?again`);
    await wasRead(on.driver, on.web);
    await on.spotOf(COUNCIL);
    await on.watch("pointermove");
    await tellWhereItRests(spot);
    // Firefox keeps such a move to itself.
    if (inject("browser") === "chromium")
      await until("the move to be told", async () => (await on.seen()).length > 0);
    expect(await on.cardsInTime()).toBe(0);
    await hover(on.web.page, { ...spot, x: spot.x + 2 });
    await cardOpens(on.web, COUNCIL);
  });

  test("opens nothing on a mark that is painted under it later", async () => {
    const { x, y } = await inPage(on.web.page, () => {
      const { left, top } = document.querySelector("h1")!.getBoundingClientRect();
      return { x: left + 20, y: top + 20 };
    });
    const rests = { style: "", text: "", x, y };
    await inPage(on.web.page, () => {
      Object.assign(window, { movedAt: Number.POSITIVE_INFINITY });
      window.addEventListener("pointermove", ({ timeStamp }) =>
        Object.assign(window, { movedAt: timeStamp }),
      );
    });
    await hover(on.web.page, rests);
    await until("the pointer to have come to rest", () =>
      inPage(
        on.web.page,
        (rest: number) => performance.now() - (window as unknown as { movedAt: number }).movedAt > rest,
        2 * REST_AFTER,
      ),
    );
    await inPage(on.web.page, () => {
      document.querySelector("h1")!.textContent = "Al-Qaeda al-Qaeda";
    });
    await until("the mark", async () => (await textsOf(on.web.page)).includes("Al-Qaeda"));
    await tellWhereItRests(rests);
    expect(await on.cardsInTime()).toBe(0);
    await on.web.page.mouse.move(x + 3, y);
    await on.web.page.mouse.move(x + 4, y);
    await cardOpens(on.web);
  });
});

describe("a press beside a mark, drawn onto it", () => {
  /** Presses at the beginning of the line that the mark is in, and moves to the mark at one go. */
  async function drawOnto(spot: Spot): Promise<void> {
    const x = await inPage(on.web.page, () => document.querySelector("p")!.getBoundingClientRect().left + 4);
    await hover(on.web.page, { ...spot, x });
    await on.web.page.mouse.down();
    await on.web.page.mouse.move(spot.x, spot.y);
  }

  test("opens nothing while the button is down, though nothing is selected or dragged", async () => {
    await inPage(on.web.page, () => {
      document.body.style.userSelect = "none";
    });
    const spot = await on.spotOf(COUNCIL);
    await drawOnto(spot);
    expect(await on.cardsInTime()).toBe(0);
    await on.web.page.mouse.up();
    await leave(on.web.page);
    await hover(on.web.page, spot);
    await cardOpens(on.web, COUNCIL);
  });

  // In Chromium the move that begins a drag is the last that the page hears of until the drop, and no button is said to
  // be down after it. Firefox keeps that move to itself, so there the pointer never gets to the mark.
  test.runIf(inject("browser") === "chromium")(
    "opens nothing as a drag, and after the drop a hover does",
    async () => {
      await inPage(on.web.page, () => {
        for (const paragraph of document.querySelectorAll("p")) paragraph.draggable = true;
      });
      const spot = await on.spotOf(COUNCIL);
      await on.watch("pointercancel", "dragend");
      await drawOnto(spot);
      await until("the drag", async () => (await on.seen()).includes("pointercancel"));
      expect(await on.cardsInTime()).toBe(0);
      await on.web.page.mouse.up();
      await until("the drop", async () => (await on.seen()).includes("dragend"));
      await leave(on.web.page);
      await hover(on.web.page, spot);
      await cardOpens(on.web, COUNCIL);
    },
  );
});

describe("an input method", () => {
  const KANA = "か";
  beforeEach(async () => {
    await inPage(on.web.page, () => {
      const field = document.createElement("input");
      field.style.cssText = "position: fixed; top: 0; right: 0";
      field.id = "typed";
      document.body.append(field);
    });
    // Pressed, not only focused: what was typed in before may be the browser's address bar.
    await on.web.page.click("#typed");
    await on.watch("compositionstart", "compositionend");
  });

  test("that is composing lets no card come, and one does once it is done", async () => {
    await on.web.compose(KANA);
    await until("the composition", async () => (await on.seen()).includes("compositionstart"));
    await on.hoverMark(COUNCIL);
    expect(await on.cardsInTime()).toBe(0);
    await on.web.compose();
    await until("its end", async () => (await on.seen()).includes("compositionend"));
    await leave(on.web.page);
    await on.hoverMark(COUNCIL);
    await cardOpens(on.web, COUNCIL);
  });

  test("that begins closes an open card", async () => {
    await on.hoverMark(COUNCIL);
    await cardOpens(on.web, COUNCIL);
    await on.web.compose(KANA);
    await cardCloses(on.web);
    await on.web.compose();
  });
});
