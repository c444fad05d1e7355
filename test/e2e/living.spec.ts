/** Pages that change after they were read, in all the ways that pages do. */
import type { Frame } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hover, marked, reachableMark, textsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { useBrowser, wasRead } from "./session.ts";

const session = useBrowser();
let web: WebPage;

beforeEach(async () => {
  web = await session.visit("living.html");
  await wasRead(session.driver, web);
  await marked(web.page);
});
afterEach(() => expect(web.errors).toEqual([]));

/** Does something in the page, and waits until exactly this is painted. */
async function then(change: () => unknown, texts: readonly string[]): Promise<void> {
  await inPage(web.page, change);
  await becomes(texts);
}

async function becomes(texts: readonly string[]): Promise<void> {
  let last: string[] = [];
  await until(`the marks ${texts.join(", ")}`, async () => {
    last = await textsOf(web.page);
    return last.join("|") === texts.join("|");
  }).catch((error: Error) => {
    throw new Error(`${error.message}; there were ${last.join(", ")}`);
  });
}

const FIRST = "Wilson Center";

describe("text and nodes", () => {
  test("text that streams in, a word at a time", async () => {
    await then(() => {
      const words = "A report on the UN Security Council and on al-Qaeda .".split(" ");
      const line = document.createElement("p");
      document.body.append(line);
      const next = () => {
        line.append(`${words.shift()} `);
        if (words.length > 0) requestAnimationFrame(next);
      };
      next();
    }, [FIRST, "UN ", "Security ", "Council", "al-Qaeda"]);
  });

  test("text edited in place, split, and joined again", async () => {
    await then(() => {
      (document.querySelector("#first")!.firstChild as Text).data = "Now Daesh is named.";
    }, ["Daesh"]);
    await then(() => {
      (document.querySelector("#first")!.firstChild as Text).splitText(6);
    }, ["Da", "esh"]);
    await then(() => document.querySelector("#first")!.normalize(), ["Daesh"]);
  });

  test("a paragraph moved behind another, and its section with it", async () => {
    await then(() => {
      const more = document.createElement("p");
      more.textContent = "The Stimson Center is named.";
      document.querySelector("main")!.append(more);
    }, [FIRST, "Stimson Center"]);
    await then(() => {
      const first = document.querySelector("#first")!;
      document.querySelector("main")!.append(first);
    }, ["Stimson Center", FIRST]);
  });

  test("the root replaced, and the document opened anew: marked, and a card opens", async () => {
    await then(() => {
      const root = document.createElement("html");
      root.innerHTML = "<body><p>Another root names Daesh.</p></body>";
      document.documentElement.replaceWith(root);
    }, ["Daesh"]);
    await then(() => {
      document.open();
      document.write("<!doctype html><title>New</title><p>Written anew: al-Qaeda.</p>");
      document.close();
    }, ["al-Qaeda"]);
    await hover(web.page, (await reachableMark(web.page))!);
    await until("the card", () =>
      web.inCard(
        (root) => root.querySelector("[role=dialog]") !== null && root.textContent!.includes("al-Qaeda"),
      ),
    );
    await then(() => document.body.append("And Daesh, later."), ["al-Qaeda", "Daesh"]);
  });
});

