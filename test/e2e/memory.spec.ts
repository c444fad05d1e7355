/** What is over is let go of: frames, cards and addresses that were, counted by the browser's own protocol. */
import { expect, inject, test, vi } from "vitest";
import { marked, reachableMark } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { useBrowser } from "./session.ts";

const session = useBrowser();

// Some hundred rounds with a real pointer take their time beside another browser.
vi.setConfig({ testTimeout: 300_000 });

/** Bytes of the heap that may be more afterwards: code that was made faster meanwhile. In Firefox, whose heap is all there is, more. */
const MORE_HEAP = inject("browser") === "chromium" ? 1_000_000 : 8_000_000;

/** Of cards less: what is kept of one is 200 kB. They are closed as they appear, amid their animation. */
const CARDS_HEAP = inject("browser") === "chromium" ? MORE_HEAP : 2_000_000;

/** Measures when what is done the first times has been done, and again after `rounds` more. */
async function keepsNothing(
  web: WebPage,
  rounds: number,
  act: (times: number) => Promise<void>,
  { moreHeap = MORE_HEAP, first = 20 } = {},
) {
  await act(first);
  const before = await session.driver.memory(web);
  await act(rounds);
  // Firefox collects garbage when it gets to it; what is kept is not let go of however long one waits.
  let after = before;
  const isGone = async () => {
    after = await session.driver.memory(web);
    return after.documents <= before.documents && after.heap - before.heap < moreHeap;
  };
  await until("what is over to go", isGone, 60_000).catch(() => undefined);
  console.log(`${rounds} times: ${JSON.stringify(before)} → ${JSON.stringify(after)}`);
  expect(after.documents).toBeLessThanOrEqual(before.documents);
  // Of what is shown at the moment, something may be made later than the rest.
  expect(after.nodes).toBeLessThanOrEqual(before.nodes * 1.1);
  expect(after.heap - before.heap).toBeLessThan(moreHeap);
}

/** So many come and go at a time. */
const TOGETHER = 20;

/** Has frames come and go, each of them marked before it goes. */
async function flicker(web: WebPage, kind: string, count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += TOGETHER) await flickerOnce(web, kind);
}

function flickerOnce({ page }: WebPage, kind: string): Promise<void> {
  return inPage(
    page,
    async (kind: string, together: number) => {
      const one = async () => {
        const frame = document.createElement("iframe");
        // Where it can be seen.
        frame.style.cssText = "position: fixed; top: 40px; left: 0; width: 300px; height: 100px";
        if (kind === "from a file") frame.src = "memory.html";
        if (kind === "from an attribute") frame.srcdoc = "<p>Al-Qaeda is named.";
        const loaded = new Promise((done) => frame.addEventListener("load", done));
        document.body.append(frame);
        await loaded;
        const inner = frame.contentDocument!;
        if (kind === "written") {
          inner.open();
          inner.write("<p>Al-Qaeda is named.");
          inner.close();
        }
        const { highlights } = (frame.contentWindow as unknown as typeof globalThis).CSS;
        while (highlights.size === 0) await new Promise((done) => setTimeout(done, 5));
        frame.remove();
      };
      await Promise.all(Array.from({ length: together }, one));
    },
    kind,
    TOGETHER,
  );
}

// One document that is kept tells as much as two hundred: they are counted. What one frame keeps of the heap is half a megabyte,
// so that twenty are above every limit.
test.each([
  "from a file",
  "from an attribute",
  // `document.open()` takes our listeners from such a frame.
  "written",
])("20 frames %s, come and gone", async (kind) => {
  const web = await session.open("memory.html");
  await marked(web.page);
  await keepsNothing(web, 20, (count) => flicker(web, kind, count));
  expect(web.errors).toEqual([]);
  await web.page.close();
});

test("40 cards, opened and closed", async () => {
  await session.driver.change({ type: "set", key: "openBy", value: "click" });
  const web = await session.open("memory.html");
  await marked(web.page);
  const spot = await until("the mark", () => reachableMark(web.page));
  const cardIs = (open: boolean) =>
    inPage(
      web.page,
      async (open: boolean) => {
        const isOpen = () => document.querySelector("[data-sidelight-card]") !== null;
        while (isOpen() !== open) await new Promise((done) => setTimeout(done, 2));
      },
      open,
    );
  await keepsNothing(
    web,
    40,
    async (count) => {
      for (let turn = 0; turn < count; turn++) {
        await web.page.mouse.click(spot.x, spot.y);
        await cardIs(true);
        await web.page.keyboard.press("Escape");
        await cardIs(false);
      }
    },
    { moreHeap: CARDS_HEAP },
  );
  expect(web.errors).toEqual([]);
  await web.page.close();
});

test("500 addresses of one page, each with a text of its own", async () => {
  const web = await session.open("memory.html");
  await marked(web.page);
  await keepsNothing(web, 500, (count) =>
    inPage(
      web.page,
      async (count: number) => {
        for (let turn = 0; turn < count; turn++) {
          history.replaceState(null, "", `?turn=${turn}`);
          const text = document.createElement("p");
          text.append(`A report on Daesh, number ${turn}.`);
          document.querySelector("p")!.replaceWith(text);
          const isMarked = () =>
            [...CSS.highlights.values()].some((highlight) =>
              [...(highlight as unknown as Iterable<AbstractRange>)].some(
                ({ startContainer }) => startContainer.parentNode === text,
              ),
            );
          while (!isMarked()) await new Promise((done) => setTimeout(done, 2));
        }
      },
      count,
    ),
  );
  await web.page.close();
});

// Documents are counted here, too; and what is compiled of the names for one page is more than a megabyte.
test("15 pages in one tab", async () => {
  const web = await session.open("memory.html");
  const reload = async (count: number) => {
    for (let turn = 0; turn < count; turn++) {
      // Anew, not to another: what the back/forward cache holds is held on purpose.
      await web.page.reload({ waitUntil: "domcontentloaded" });
      await marked(web.page);
    }
  };
  await keepsNothing(web, 15, reload, { first: 5 });
  await web.page.close();
});
