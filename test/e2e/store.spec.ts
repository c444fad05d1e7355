/** The settings in the browser's own storage: many changes at once, from several contexts. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { inPage, until } from "../harness/driver/shared.ts";
import { useBrowser } from "./session.ts";

const session = useBrowser();
const EACH = 100;

interface Api {
  runtime: { sendMessage(message: object): Promise<{ ok: boolean; revision: number } | undefined> };
  storage: Record<"local" | "sync", { get(key: string | null): Promise<Record<string, unknown>> }>;
}
declare const browser: Api | undefined;
declare const chrome: Api;

/** Sends a hundred changes at once, and answers how many were acknowledged. */
function changeMany(page: Page, name: string): Promise<number> {
  return inPage(
    page,
    async (prefix: string, count: number) => {
      const api = typeof browser === "undefined" ? chrome : browser;
      const answers = await Promise.all(
        Array.from({ length: count }, (_, n) =>
          api.runtime.sendMessage({
            type: "settings.change",
            request: { intents: [{ type: "mute", entity: `${prefix}-${n}`, on: true }] },
          }),
        ),
      );
      return answers.filter((answer) => answer?.ok).length;
    },
    name,
    EACH,
  );
}

test("of three hundred changes at once, from three contexts, none is lost", async () => {
  const pages = await Promise.all(
    ["options.html", "options.html", "popup.html"].map((name) => session.driver.openOwn(name)),
  );
  const acknowledged = await Promise.all(pages.map((page, number) => changeMany(page, `context-${number}`)));
  expect(acknowledged).toEqual([EACH, EACH, EACH]);
  const muted = await inPage(pages[0]!, async () => {
    const api = typeof browser === "undefined" ? chrome : browser;
    const { settings } = (await api.storage.local.get("settings")) as {
      settings: { revision: number; values: { muted: string[] } };
    };
    return { revision: settings.revision, count: settings.values.muted.length };
  });
  expect(muted).toEqual({ revision: 3 * EACH, count: 3 * EACH });
  for (const page of pages) await page.close();
});

test("the mirror: nothing before it is turned on, then what was touched and nothing else", async () => {
  const page = await session.driver.openOwn("options.html");
  const change = (key: string, value: boolean | string) =>
    inPage(
      page,
      async (intent: object) => {
        const api = typeof browser === "undefined" ? chrome : browser;
        return (await api.runtime.sendMessage({ type: "settings.change", request: { intents: [intent] } }))
          ?.ok;
      },
      { type: "set", key, value },
    );
  const mirrored = () =>
    inPage(page, async () => {
      const api = typeof browser === "undefined" ? chrome : browser;
      const items = (await api.storage.sync.get(null)) as Record<
        string,
        { entries: Record<string, unknown[]> }
      >;
      return Object.values(items).flatMap(({ entries }) =>
        Object.entries(entries).map(([name, [, value]]) => `${name} = ${value}`),
      );
    });
  expect(await change("theme", "dark")).toBe(true);
  expect(await mirrored()).toEqual([]);
  expect(await change("sync", true)).toBe(true);
  await until("the mirror", async () => (await mirrored()).includes("theme = dark"));
  const names = (await mirrored()).map((entry) => entry.replace(/ .*/, ""));
  expect(new Set(names)).toEqual(new Set(["theme", "muted"]));
  await until("the options to say so", () =>
    inPage(page, () => document.querySelector("#sync-status")?.textContent === "Synced."),
  );
  await page.close();
});