describe("shadow roots", () => {
  test("attached late to elements read long ago", async () => {
    await then(() => {
      document.body.append(document.createElement("late-host"), document.createElement("div"), "Daesh");
    }, [FIRST, "Daesh"]);
    await then(() => {
      customElements.define(
        "late-host",
        class extends HTMLElement {
          constructor() {
            super();
            this.attachShadow({ mode: "open" }).append("In the shade: al-Qaeda.");
          }
        },
      );
    }, [FIRST, "al-Qaeda", "Daesh"]);
    await then(() => {
      const root = document.querySelector("body > div")!.attachShadow({ mode: "open" });
      root.append("Deeper: the Stimson Center.");
    }, [FIRST, "al-Qaeda", "Stimson Center", "Daesh"]);
    await then(() => {
      document.querySelector("late-host")!.shadowRoot!.firstChild!.remove();
    }, [FIRST, "Stimson Center", "Daesh"]);
  });

  test("only what a slot takes is marked", async () => {
    await then(() => {
      const host = document.createElement("section");
      host.append("Left out: Daesh.", document.createElement("p"));
      host.querySelector("p")!.append("al-Qaeda");
      host.querySelector("p")!.slot = "text";
      host.attachShadow({ mode: "open" }).innerHTML = '<slot name="text"></slot>';
      document.body.append(host);
    }, [FIRST, "al-Qaeda"]);
    await then(() => document.querySelector("section p")!.removeAttribute("slot"), [FIRST]);
  });
});

describe("what is rendered", () => {
  test.each([
    ["the hidden attribute", () => document.querySelector("#first")!.toggleAttribute("hidden")],
    ["a class", () => document.querySelector("#first")!.classList.toggle("gone")],
    [
      "a style around it",
      () => {
        const { style } = document.querySelector("main")!;
        style.display = style.display === "none" ? "" : "none";
      },
    ],
    [
      "a style sheet",
      () => {
        const old = document.querySelector("#sheet");
        if (old) old.remove();
        else
          document.head.append(
            Object.assign(document.createElement("style"), {
              id: "sheet",
              textContent: "p { visibility: hidden }",
            }),
          );
      },
    ],
  ])("%s: the mark goes with the text, and comes back", async (_, toggle) => {
    await then(toggle, []);
    await then(toggle, [FIRST]);
  });

  test("a fold: its first mention is marked when it opens, the next one no more", async () => {
    await then(() => {
      const fold = document.createElement("details");
      fold.append("Before, the Stimson Center is folded away.");
      const behind = document.createElement("p");
      behind.innerHTML = "Behind, the Stimson <i>Center</i> is seen.";
      document.body.append(fold, behind);
    }, [FIRST, "Stimson ", "Center"]);
    await then(() => {
      document.querySelector("details")!.open = true;
    }, [FIRST, "Stimson Center"]);
  });

  test("boxes that come and go between two words of a name", async () => {
    await then(() => {
      document.querySelector("#first")!.innerHTML = "UN Security <span>Council</span>";
    }, ["UN Security ", "Council"]);
    await then(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("#first > .apart { display: block }");
      document.adoptedStyleSheets = [sheet];
      document.querySelector("#first")!.innerHTML = 'UN Security <span class="apart">Council</span>';
    }, []);
    await then(() => document.querySelector("span")!.removeAttribute("class"), ["UN Security ", "Council"]);
  });
});

describe("what becomes an editor", () => {
  test.each([
    ["contenteditable", () => document.querySelector("main")!.toggleAttribute("contenteditable")],
    [
      "a role",
      () => {
        const main = document.querySelector("main")!;
        if (main.hasAttribute("role")) main.removeAttribute("role");
        else main.setAttribute("role", "textbox");
      },
    ],
    ["an editor's class", () => document.querySelector("main")!.classList.toggle("cm-editor")],
    [
      "design mode",
      () => {
        document.designMode = document.designMode === "on" ? "off" : "on";
        document.body.append(" ");
      },
    ],
  ])("%s: unmarked, and marked again when it is none", async (_, toggle) => {
    await then(toggle, []);
    await then(() => document.querySelector("#first")!.append(" More."), []);
    await then(toggle, [FIRST]);
  });
});

