/** Where the card stands, in pages that make it hard; and that it gives way where the page comes over it. */
import { beforeEach, describe, expect, inject, test } from "vitest";
import { cardCloses, cardIsOpen, cardsInTime, clickInCard } from "../harness/driver/card.ts";
import { hover, leave, reachableMark, spotsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { DWELL, useBrowser, useShortDwell, visitInFront } from "./session.ts";

const session = useBrowser();
let web: WebPage;

useShortDwell(session);
beforeEach(async () => {
  web = await visitInFront(session, "sections.html");
});

interface Frame {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Opens the card of the first such mark and answers where it lies; the pointer rests in the middle of the mark. */
async function openAt(text: string): Promise<{ card: Frame; point: { x: number; y: number } }> {
  const point = await until("a card at the mark", async () => {
    const spot = await reachableMark(web.page, text);
    if (!spot) return null;
    await leave(web.page);
    await hover(web.page, spot);
    const open = await until("a card", () => cardIsOpen(web), 2_500).catch(() => false);
    return open ? spot : null;
  });
  const card = await web.inCard((root) => {
    const { left, top, right, bottom } = root.querySelector(".sl-card")!.getBoundingClientRect();
    return { left, top, right, bottom };
  });
  return { card: card!, point };
}

/** Fully visible, not over the mention, next to it, and its buttons work. */
async function standsWell(text: string, { near = 60 }: { near?: number } = {}): Promise<void> {
  const { card, point } = await openAt(text);
  const window = await inPage(web.page, () => ({ width: innerWidth, height: innerHeight }));
  expect(card.left, "left").toBeGreaterThanOrEqual(-0.5);
  expect(card.top, "top").toBeGreaterThanOrEqual(-0.5);
  expect(card.right, "right").toBeLessThanOrEqual(window.width + 0.5);
  expect(card.bottom, "bottom").toBeLessThanOrEqual(window.height + 0.5);
  const { x, y } = point;
  expect(x > card.left && x < card.right && y > card.top && y < card.bottom, "over the mention").toBe(false);
  const gap = Math.max(card.top - y, y - card.bottom, card.left - x, x - card.right);
  expect(gap, "next to the mention").toBeLessThan(near);
  await clickInCard(web, "More");
  await until("the menu", () => web.inCard((root) => root.querySelector(".sl-menu") !== null));
  await clickInCard(web, "Close");
  await cardCloses(web);
}

const style = (css: string) =>
  inPage(
    web.page,
    (text: string) => {
      const sheet = document.createElement("style");
      sheet.textContent = text;
      document.head.append(sheet);
    },
    css,
  );

describe("the card stands beside its line", () => {
  test.each([
    ["zoomed by the page", "html { zoom: 1.5 }"],
    ["made small by the page", "html { zoom: 0.6 }"],
    ["in a body that is scaled", "body { transform: scale(1.3) rotate(1deg); transform-origin: 0 0 }"],
    ["from right to left", "html { direction: rtl }"],
    ["written downwards", "html { writing-mode: vertical-rl }"],
    ["with great letters", "html { font-size: 200% } body { font-size: 36px }"],
    [
      "faded, filtered and clipped below the root",
      "body { opacity: 0.4; filter: grayscale(1); overflow: clip }",
    ],
  ])("%s", async (_name, css) => {
    await style(css);
    await standsWell("Daesh", { near: 90 });
  });

  test("in a small window, as at 400 % zoom", async () => {
    await web.page.setViewport({ width: 320, height: 256 });
    await standsWell("UN Security Council");
  });

  test("in such a window with the mention in its middle: nearly half of it high, the name and the buttons staying", async () => {
    await web.page.setViewport({ width: 320, height: 256 });
    await style("body { margin: 120px 0 } * { font-size: 16px !important; line-height: 1.2 }");
    await inPage(web.page, () => document.body.replaceChildren(document.getElementById("first")!));
    const { card, point } = await openAt("Daesh");
    expect(card.bottom - card.top).toBeGreaterThan(0.43 * 256);
    expect(point.y > card.top && point.y < card.bottom).toBe(false);
    const seen = () =>
      web.inCard((root) => {
        const inView = (element: Element) => {
          const { top, bottom } = element.getBoundingClientRect();
          const within = root.querySelector(".sl-card")!.getBoundingClientRect();
          return top >= within.top && bottom <= within.bottom;
        };
        const { top } = root.querySelector(".sl-name")!.getBoundingClientRect();
        return {
          name: inView(root.querySelector(".sl-name")!),
          close: inView(root.querySelector(".sl-tools")!),
          scrolled: root.querySelector(".sl-card")!.scrollTop,
          top,
        };
      });
    expect(await seen()).toMatchObject({ name: true, close: true, scrolled: 0 });
    await web.page.mouse.move(160, card.top + 60, { steps: 8 });
    for (let turns = 0; turns < 6; turns++) await web.page.mouse.wheel({ deltaY: 100 });
    await until("the card to scroll", async () => ((await seen())?.scrolled ?? 0) > 200);
    expect(await seen()).toMatchObject({ name: true, close: true });
    await clickInCard(web, "Close");
    await cardCloses(web);
  });

  test("beside one line of a mention that wraps", async () => {
    await style("p { width: 6em }");
    await standsWell("UN Security Council", { near: 120 });
  });

  test("in a modal dialog", async () => {
    await inPage(web.page, () => {
      const dialog = document.createElement("dialog");
      dialog.append(document.getElementById("first")!);
      document.body.append(dialog);
      dialog.showModal();
    });
    await standsWell("Tehreek-i-Taliban Pakistan", { near: 120 });
  });

  test("in a fullscreen element", async () => {
    await inPage(web.page, () => {
      const first = document.getElementById("first")!;
      document.getElementById("more")!.addEventListener("click", () => first.requestFullscreen());
    });
    const { x, y } = await inPage(web.page, () => {
      const { left, top, width, height } = document.getElementById("more")!.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await web.page.mouse.click(x, y);
    await until("fullscreen", () => inPage(web.page, () => document.fullscreenElement !== null));
    await standsWell("Daesh");
  });

  test("in a shadow root", async () => {
    await inPage(web.page, () => {
      const host = document.createElement("div");
      document.querySelector("h1")!.after(host);
      host.attachShadow({ mode: "open" }).append(document.getElementById("first")!);
    });
    await standsWell("Tehreek-i-Taliban Pakistan", { near: 120 });
  });
});

test("in an Urdu page, lined up with where reading begins, the Urdu name first", async () => {
  const name = "تحریک طالبان پاکستان";
  await inPage(
    web.page,
    (text: string) => {
      document.documentElement.lang = "ur";
      document.documentElement.dir = "rtl";
      document.getElementById("first")!.textContent = `${text} نے بیان جاری کیا۔`;
    },
    name,
  );
  const { card, point } = await openAt(name);
  expect(card.right).toBeGreaterThan(point.x);
  const first = await web.inCard((root) => root.querySelector(".sl-names bdi")?.getAttribute("lang") ?? "");
  expect(first).toBe("ur");
  await web.page.keyboard.press("Escape");
  await cardCloses(web);
  await standsWell(name, { near: 90 });
});

test("in a small frame: fully in its view, and its buttons work", async () => {
  await inPage(web.page, () => {
    const frame = document.createElement("iframe");
    frame.srcdoc = "<p>A word about the Wilson Center.</p>";
    frame.style.cssText = "width: 420px; height: 260px; border: 0";
    document.querySelector("h1")!.before(frame);
  });
  const frame = await until("the frame", () => web.page.frames().find((one) => one !== web.page.mainFrame()));
  const inFrame = await until("a mark in the frame", async () => (await spotsOf(frame))[0] ?? null);
  const corner = await inPage(web.page, () => {
    const { left, top } = document.querySelector("iframe")!.getBoundingClientRect();
    return { left, top };
  });
  await hover(web.page, { style: "dotted", text: "", x: corner.left + inFrame.x, y: corner.top + inFrame.y });
  const box = await until("a card in the frame", () =>
    inPage(frame, () => {
      // The host has no size; where it is met is the card.
      const host = document.querySelector("[data-sidelight-card]");
      let box: { left: number; top: number; right: number; bottom: number } | null = null;
      for (let x = 0; host && x < innerWidth; x++)
        for (let y = 0; y < innerHeight; y++)
          if (document.elementFromPoint(x, y) === host) {
            box ??= { left: x, top: y, right: x + 1, bottom: y + 1 };
            box = { ...box, top: Math.min(box.top, y), right: x + 1, bottom: Math.max(box.bottom, y + 1) };
          }
      return box && { ...box, width: innerWidth, height: innerHeight };
    }),
  );
  expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
  expect(box.right).toBeLessThanOrEqual(box.width);
  expect(box.bottom).toBeLessThanOrEqual(box.height);
  // The close button, in the card's corner.
  await web.page.mouse.click(corner.left + box.right - 24, corner.top + box.top + 24);
  await until("the card in the frame to close", () =>
    inPage(frame, () => document.querySelector("[data-sidelight-card]") === null),
  );
});

describe("the card gives way", () => {
  test("to a popover that comes to lie over it", async () => {
    await openAt("Daesh");
    await inPage(web.page, () => {
      const cover = document.createElement("div");
      cover.popover = "manual";
      cover.style.cssText =
        "position: fixed; inset: 0; width: 100%; height: 100%; pointer-events: none; opacity: 0.01";
      document.body.append(cover);
      cover.showPopover();
    });
    await cardCloses(web);
  });

  test("to a dialog that makes the rest inert", async () => {
    await openAt("Daesh");
    await inPage(web.page, () => {
      const dialog = document.createElement("dialog");
      document.body.append(dialog);
      dialog.showModal();
    });
    await cardCloses(web);
  });

  test.each<[string, () => void]>([
    ["moved", () => document.body.prepend(document.querySelector("[data-sidelight-card]")!)],
    ["hidden", () => document.querySelector("[data-sidelight-card]")!.removeAttribute("style")],
    ["made inert", () => document.documentElement.toggleAttribute("inert", true)],
    [
      "restyled",
      () =>
        (document.querySelector("[data-sidelight-card]") as HTMLElement).style.setProperty(
          "display",
          "none",
          "important",
        ),
    ],
  ])("where the page has it %s", async (_name, game) => {
    await openAt("Daesh");
    await inPage(web.page, game);
    await cardCloses(web);
    expect(web.errors).toEqual([]);
  });

  test.runIf(inject("browser") === "firefox")(
    "to a filter on the root, under which it would not be seen",
    async () => {
      await style("html.dim { filter: grayscale(1) }");
      await inPage(web.page, () => {
        const seen = { hosts: 0 };
        Object.assign(window, { seen });
        new MutationObserver((records) => {
          for (const { addedNodes } of records) seen.hosts += addedNodes.length;
        }).observe(document.documentElement, { childList: true });
        document.documentElement.className = "dim";
      });
      const hosts = () =>
        inPage(web.page, () => (window as unknown as { seen: { hosts: number } }).seen.hosts);
      await hover(web.page, await until("a mark", () => reachableMark(web.page, "Daesh")));
      expect(await cardsInTime(web, DWELL)).toBe(0);
      expect(await hosts()).toBe(0);
      await inPage(web.page, () => {
        document.documentElement.className = "";
      });
      await openAt("Daesh");
      expect(await hosts()).toBe(1);
    },
  );

  test("never to events that a script has made", async () => {
    await openAt("Daesh");
    await inPage(web.page, () => {
      for (const type of [
        "pagehide",
        "scroll",
        "pointerdown",
        "pointermove",
        "mouseout",
        "keydown",
        "beforeinput",
        "focusin",
      ])
        for (const target of [window, document, document.body])
          target.dispatchEvent(new Event(type, { bubbles: true }));
      document.dispatchEvent(new Event("fullscreenchange"));
      document.dispatchEvent(new Event("visibilitychange"));
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    });
    // Were one of them heard, the card would be gone by the time a key that a reader presses has been.
    await web.page.keyboard.press("Shift");
    expect(await cardIsOpen(web)).toBe(true);
  });
});
