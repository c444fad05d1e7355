/** Storage that cannot be read, as in a damaged profile: nothing is marked, nothing breaks, nothing is overwritten. */
import { expect, test } from "vitest";
import { marked, marksOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import { useAlteredExtension } from "./altered.ts";

const SCRIPTS = ["content.js", "background.js", "popup.js", "options.js"];

/** Put before every script of the extension. */
const FAULT = (fails: string) => `{
  const area = (globalThis.browser ?? chrome).storage.local;
  area.get = () => { ${fails} };
}\n`;

/** As in the first moments after an installation: the background does not answer yet. */
const LATE = `{
  const { runtime } = globalThis.browser ?? chrome;
  const send = runtime.sendMessage.bind(runtime);
  const early = { "page.settings": 2, "pack.text": 2 };
  runtime.sendMessage = (message, ...rest) => {
    if (!(early[message?.type]-- > 0)) return send(message, ...rest);
    return Promise.reject(new Error("Could not establish connection."));
  };
}\n`;

const altered = useAlteredExtension({ "content.js": (script) => LATE + script });

/** Has the code before these scripts, and before no others. */
const spoil = (code: string, scripts: readonly string[]): Promise<void> =>
  altered.alter(
    Object.fromEntries(
      SCRIPTS.map((name) => [name, (sound: string) => (scripts.includes(name) ? code : "") + sound]),
    ),
  );

test("names that come late, as the settings do, are found on a page that does not change", async () => {
  const web = await altered.visit("sections.html");
  await marked(web.page);
  expect(web.errors).toEqual([]);
});

test.each([
  ["rejects", 'return Promise.reject(new Error("The disk is full of holes."));'],
  ["throws", 'throw new Error("The disk is full of holes.");'],
])(
  "reading %s: the page is left alone, and popup and options say so and change nothing",
  async (_how, fails) => {
    await spoil(FAULT(fails), SCRIPTS);
    await altered.driver.extension.replace();
    const web = await altered.open("sections.html");
    await until(
      "the frame to answer that nothing is marked",
      async () => (await altered.driver.summary(web))?.status === "off",
    );
    expect(await marksOf(web.page)).toEqual([]);
    expect(web.errors).toEqual([]);

    const popup = await altered.driver.openOwn(`popup.html#tab=${web.tab}`);
    await until("the popup to say so", () =>
      inPage(popup, () =>
        document.querySelector("#status")?.textContent?.includes("settings could not be read"),
      ),
    );
    expect(
      await inPage(popup, () => document.querySelector<HTMLInputElement>("#main-switch")?.disabled),
    ).toBe(true);
    await popup.type("#search", "daesh");
    await popup.waitForSelector('.result[data-entity="daesh"]');

    const options = await altered.driver.openOwn("options.html");
    await options.waitForSelector("#read-only");
    expect(await inPage(options, () => document.querySelector("#read-only")?.textContent)).toContain(
      "full of holes",
    );
    expect(
      await inPage(options, () => document.querySelector<HTMLFieldSetElement>("fieldset.all")?.disabled),
    ).toBe(true);

    // Even asked outright, the background writes nothing over what it cannot read.
    await altered.driver.inExtension(({ storage }) => {
      const changed: string[] = [];
      Object.assign(globalThis, { changed });
      storage.onChanged.addListener((changes) => void changed.push(...Object.keys(changes)));
    });
    expect(await altered.driver.askForChange({ type: "set", key: "badge", value: true })).toMatchObject({
      ok: false,
    });
    // What is written after it is told after it.
    await altered.driver.inExtension(
      ({ storage }, value: string) => storage.local.set({ later: value }),
      fails,
    );
    const changed = () =>
      altered.driver.inExtension(() => (globalThis as unknown as { changed: string[] }).changed);
    await until("the later change", async () => (await changed()).includes("later"));
    expect(await changed()).toEqual(["later"]);
    for (const page of [web.page, popup, options]) await page.close();
  },
);
