/** What a page has to do with a card that is open over it: its styles, its ears, what it closes on a press elsewhere. */
import { beforeEach, describe, expect, test } from "vitest";
import { cardCloses, cardIsOpen, cardOpens, clickInCard } from "../harness/driver/card.ts";
import { hover, reachableMark } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { useBrowser, useShortDwell, visitInFront } from "./session.ts";

const session = useBrowser();
let web: WebPage;

useShortDwell(session);
beforeEach(async () => {
  web = await visitInFront(session, "hears.html");
});

async function openAt(text: string): Promise<void> {
  await hover(web.page, await until(`a mark “${text}”`, () => reachableMark(web.page, text)));
  await cardOpens(web);
}

const boxOfPart = (selector: string) =>
  until(selector, () =>
    web.inCard((root, wanted) => {
      const { left, top, width, height } = root.querySelector(wanted)!.getBoundingClientRect();
      return { left, top, width, height };
    }, selector),
  );

/** Draws the pointer over a paragraph of the card, as one selects text. */
async function drawOverText(): Promise<void> {
  const { left, top, width } = await boxOfPart(".sl-scroll p");
  await web.page.mouse.move(left + 2, top + 10);
  await web.page.mouse.down();
  await web.page.mouse.move(left + width - 4, top + 11, { steps: 6 });
  await web.page.mouse.up();
}

const menuIsOpen = () => web.inCard((root) => root.querySelector(".sl-menu") !== null);

describe("styles of the page", () => {
  test.each([
    [
      "a backdrop for every dialog",
      "::backdrop { background: rgb(0 0 0 / 0.7); backdrop-filter: blur(4px) }",
    ],
    [
      "a backdrop for every popover",
      "[popover]::backdrop { background: #a008 } [popover] { border: 5px solid red }",
    ],
    [
      "something before and behind every box",
      `div:not([class])::before { content: "AD"; position: fixed; left: 20px; top: 500px; background: #fd0 }
       div::after { content: " END"; display: block !important; position: fixed !important; left: 60px; top: 500px; height: 60px; background: #ff0; visibility: visible !important; opacity: 1 !important }`,
    ],
    ["no scrolling under a popover", "html:has(:popover-open) { overflow: hidden }"],
  ])("%s: the page looks as it did", async (_name, css) => {
    await inPage(
      web.page,
      (text: string) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets.push(sheet);
      },
      css,
    );
    const spot = await until("a mark", () => reachableMark(web.page, "Daesh"));
    const below = { x: 0, y: 700, width: 1280, height: 200 };
    const beside = { x: 0, y: 0, width: 300, height: 900 };
    const looks = async () => [
      await web.page.screenshot({ clip: below, encoding: "base64" }),
      await web.page.screenshot({ clip: beside, encoding: "base64" }),
      await inPage(web.page, () => getComputedStyle(document.documentElement).overflow),
    ];
    const before = await looks();
    await hover(web.page, spot);
    await cardOpens(web);
    const { left, top, height } = await boxOfPart(".sl-card");
    expect(left).toBeGreaterThan(300);
    expect(top + height).toBeLessThan(690);
    expect(await looks()).toEqual(before);
  });
});

describe("ears of the page", () => {
  /** What a script that was there first hears all the same: see PRIVACY.md. */
  const LEFT = [
    "mouseenter",
    "mouseleave",
    "pointerenter",
    "pointerleave",
    "pointerrawupdate",
    "wheel",
    "mousewheel",
  ];
  const heard = () => inPage(web.page, () => [...(window as unknown as { heard: Set<string> }).heard]);

  test("neither pointer, nor keys, nor focus in the card are heard, and its buttons work by both", async () => {
    await openAt("Daesh");
    await clickInCard(web, "More");
    await until("the menu", menuIsOpen);
    await web.page.keyboard.press("Tab");
    await web.page.keyboard.press("Shift");
    await drawOverText();
    await clickInCard(web, "More");
    await until("the menu to go", async () => !(await menuIsOpen()));
    await web.page.keyboard.press("Enter");
    await until("the menu, by key", menuIsOpen);
    await web.page.keyboard.press(" ");
    await until("the menu to go, by key", async () => !(await menuIsOpen()));
    await web.page.mouse.click(...(await middle(".sl-name")), { button: "right" });
    await web.page.keyboard.press("Escape");
    await cardCloses(web);
    expect((await heard()).filter((type) => !LEFT.includes(type))).toEqual([]);
  });

  const middle = async (selector: string): Promise<[number, number]> => {
    const { left, top, width, height } = await boxOfPart(selector);
    return [left + width / 2, top + height / 2];
  };

  test("what goes down beside a button and up on it does not press it", async () => {
    await openAt("Daesh");
    const [x, y] = await middle(".sl-more-tool");
    await web.page.mouse.move(...(await middle(".sl-name")), { steps: 8 });
    await web.page.mouse.down();
    await web.page.mouse.move(x, y, { steps: 8 });
    await web.page.mouse.up();
    // Were it pressed, this would close the menu again.
    await clickInCard(web, "More");
    await until("the menu", menuIsOpen);
  });

  test("text of the card cannot be selected, so nothing of it is among what a page can ask for", async () => {
    await openAt("Daesh");
    await drawOverText();
    const told = await inPage(web.page, () => {
      const selection = getSelection()!;
      const drawn = selection.toString();
      document.execCommand("selectAll");
      const all = selection.toString();
      selection.selectAllChildren(document.documentElement);
      const children = selection.toString();
      const ranges = selection.getComposedRanges?.() ?? [];
      return {
        drawn,
        other: all + children,
        ranges: ranges.map(({ startContainer }) => startContainer.textContent),
      };
    });
    const summary = await web.inCard((root) => root.querySelector(".sl-scroll p")!.textContent);
    expect(told.drawn).toBe("");
    expect(told.other).toContain("Security Council");
    for (const text of [told.other, ...told.ranges]) expect(text).not.toContain(summary!.slice(0, 30));
  });
});

