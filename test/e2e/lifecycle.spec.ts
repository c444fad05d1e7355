/** Pages that are not in front, not of one site, too long, printed, or only ever a window on a list. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { marked, textsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import { type Server, serve } from "../harness/serve.ts";
import { useBrowser } from "./session.ts";

const session = useBrowser();
const inChromium = inject("browser") === "chromium";

/** Pages made for one test each, on a server, and so an origin, of their own. */
let folder: string;
let other: Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sidelight-pages-"));
  other = await serve({ made: folder });
});
afterAll(async () => {
  await other?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function open(name: string, body: string) {
  await writeFile(
    join(folder, name),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><body>${body}`,
  );
  return session.visit(`${other.address}made/${name}`);
}

test("a tab that nobody sees is not read until somebody does", async () => {
  const web = await open("hidden.html", "<p>The Wilson Center.</p>");
  await marked(web.page);
  const front = await session.open("living.html");
  await until("the tab behind to be hidden", () => inPage(web.page, () => document.hidden));
  // Timers and idle time come late in a tab behind, so it is the page's own that tell when ours would have come: twice
  // over, for a slice is asked for by a timer and then waits for idle time.
  await inPage(web.page, async () => {
    document.body.append("Behind, al-Qaeda is named.");
    for (let turn = 0; turn < 3; turn++) {
      await new Promise((done) => setTimeout(done, 10));
      await new Promise((done) => requestIdleCallback(done, { timeout: 300 }));
    }
  });
  expect(await textsOf(web.page)).toEqual(["Wilson Center"]);
  await web.page.bringToFront();
  await until("the new mark", async () => (await textsOf(web.page)).join() === "Wilson Center,al-Qaeda");
  expect([...web.errors, ...front.errors]).toEqual([]);
  await front.page.close();
});

test("a frame of another site is marked, by the rules of the page around it", async () => {
  await writeFile(join(folder, "inner.html"), "<!doctype html><p>Inside, Daesh is named.</p>");
  await writeFile(
    join(folder, "outer.html"),
    `<!doctype html><p>al-Qaeda</p><iframe src="${session.server.address}pages/frame.html"></iframe>`,
  );
  const web = await session.visit(`${other.address}made/outer.html`);
  const frame = await until("the frame", () =>
    web.page.frames().find((each) => each.url().startsWith(session.server.address)),
  );
  await marked(frame);
  const { host } = new URL(other.address);
  const part = `${host}/made/outer.html`;
  await session.driver.change({ type: "setSite", rule: { pattern: part, mark: false } });
  await until("the page to be unmarked", async () => (await textsOf(web.page)).length === 0);
  // Of the page around it, a frame of another origin knows the origin alone: a rule for a part of that site does not reach it.
  expect(await textsOf(frame)).not.toEqual([]);
  await session.driver.change(
    { type: "removeSite", pattern: part },
    { type: "setSite", rule: { pattern: host, mark: false } },
  );
  await until("the frame to be unmarked", async () => (await textsOf(frame)).length === 0);
  await session.driver.change({ type: "removeSite", pattern: host });
  await marked(frame);
  expect(web.errors).toEqual([]);
});

test("more mentions than are kept: some are left, it is said, and room is used once there is some", async () => {
  const web = await open("many.html", "<p>Daesh was named again.</p>".repeat(5_200));
  const counted = async () => {
    const summary = await session.driver.summary(web);
    return summary?.status === "marked" ? summary.entities.map(({ count }) => count).join() : null;
  };
  await until("as many as are kept", async () => (await counted()) === "5000");
  expect((await session.driver.summary(web))!.capped).toBe(true);
  await inPage(web.page, () => {
    for (const line of [...document.querySelectorAll("p")].slice(0, 400)) line.remove();
  });
  await until("all that are left", async () => (await counted()) === "4800");
  // By default, the first of each section is marked.
  expect(await textsOf(web.page)).toEqual(["Daesh"]);
  expect(web.errors).toEqual([]);
});

test("a list that shows a window of a thousand rows: marks follow the rows, and none stay behind", async () => {
  const web = await open(
    "list.html",
    `<div id="view" style="height: 200px; overflow: auto; position: relative"><div style="height: 20000px"></div></div>
    <script>
      const view = document.getElementById("view");
      const names = ["Daesh", "al-Qaeda", "the Wilson Center", "nobody"];
      const rows = Array.from({ length: 12 }, () => view.appendChild(document.createElement("p")));
      const draw = () => {
        const first = Math.floor(view.scrollTop / 20);
        rows.forEach((row, i) => {
          row.style.cssText = "position: absolute; margin: 0; top: " + (first + i) * 20 + "px";
          row.textContent = "Row " + (first + i) + " names " + names[(first + i) % 4] + ".";
        });
      };
      view.addEventListener("scroll", draw);
      draw();
    </script>`,
  );
  const shown = () =>
    inPage(web.page, () => [
      ...new Set(
        [...document.querySelectorAll("p")].flatMap(
          (row) => row.textContent!.match(/Daesh|al-Qaeda|Wilson Center/) ?? [],
        ),
      ),
    ]);
  const agree = () =>
    until("the marks of the rows that are there", async () => {
      const [marks, names] = [await textsOf(web.page), await shown()];
      return marks.length === names.length && names.every((name) => marks.includes(name));
    });
  await agree();
  for (const top of [40, 1_000, 1_030, 15_000, 0]) {
    await inPage(
      web.page,
      (to: number) => {
        document.getElementById("view")!.scrollTop = to;
      },
      top,
    );
    await agree();
  }
  expect(web.errors).toEqual([]);
});

test.runIf(inChromium)("on paper there are no marks", async () => {
  const web = await open("print.html", "<p>The Wilson Center.</p>");
  await marked(web.page);
  const line = () =>
    inPage(
      web.page,
      () =>
        getComputedStyle(document.querySelector("p")!, "::highlight(sidelight-dotted)").textDecorationLine,
    );
  expect(await line()).toBe("underline");
  await web.page.emulateMediaType("print");
  expect(await line()).toBe("none");
  await web.page.emulateMediaType();
});
