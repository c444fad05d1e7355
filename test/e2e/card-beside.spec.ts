/** The open card stays beside its name: where that moves, it goes along; where that is out of sight or gone, it goes. */
import { beforeEach, describe, expect, test } from "vitest";
import { cardCloses, cardIsOpen, cardOpens, clickInCard } from "../harness/driver/card.ts";
import { hover, reachableMark, textsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { useBrowser, useShortDwell, visitInFront } from "./session.ts";

const session = useBrowser();
let web: WebPage;

useShortDwell(session);
beforeEach(async () => {
  web = await visitInFront(session, "sections.html");
});

const COUNCIL = "UN Security Council";

async function fill(markup: string): Promise<void> {
  await inPage(
    web.page,
    (inner: string) => {
      document.body.innerHTML = inner;
    },
    markup,
  );
  await until("the mark", async () => (await textsOf(web.page)).join() === COUNCIL);
}

async function openCard(): Promise<void> {
  await hover(web.page, await until("a mark", () => reachableMark(web.page, COUNCIL)));
  await cardOpens(web, COUNCIL);
}

const cardBox = () =>
  web.inCard((root) => {
    const { left, top, right, bottom } = root.querySelector(".sl-card")!.getBoundingClientRect();
    return { left, top, right, bottom };
  });

/** How far the card is from the mark's line, CSS px; `null` where there is no mark or no card. */
async function distance(): Promise<number | null> {
  const card = await cardBox();
  const line = await inPage(web.page, () => {
    const [range] = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
    if (!range) return null;
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const { top, bottom } = live.getBoundingClientRect();
    return { top, bottom };
  });
  return card && line && Math.max(card.top - line.bottom, line.top - card.bottom);
}

const isBeside = () =>
  until("the card to be beside its name", async () => Math.abs((await distance()) ?? 99) < 20);

describe("a name that the page moves", () => {
  test("by a picture that comes late above it: the card goes along", async () => {
    await fill("<p id=late></p><p>The UN Security Council met.</p><p style='height: 2000px'></p>");
    await openCard();
    const before = (await cardBox())!;
    await inPage(web.page, () => {
      document.getElementById("late")!.style.height = "140px";
    });
    await until("the card to have moved", async () => (await cardBox())!.top >= before.top + 100);
    await isBeside();
  });

  test("out of sight within a box that scrolls: the card goes", async () => {
    await fill(
      "<p style='height: 250px'>Above.</p><div id=box style='height: 160px; overflow: auto; border: 2px solid'>" +
        "<p>The UN Security Council met.</p><div style='height: 900px'>More.</div></div><p style='height: 600px'>Below.</p>",
    );
    await openCard();
    await inPage(web.page, () => {
      document.getElementById("box")!.scrollTop = 120;
    });
    await cardCloses(web);
  });

  test("within such a box, in sight: the card goes along", async () => {
    await fill(
      "<div id=box style='height: 260px; overflow: auto'><p style='height: 120px'>Above.</p>" +
        "<p>The UN Security Council met.</p><div style='height: 900px'>More.</div></div>",
    );
    await openCard();
    const before = (await cardBox())!;
    await clickInCard(web, "Keep this card open");
    await inPage(web.page, () => {
      document.getElementById("box")!.scrollTop = 60;
    });
    await until("the card to have moved", async () => (await cardBox())!.top <= before.top - 40);
    await isBeside();
  });
});

describe("text that changes around a name", () => {
  /** Ten changes of the text, which all are read. */
  const changes = () =>
    inPage(web.page, async () => {
      const text = document.getElementById("n")!;
      const begun = Number(text.textContent);
      await new Promise<void>((resolve) => {
        new MutationObserver(() => Number(text.textContent) >= begun + 10 && resolve()).observe(text, {
          childList: true,
          characterData: true,
          subtree: true,
        });
      });
    });
  const count = () =>
    inPage(web.page, () => {
      const text = document.getElementById("n")!;
      setInterval(() => {
        text.textContent = String(Number(text.textContent) + 1);
      }, 100);
    });

  test.each([
    ["in a counter of its own", "<p>The UN Security Council met <b id=n>1</b> s ago.</p>"],
    ["before the name, in the same line", "<p><b id=n>1</b> s ago the UN Security Council met.</p>"],
  ])("%s: a card opens, and stays", async (_name, markup) => {
    await fill(markup);
    await count();
    await openCard();
    await changes();
    expect(await cardIsOpen(web)).toBe(true);
    await isBeside();
  });

  test("set anew as a whole, again and again: a card opens, stays, and goes with the name", async () => {
    await fill("<p id=all>The UN Security Council met <b id=n>1</b> s ago.</p>");
    await inPage(web.page, () => {
      let n = 1;
      const timer = setInterval(() => {
        document.getElementById("all")!.innerHTML =
          `Late, the UN Security Council met <b id=n>${++n}</b> s ago.`;
      }, 100);
      Object.assign(window, { stop: () => clearInterval(timer) });
    });
    await openCard();
    await until("more of it", () =>
      inPage(web.page, () => Number(document.getElementById("n")!.textContent) > 40),
    );
    expect(await cardIsOpen(web)).toBe(true);
    await inPage(web.page, () => {
      (window as unknown as { stop(): void }).stop();
      document.getElementById("all")!.textContent = "Nobody met.";
    });
    await cardCloses(web);
  });

  test("that grows on both sides, as captions do: the card goes along, though the pointer rests elsewhere then", async () => {
    await fill("<p style='text-align: center; height: 200px'>The UN Security Council</p>");
    await openCard();
    const before = (await cardBox())!;
    await inPage(web.page, () => {
      document.querySelector("p")!.textContent += " was told about it later in the day by people";
    });
    await until("the card to have moved", async () => (await cardBox())!.left < before.left - 50);
    expect(await cardIsOpen(web)).toBe(true);
  });
});

describe("what the page itself brings up for the pointer", () => {
  /** A preview of the link, half a second after the pointer has come to it, below the line. */
  const PREVIEW = (height: number, wide: boolean) => {
    const link = document.querySelector("a")!;
    const preview = document.createElement("div");
    preview.id = "preview";
    const { left, bottom } = link.getBoundingClientRect();
    preview.style.cssText = `position: absolute; z-index: 110; left: ${wide ? 0 : left}px; top: ${bottom + 8}px; width: ${wide ? "100%" : "320px"}; height: ${height}px; background: #eee`;
    document.body.append(preview);
  };
  const covers = async (): Promise<boolean> => {
    const card = await cardBox();
    const preview = await inPage(web.page, () => {
      const { left, top, right, bottom } = document.getElementById("preview")!.getBoundingClientRect();
      return { left, top, right, bottom };
    });
    return (
      card !== null &&
      card.left < preview.right &&
      card.right > preview.left &&
      card.top < preview.bottom &&
      card.bottom > preview.top
    );
  };
  const LINK = "The <a href='#x'>UN Security Council</a> met.";

  test("the card goes to the free side of the line", async () => {
    await fill(`<p style="margin-top: 420px">${LINK}</p>`);
    await openCard();
    await inPage(web.page, PREVIEW, 200, false);
    await until("the card to give way", async () => !(await covers()));
    expect(await cardIsOpen(web)).toBe(true);
    await isBeside();
  });

  test("the card leaves the place to it where there is no room for both", async () => {
    await fill(`<p style="margin-top: 20px">${LINK}</p>`);
    await openCard();
    await inPage(web.page, PREVIEW, 860, true);
    await cardCloses(web);
  });

  test("what floated there before is none", async () => {
    await fill(`<p style="margin-top: 20px">${LINK}</p>`);
    await inPage(web.page, () => {
      const box = document.createElement("div");
      box.id = "preview";
      box.style.cssText =
        "position: absolute; left: 0; top: 90px; width: 100%; height: 800px; background: #eee";
      document.body.append(box);
    });
    await openCard();
    // Several looks around long: nothing else tells of a card that does not move.
    await until("the card to give way", async () => !(await covers()), 1_000).then(
      () => expect.unreachable("the card has moved"),
      () => undefined,
    );
    expect(await cardIsOpen(web)).toBe(true);
  });
});