describe("what the page closes on a press elsewhere, or by the focus", () => {
  interface Surface {
    open(): void;
    isOpen(): boolean;
  }
  const SURFACES: Array<[string, Surface]> = [
    [
      "a popover",
      {
        open: () => {
          const popover = document.getElementById("first")!;
          popover.popover = "auto";
          popover.style.inset = "100px auto auto 100px";
          popover.showPopover();
        },
        isOpen: () => document.getElementById("first")!.matches(":popover-open"),
      },
    ],
    [
      "a popover beside the mention",
      {
        open: () => {
          const popover = document.createElement("div");
          popover.id = "beside";
          popover.popover = "auto";
          popover.textContent = "A menu of the page.";
          popover.style.inset = "600px auto auto 20px";
          document.body.append(popover);
          popover.showPopover();
        },
        isOpen: () => document.getElementById("beside")!.matches(":popover-open"),
      },
    ],
    [
      "a dialog that anything closes",
      {
        open: () => {
          const dialog = document.createElement("dialog");
          dialog.setAttribute("closedby", "any");
          dialog.style.cssText = "position: fixed; margin: 100px";
          dialog.append(document.getElementById("first")!);
          document.body.append(dialog);
          dialog.showModal();
        },
        isOpen: () => document.querySelector("dialog")!.open,
      },
    ],
    [
      "a dialog made of boxes",
      {
        open: () => {
          const dialog = document.createElement("div");
          dialog.setAttribute("role", "dialog");
          dialog.tabIndex = -1;
          dialog.id = "boxes";
          dialog.append(document.getElementById("first")!, document.getElementById("more")!);
          document.body.append(dialog);
          document.getElementById("more")!.focus();
          const leaves = (target: EventTarget | null) => !dialog.contains(target as Node | null);
          for (const type of ["pointerdown", "mousedown", "click", "focusin", "touchstart"])
            for (const target of [window, document])
              for (const capture of [true, false])
                target.addEventListener(type, (event) => leaves(event.target) && dialog.remove(), capture);
          dialog.addEventListener("focusout", ({ relatedTarget }) => {
            if (relatedTarget && leaves(relatedTarget)) dialog.remove();
          });
        },
        isOpen: () => document.getElementById("boxes") !== null,
      },
    ],
  ];

  test.each(SURFACES)("%s stays when the card is used", async (_name, { open, isOpen }) => {
    await inPage(web.page, open);
    await openAt("Daesh");
    await clickInCard(web, "More");
    await until("the menu", menuIsOpen);
    expect(await inPage(web.page, isOpen)).toBe(true);
    // The press has moved the focus into the card; a trap of the page would have pulled it back.
    expect(await web.inCard((root) => root.activeElement?.className ?? "")).toContain("sl-more-tool");
    await web.page.keyboard.press("Escape");
    await cardCloses(web);
    expect(await inPage(web.page, isOpen)).toBe(true);
  });

  test("a card in a popover goes with it", async () => {
    await inPage(web.page, SURFACES[0]![1].open);
    await openAt("Daesh");
    await inPage(web.page, () => document.getElementById("first")!.hidePopover());
    await cardCloses(web);
    expect(await cardIsOpen(web)).toBe(false);
  });
});
