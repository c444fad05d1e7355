/**
 * A page that has broken out into its process, and has the content script's part of the extension's API: what it does there
 * stays on its own site. It is played by a content script that does as its page says.
 */
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import type { SettingsIntent } from "../../src/messages/table.ts";
import { cardOpens } from "../harness/driver/card.ts";
import { hover, marked, reachableMark } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { useAlteredExtension } from "./altered.ts";

const isChromium = inject("browser") === "chromium";

/** Put before the content script. */
const BROKEN = `{
  const { runtime, storage } = globalThis.browser ?? chrome;
  document.addEventListener("break-out", async ({ detail }) => {
    const [call, argument] = JSON.parse(detail);
    const answer = await (async () => (call === "send" ? runtime.sendMessage(argument) : storage.local[call](argument)))().then(
      (value) => ({ value }),
      (error) => ({ error: String(error) }),
    );
    document.dispatchEvent(new CustomEvent("broken-out", { detail: JSON.stringify(answer) }));
  });
}\n`;

const altered = useAlteredExtension({ "content.js": (script) => BROKEN + script });
let web: WebPage;

beforeEach(async () => {
  web = await altered.visit("sections.html");
  await marked(web.page);
});
afterEach(() => change({ type: "reset" }));

/** What a page does with the part of the API that it has got hold of. */
function breakOut(call: string, argument: object): Promise<{ value?: unknown; error?: string }> {
  return inPage(
    web.page,
    (detail: string) =>
      new Promise((done) => {
        document.addEventListener(
          "broken-out",
          (event) => done(JSON.parse((event as CustomEvent<string>).detail)),
          { once: true },
        );
        document.dispatchEvent(new CustomEvent("break-out", { detail }));
      }),
    JSON.stringify([call, argument]),
  ) as Promise<{ value?: unknown; error?: string }>;
}

const stored = (...keys: string[]): Promise<Record<string, unknown>> =>
  altered.driver.inExtension(({ storage }, keys: string[]) => storage.local.get(keys), keys);

/** How many keys there are that are nobody's. */
const wasted = (): Promise<number> =>
  altered.driver.inExtension(
    async ({ storage }) =>
      Object.keys(await storage.local.get(null)).filter((key) => key.startsWith("waste")).length,
  );

const change = (...intents: SettingsIntent[]) => altered.driver.change(...intents);

/** The reader's settings, as a page of the extension reads them. */
async function values(): Promise<Record<string, unknown>> {
  const { settings } = (await stored("settings")) as { settings?: { values: Record<string, unknown> } };
  return settings?.values ?? {};
}

/** In Firefox it can write; what it wrote is undone. */
async function writes(items: object): Promise<void> {
  const before = await stored(...Object.keys(items));
  const { error } = await breakOut("set", items);
  if (isChromium) expect(error).toContain("Access to storage is not allowed");
  await until("what was stored", async () => {
    const now = await stored(...Object.keys(items));
    return Object.keys(items).every((key) => JSON.stringify(now[key]) === JSON.stringify(before[key]));
  });
}

async function otherPageIsMarked(): Promise<void> {
  const other = await altered.open("frame.html");
  expect((await marked(other.page)).map(({ text }) => text)).toEqual(["Wilson Center"]);
  await other.page.close();
}

describe("in storage", () => {
  test("it switches nothing off, and makes no settings for anybody", async () => {
    await change({ type: "set", key: "badge", value: true });
    const off = { version: 1, revision: 1e6, values: { enabled: false } };
    await writes({ settings: off, "settings.previous": off, "settings.managed": { enabled: false } });
    await otherPageIsMarked();
    await change({ type: "set", key: "theme", value: "dark" });
    expect(await values()).toEqual({ badge: true, theme: "dark" });
  });

  test("a sentence that it plants stands on no card, and not in the popup", async () => {
    const { "pack.text": text } = (await stored("pack.text")) as { "pack.text": string };
    const planted = text.replaceAll("security", "planted");
    expect(planted).not.toBe(text);
    await writes({ "pack.text": planted });
    const other = await altered.open("sections.html");
    await hover(other.page, await until("a mark", () => reachableMark(other.page, "UN Security Council")));
    expect((await cardOpens(other, "UN Security Council")).text).not.toContain("planted");
    await other.page.close();
  });

  test.runIf(isChromium)("in chromium it reads nothing there", async () => {
    const { value, error } = await breakOut("get", {});
    expect(value).toBeUndefined();
    expect(error).toContain("Access to storage is not allowed");
  });

  test("all room taken: changes and a reset go through, and what took it is gone", async () => {
    // Where pages are kept out, what is stored is filled by whoever else may.
    await altered.driver.inExtension(async ({ storage: { local } }, limited: boolean) => {
      let size = 11_000_000;
      for (let part = 0; size > 20; part++) {
        await local.set({ [`waste${part}`]: "x".repeat(size) }).catch(() => {
          size = Math.floor(size / 2);
        });
        // Firefox takes all that the disk has room for.
        if (!limited) break;
      }
    }, isChromium);
    expect(await wasted()).toBeGreaterThan(0);
    const many = Array.from({ length: 200 }, (_, n) => ({
      type: "mute" as const,
      entity: `entity-${n}`,
      on: true,
    }));
    await change(...many);
    await change({ type: "reset" });
    expect(await values()).toEqual({});
    if (isChromium) expect(await wasted()).toBe(0);
  });
});

describe("by message", () => {
  const less = (request: object) => ({
    type: "page.less",
    request: { here: false, hour: false, on: true, ...request },
  });
  const send = async (message: object) => (await breakOut("send", message)).value;

  test("it changes no setting", async () => {
    const intents = [{ type: "setSite", rule: { pattern: "org", mark: false } }];
    expect(await send({ type: "settings.change", request: { intents } })).toMatchObject({ ok: false });
    expect(await values()).toEqual({});
  });

  test("it has a rule made for the site that it is on, and for no other", async () => {
    const named = { site: "com", pattern: "org", rule: { pattern: "org", mark: false } };
    expect(await send(less({ here: true, ...named }))).toBe(true);
    expect(await values()).toEqual({ sites: [{ pattern: "127.0.0.1", mark: false }] });
  });

  test("it is told of the settings what bears on its own site", async () => {
    const rule = (pattern: string) => ({ type: "setSite", rule: { pattern, mark: true } }) as const;
    const name = (text: string, ...sites: string[]) =>
      ({
        type: "addAlias",
        alias: { entity: "ttp", text, ...(sites.length > 0 && { sites }) },
      }) as const;
    await change(rule("127.0.0.1"), rule("elsewhere.example"));
    await change(
      name("Everywhere"),
      name("Partly", "127.0.0.1", "elsewhere.example"),
      name("Elsewhere", "elsewhere.example"),
    );
    const answer = JSON.stringify(await send({ type: "page.settings", request: {} }));
    for (const told of ["127.0.0.1", "Everywhere", "Partly"]) expect(answer).toContain(told);
    expect(answer.toLowerCase()).not.toContain("elsewhere");
  });

  test("it leaves few names unmarked elsewhere, and takes back nothing of the reader's", async () => {
    await change({ type: "mute", entity: "ttp", on: true });
    expect(await send(less({ entity: "ttp", on: false }))).toBe(false);
    const granted: unknown[] = [];
    for (let n = 0; n < 10; n++) granted.push(await send(less({ entity: `entity-${n}` })));
    expect(granted.filter(Boolean).length).toBeLessThanOrEqual(6);
    expect(granted).toContain(false);
    expect((await values()).muted).toContain("ttp");
  });
});
