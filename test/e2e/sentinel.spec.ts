/** What runs in a page without a name, and how the rest comes where there is one, however late and whatever fails meanwhile. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { marked, textsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { type Server, serve } from "../harness/serve.ts";
import { useBrowser, wasRead } from "./session.ts";

const session = useBrowser();

let folder: string;
let other: Server;
/** A page of the extension, which may look into the world of content scripts. */
let own: Page;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sidelight-sentinel-"));
  other = await serve({ made: folder });
  own = await session.visitOwn("options.html");
});
afterAll(async () => {
  await other?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function open(name: string, body: string): Promise<WebPage> {
  await writeFile(
    join(folder, name),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><body>${body}`,
  );
  return session.visit(`${other.address}made/${name}`);
}

/** How far Sidelight has come into each frame of a tab. */
const stages = ({ tab }: WebPage): Promise<Array<"sentinel" | "marker" | "card">> =>
  inPage(
    own,
    async (tabId: number) => {
      interface Copy {
        yield: unknown;
        card?: unknown;
      }
      const { scripting } = (globalThis as unknown as Record<"browser" | "chrome", typeof chrome>)[
        "browser" in globalThis ? "browser" : "chrome"
      ];
      const results = await scripting.executeScript({
        target: { tabId, allFrames: true },
        func: () => {
          const copy = (globalThis as unknown as { sidelight: Copy }).sidelight;
          if (copy.yield) return "sentinel";
          return copy.card ? "card" : "marker";
        },
      });
      return results.map(({ result }) => result as "sentinel" | "marker" | "card");
    },
    tab,
  );

declare const chrome: {
  scripting: {
    executeScript(injection: object): Promise<Array<{ result: unknown }>>;
  };
};

/** So long, ms, that every reading that was to come has come: by the page's own clock, for it is the page's that ours runs on. */
const settle = ({ page }: WebPage) =>
  inPage(page, async () => {
    for (let turn = 0; turn < 4; turn++) {
      await new Promise((done) => setTimeout(done, 300));
      await new Promise((done) => requestIdleCallback(done, { timeout: 600 }));
    }
  });

test("a page without names, and its frames, have the sentinel alone, before and after they change", async () => {
  const web = await open(
    "none.html",
    `<p>The weather of today.</p><iframe srcdoc="<p>And of tomorrow"></iframe>`,
  );
  expect((await wasRead(session.driver, web)).mentions).toEqual([]);
  expect(await stages(web)).toEqual(["sentinel", "sentinel"]);
  await inPage(web.page, () => {
    for (let i = 0; i < 2_000; i++) document.body.append(document.createElement("i"), "more weather ");
  });
  await settle(web);
  expect(await stages(web)).toEqual(["sentinel", "sentinel"]);
  expect(await inPage(web.page, () => [...CSS.highlights.keys()])).toEqual([]);
  expect(web.errors).toEqual([]);
});

test("a page that may hold a name, and has none, has no card; the first mention brings it", async () => {
  const web = await open("perhaps.html", "<p>A TTP, or trusted third party, signs the message.</p>");
  await until("the marker to come", async () => (await stages(web))[0] === "marker");
  expect((await wasRead(session.driver, web)).mentions).toEqual([]);
  expect(await stages(web)).toEqual(["marker"]);
  await inPage(web.page, () => document.body.append("The Wilson Center."));
  await marked(web.page);
  expect(await stages(web)).toEqual(["card"]);
});

test.each<[string, () => void]>([
  ["added", () => document.body.append("The Wilson Center.")],
  [
    "put together letter by letter",
    () => {
      const words = document.createTextNode("The Wilson Cente");
      document.body.append(words);
      setTimeout(() => words.appendData("r."), 700);
    },
  ],
  [
    "changed by one letter",
    () => {
      document.querySelector("p")!.firstChild!.nodeValue = "The Wilson Center of today.";
    },
  ],
  [
    "in a shadow root attached late",
    () => {
      const host = document.createElement("late-part");
      document.body.append(host);
      setTimeout(() => {
        host.attachShadow({ mode: "open" }).append("The Wilson Center.");
      }, 700);
    },
  ],
  [
    "in a shadow root that was read before",
    () => {
      document.getElementById("host")!.shadowRoot!.append("The Wilson Center.");
    },
  ],
  [
    "at the end of a storm",
    () => {
      let turns = 0;
      const storm = setInterval(() => {
        document.body.append(document.createElement("i"));
        if (++turns === 200) document.body.append("The Wilson Center.");
        if (turns === 400) clearInterval(storm);
      }, 5);
    },
  ],
  [
    "by a document opened anew",
    () => {
      document.open();
      document.write("<!doctype html><p>The Wilson Center.</p>");
      document.close();
    },
  ],
])("a name that comes late is found: %s", async (name, change) => {
  const web = await open(
    "late.html",
    `<p>The Wilson Senter of today.</p><div id="host"></div><script>
      document.getElementById("host").attachShadow({ mode: "open" }).append("nothing");</script>`,
  );
  await wasRead(session.driver, web);
  expect(await stages(web), name).toEqual(["sentinel"]);
  await inPage(web.page, change);
  await marked(web.page);
  expect(await textsOf(web.page)).toEqual(["Wilson Center"]);
  expect(await stages(web)).toEqual(["card"]);
  expect(web.errors).toEqual([]);
});

test("the background stopped between the sieve and the names: they come all the same", async () => {
  const web = await open("stopped.html", "<p>Nothing yet.</p>");
  await wasRead(session.driver, web);
  await session.driver.extension.stopBackground();
  await inPage(web.page, () => document.body.append("The Wilson Center."));
  await marked(web.page);
  expect(web.errors).toEqual([]);
});

test("a page that is switched off is not read; switched on, it is", async () => {
  const set = (mark: boolean) =>
    inPage(
      own,
      async (value: boolean) => {
        const api = (
          globalThis as unknown as Record<
            string,
            { runtime: { sendMessage(message: unknown): Promise<unknown> } }
          >
        )["browser" in globalThis ? "browser" : "chrome"]!;
        await api.runtime.sendMessage({
          type: "settings.change",
          request: { intents: [{ type: "set", key: "enabled", value }] },
        });
      },
      mark,
    );
  await set(false);
  const web = await open("off.html", "<p>The Wilson Center.</p>");
  await until("the page to be off", async () => (await session.driver.summary(web))?.status === "off");
  expect(await stages(web)).toEqual(["sentinel"]);
  await set(true);
  await marked(web.page);
});
