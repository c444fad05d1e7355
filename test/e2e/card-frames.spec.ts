/** Cards in frames: Escape closes one wherever the focus is; and a frame too small, or made too small, opens none. */
import type { Frame } from "puppeteer-core";
import { beforeEach, describe, expect, test } from "vitest";
import { cardCloses, cardOpens, dwellEnds } from "../harness/driver/card.ts";
import { hover, leave, reachableMark, type Spot, spotsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { DWELL, useBrowser, useShortDwell, visitInFront } from "./session.ts";

const session = useBrowser();
let web: WebPage;

useShortDwell(session);
beforeEach(async () => {
  web = await visitInFront(session, "sections.html");
});

/** Puts a frame on top of the page; of another origin where it is sandboxed. Answers its middle mark in the window's CSS px. */
async function frameOf(css: string, sandboxed: boolean, scale = 1): Promise<{ frame: Frame; spot: Spot }> {
  await inPage(
    web.page,
    (css: string, sandboxed: boolean) => {
      const frame = document.createElement("iframe");
      if (sandboxed) frame.setAttribute("sandbox", "");
      frame.srcdoc = "<p style='margin: 10px'>A word about the Wilson Center.</p>";
      frame.style.cssText = `border: 0; position: absolute; left: 20px; top: 0; ${css}`;
      document.body.append(frame);
    },
    css,
    sandboxed,
  );
  const frame = await until("the frame", () => web.page.frames().find((one) => one !== web.page.mainFrame()));
  const inFrame = await until(
    "a mark in the frame",
    async () => (await spotsOf(frame).catch(() => []))[0] ?? null,
  );
  return { frame, spot: { style: "dotted", text: "", x: 20 + inFrame.x * scale, y: inFrame.y * scale } };
}

const isOpenIn = (frame: Frame) =>
  inPage(frame, () => document.querySelector("[data-sidelight-card]") !== null);
const opensIn = (frame: Frame) => until("a card in the frame", () => isOpenIn(frame));
const closesIn = (frame: Frame) => until("it to close", async () => !(await isOpenIn(frame)));

describe.each([
  ["of the page's own origin", false],
  ["of another origin", true],
])("a frame %s", (_name, sandboxed) => {
  test("Escape closes its card, though the focus is in the page around", async () => {
    await web.page.focus("#more");
    const { frame, spot } = await frameOf("width: 700px; height: 500px", sandboxed);
    await hover(web.page, spot);
    await opensIn(frame);
    expect(await inPage(web.page, () => document.activeElement!.id)).toBe("more");
    await web.page.keyboard.press("Escape");
    await closesIn(frame);
  });

  test("Escape in it closes a card of the page around", async () => {
    await frameOf("top: 500px; width: 400px; height: 240px", sandboxed);
    await inPage(web.page, () => document.querySelector("iframe")!.focus());
    await until("the focus in the frame", () =>
      inPage(web.page, () => document.activeElement!.localName === "iframe"),
    );
    await hover(web.page, await until("a mark", () => reachableMark(web.page, "Daesh")));
    await cardOpens(web);
    await web.page.keyboard.press("Escape");
    await cardCloses(web);
  });

  test("a press in it gives it the focus, and closes a card of the page around", async () => {
    await frameOf("top: 500px; width: 400px; height: 240px", sandboxed);
    await web.page.focus("#more");
    await hover(web.page, await until("a mark", () => reachableMark(web.page, "Daesh")));
    await cardOpens(web);
    await web.page.mouse.click(300, 700);
    await until("the focus in the frame", () =>
      inPage(web.page, () => document.activeElement!.localName === "iframe"),
    );
    await cardCloses(web);
  });

  test.each([
    ["low", "width: 700px; height: 40px"],
    ["narrow", "width: 160px; height: 300px"],
    ["a ticker", "width: 320px; height: 90px"],
  ])("%s: it opens none", async (_name, css) => {
    const { frame, spot } = await frameOf(css, sandboxed);
    await hover(web.page, spot);
    await dwellEnds(web, DWELL);
    expect(await isOpenIn(frame)).toBe(false);
  });
});

test("a frame that the page makes small by a transform opens none; one made a little smaller does", async () => {
  const { frame, spot } = await frameOf(
    "width: 800px; height: 600px; transform: scale(0.5); transform-origin: 0 0",
    false,
    0.5,
  );
  await hover(web.page, spot);
  await dwellEnds(web, DWELL);
  expect(await isOpenIn(frame)).toBe(false);
  await inPage(web.page, () => {
    document.querySelector("iframe")!.style.transform = "scale(0.9)";
  });
  spot.x = 20 + (spot.x - 20) * 1.8;
  spot.y *= 1.8;
  await leave(web.page);
  await hover(web.page, spot);
  await opensIn(frame);
});
