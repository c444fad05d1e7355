/** A card opens on the name that a reader sees under the pointer, and on no other. */
import { beforeAll, describe, expect, test } from "vitest";
import { cardCloses, cardIsOpen, cardOpens, cardsInTime, cardsSoFar } from "../harness/driver/card.ts";
import { hover, leave, textsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { HIDDEN_BY, SEEN_THROUGH, SET_OTHERWISE } from "./covers.ts";
import { DWELL, useBrowser, useShortDwell, wasRead } from "./session.ts";

const session = useBrowser();
let web: WebPage;

useShortDwell(session);
beforeAll(async () => {
  web = await session.visit("hit/empty.html");
  await wasRead(session.driver, web);
});

/** Puts the markup into the page, lets it be read, and answers where the middle of the name is. */
async function show(html: string): Promise<{ x: number; y: number }> {
  await leave(web.page);
  await cardCloses(web);
  await inPage(
    web.page,
    (html) => {
      window.scrollTo(0, 0);
      document.querySelector("main")!.innerHTML =
        `${html}<footer style="position:fixed;right:9px;bottom:9px">Wilson Center</footer>`;
      const roots: Record<string, string> = {
        "x-ripple": '<div style="position:absolute;inset:0;background:teal;opacity:0"></div>',
        "x-picture": '<div style="position:absolute;inset:0;background:teal"></div>',
        "x-text": '<p style="font-size:24px">Of <b>Daesh</b> here.</p>',
        "x-slotted":
          '<div style="position:relative"><a href="#x" style="position:absolute;inset:0"></a><slot></slot></div>',
      };
      for (const [name, markup] of Object.entries(roots))
        for (const host of document.querySelectorAll(name))
          host.attachShadow({ mode: "open" }).innerHTML = markup;
      document.querySelector<HTMLDialogElement>("dialog")?.showModal();
      document.querySelector<HTMLElement>("[popover]")?.showPopover();
      for (const box of document.querySelectorAll(".scrolled")) box.scrollTop = 1_000;
      window.scrollTo(0, Number(/scroll:(\d+)/.exec(html)?.[1] ?? 0));
    },
    html,
  );
  await until("the page to be read", async () => (await textsOf(web.page)).includes("Wilson Center"));
  return inPage(web.page, () => {
    const find = (node: Node): DOMRect | null => {
      const at = node.nodeType === Node.TEXT_NODE ? /Daesh|داعش|达伊什/.exec(node.nodeValue!) : null;
      if (at) {
        const range = document.createRange();
        range.setStart(node, at.index);
        range.setEnd(node, at.index + at[0].length);
        return range.getBoundingClientRect();
      }
      const inside = [...((node as Element).shadowRoot?.childNodes ?? []), ...node.childNodes];
      for (const child of inside) {
        const box = child.nodeName === "STYLE" ? null : find(child);
        if (box) return box;
      }
      return null;
    };
    const { left, top, width, height } = find(document.querySelector("main")!)!;
    return { x: left + width / 2, y: top + height / 2 };
  });
}

const point = ({ x, y }: { x: number; y: number }) => hover(web.page, { style: "", text: "", x, y });

/** Points at the name anew where a busy machine has swallowed the moves. */
async function opens(html: string): Promise<void> {
  const spot = await show(html);
  await until("a card", async () => {
    await point(spot);
    const open = await until("a card", () => cardIsOpen(web), 2_500).catch(() => false);
    if (!open) await leave(web.page);
    return open;
  });
  expect((await cardOpens(web)).heading).toContain("Daesh");
}

describe("a card opens on a name that is seen", () => {
  test.each(SEEN_THROUGH)("through or over %s", (_name, html) => opens(html));
  test.each(SET_OTHERWISE)("%s", (_name, html) => opens(html));
});

describe("no card opens on a name that is hidden by", () => {
  test.each(HIDDEN_BY)("%s", async (_name, html) => {
    const spot = await show(html);
    const before = await cardsSoFar(web);
    await point(spot);
    expect(await cardsInTime(web, DWELL)).toBe(before);
  });
});