describe("the registry of highlights", () => {
  test("cleared by the page: the marks are back with the reader's next click", async () => {
    await then(() => CSS.highlights.clear(), []);
    await web.page.mouse.click(5, 5);
    await becomes([FIRST]);
  });

  // How long it keeps the page waiting is measured where times are: `npm run check:hostile`, highlights-cleared.html.
  test("cleared at every frame while text comes in: the page gets its frames, and marks do not pile up", async () => {
    const most = await inPage(
      web.page,
      () =>
        new Promise<number>((done) => {
          let most = 0;
          let left = 60;
          const frame = () => {
            let ranges = 0;
            for (const highlight of CSS.highlights.values()) ranges += highlight.size;
            most = Math.max(most, ranges);
            CSS.highlights.clear();
            document.querySelector("#first")!.append(" more");
            if (left-- > 0) requestAnimationFrame(frame);
            else done(most);
          };
          requestAnimationFrame(frame);
        }),
    );
    expect(most).toBe(1);
  });
});

describe("kinds of documents", () => {
  const goTo = (name: string) => web.visit(session.addressOf(`kinds/${name}`));

  test.each([
    ["page.xhtml", ["al-", "Qaeda", "Daesh"]],
    ["plain.txt", ["al-Qaeda", "Daesh"]],
  ])("%s is marked", async (name, texts) => {
    await goTo(name);
    await until("its marks", async () => (await textsOf(web.page)).join() === texts.join());
  });

  test("a picture: nothing, and the popup can say so", async () => {
    await goTo("picture.svg");
    const summary = await until("an answer", () => session.driver.summary(web));
    expect(summary.status).toBe("unreadable");
  });

  // In tabs of their own: the driver tells of frames of a page that is kept for the way back as well.
  test("a frameset's frames are marked, its fallback is not", async () => {
    const other = await session.open("kinds/frameset.html");
    const frames = await until("two frames", () => {
      const inner = other.page.frames().filter((frame) => frame !== other.page.mainFrame());
      return inner.length === 2 ? inner : null;
    });
    for (const frame of frames) expect((await marked(frame)).map(({ text }) => text)).toContain("Daesh");
    expect(await textsOf(other.page)).toEqual([]);
    await other.page.close();
  });

  test("sandboxed, data:, blob:, written and filled frames are marked", async () => {
    const other = await session.open("kinds/frames.html");
    const names = ["sandboxed", "scripted", "written", "filled", "blob"];
    const inner = await until("the frames", () => {
      const found = other.page.frames().filter((frame) => frame !== other.page.mainFrame());
      return found.length === names.length ? found : null;
    });
    const unmarked = new Set<Frame>(inner);
    await until("marks in each", async () => {
      for (const frame of unmarked)
        if ((await textsOf(frame).catch(() => [])).join() === "Daesh") unmarked.delete(frame);
      return unmarked.size === 0;
    }).catch(() => expect([...unmarked].map((frame) => `${frame.name()} ${frame.url()}`)).toEqual([]));
    await other.page.close();
  });
});

test("back from the back/forward cache: still marked, and still read", async () => {
  await web.page.goto(`${session.server.address}pages/sections.html`, { waitUntil: "domcontentloaded" });
  await marked(web.page);
  await web.page.goBack({ waitUntil: "domcontentloaded" }).catch(() => undefined);
  await becomes([FIRST]);
  await then(() => document.body.append("Daesh, after the return."), [FIRST, "Daesh"]);
});

test("a rule for a part of the site holds as soon as the page goes there by itself, in its frames as well", async () => {
  await inPage(web.page, () => {
    const frame = document.createElement("iframe");
    frame.srcdoc = "<p>Inside, al-Qaeda is named.";
    document.body.append(frame);
  });
  const inner = await until("the frame", () => web.page.frames()[1]);
  const inside = (texts: string[]) =>
    until(`“${texts}” in the frame`, async () => (await textsOf(inner)).join() === texts.join());
  await inside(["al-Qaeda"]);
  await session.driver.change({
    type: "setSite",
    rule: { pattern: "127.0.0.1/pages/quiet", mark: false },
  });
  await then(() => history.pushState(null, "", "quiet/one"), []);
  await inside([]);
  await then(() => document.querySelector("p")!.append(" More."), []);
  await then(() => history.back(), [FIRST]);
  await inside(["al-Qaeda"]);
  await then(() => history.replaceState(null, "", "quiet"), []);
});
