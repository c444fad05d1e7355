/** Names of the reader's own: with signs in them, kept to sites, and those that no page can be searched for. */
import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { marked, textsOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { useBrowser, wasRead } from "./session.ts";

const session = useBrowser();
let web: WebPage;
let options: Page;

beforeEach(async () => {
  options = await session.visitOwn("options.html");
  web = await session.visit("sections.html");
  await wasRead(session.driver, web);
  await marked(web.page);
});
afterEach(() => store({}));

/** Settings from a file, which holds to the same limits as what other browsers hand on, and takes names as they are. */
const store = (values: object) =>
  session.driver.change({
    type: "import",
    file: JSON.stringify({ sidelight: "settings", version: 2, values }),
  });

async function write(text: string): Promise<void> {
  await inPage(
    web.page,
    (words: string) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = words;
      document.querySelector("main, body")!.prepend(paragraph);
    },
    text,
  );
}

const isMarked = (text: string) => async () => (await textsOf(web.page)).includes(text);

async function type(box: string, text: string): Promise<void> {
  await options.bringToFront();
  await options.waitForSelector(`input[name="${box}"]`);
  await options.focus(`input[name="${box}"]`);
  await options.keyboard.type(text);
}

const says = (selector: string) =>
  inPage(options, (of: string) => document.querySelector(of)?.textContent ?? "", selector);

test.each(["R&AW", "Lashkar (LeT)", "TTP/JuA", "C++ Guild"])(
  "%s is marked, and all else with it",
  async (name) => {
    await type("own-name", name);
    await options.keyboard.press("Enter");
    await options.waitForSelector(`[data-own="${name}"]`);
    await web.page.bringToFront();
    await write(`The clerk wrote “${name}” and nothing else.`);
    await until(`a mark “${name}”`, isMarked(name));
    expect((await textsOf(web.page)).length).toBeGreaterThan(1);
    expect((await session.driver.summary(web))?.status).toBe("marked");
  },
);

test("what cannot be found is refused as it is typed", async () => {
  await type("own-name", "@someone");
  await until("the reason", async () => (await says('[id$="-verdict"]')).includes("cannot be looked for"));
  await options.keyboard.press("Enter");
  expect(await inPage(options, () => document.querySelector("[data-own]"))).toBeNull();
});

test("what is stored and cannot be found is left out alone, and said to be", async () => {
  const bad = ["@someone", "a ?!?!?!?!?!?!?! b"];
  await store({ aliases: [...bad, "R&AW"].map((text) => ({ entity: "ttp", text })) });
  await web.page.bringToFront();
  await web.page.reload();
  await marked(web.page);
  await write("Then R&AW wrote.");
  await until("a mark “R&AW”", isMarked("R&AW"));
  await until("the options to list it", async () =>
    (await says(`[data-own="${bad[1]}"]`)).includes("Not looked for"),
  );
  expect(await says('[data-own="R&AW"]')).not.toContain("Not looked for");
  for (const page of ["options.html", "welcome.html"]) {
    const own = await session.driver.openOwn(page);
    await own.waitForSelector("#sample");
    await own.close();
  }
});

test("a name is looked for on its sites only, wherever the page goes meanwhile", async () => {
  const host = new URL(session.server.address).hostname;
  await type("own-name", "The Wardens");
  await type("own-sites", "example.net, a*b");
  await until("the box to be marked as wrong", () =>
    inPage(
      options,
      () => document.querySelector('input[name="own-sites"]')?.getAttribute("aria-invalid") === "true",
    ),
  );
  for (let step = 0; step < 5; step++) await options.keyboard.press("Backspace");
  await options.keyboard.press("Enter");
  await options.waitForSelector('[data-own="The Wardens"]');
  expect(await says('[data-own="The Wardens"]')).toContain("only on example.net");
  await web.page.bringToFront();
  await write("The Wardens met the Daesh envoy.");
  await until("a mark “Daesh”", isMarked("Daesh"));
  expect(await isMarked("The Wardens")()).toBe(false);

  await options.bringToFront();
  await options.click('[data-own="The Wardens"] button[aria-expanded]');
  await type("own-sites-of", `, ${host}/elsewhere`);
  await options.keyboard.press("Enter");
  await until("the options to list both", async () =>
    (await says('[data-own="The Wardens"]')).includes(`${host}/elsewhere`),
  );
  await web.page.bringToFront();
  await inPage(web.page, () => history.pushState(null, "", "/elsewhere/page"));
  await until("a mark “The Wardens”", isMarked("The Wardens"));
  await inPage(web.page, () => history.back());
  await until("no mark “The Wardens”", async () => !(await isMarked("The Wardens")()));
});

test("the sample leaves unmarked what pages do, until the hour is over, and the list forgets it then", async () => {
  await options.bringToFront();
  const marks = () =>
    inPage(options, () => [...document.querySelectorAll("#sample .mark")].map((each) => each.textContent));
  await options.waitForSelector("#sample .mark");
  const all = await marks();
  // Long enough to be seen, and then it ends by itself: nobody changes a setting.
  const ends = Date.now() + 6_000;
  await store({
    quiet: [
      { entity: "ttp", until: ends },
      { entity: "afghan-taliban", until: ends },
      { entity: "daesh", until: ends },
    ],
  });
  await options.waitForSelector("#quiet");
  await until("the sample to follow", async () => (await marks()).length < all.length);
  await until("the list to be empty", () => inPage(options, () => document.querySelector("#quiet") === null));
  await until("the sample to be marked again", async () => (await marks()).length === all.length);
  expect(await marks()).toEqual(all);
});
