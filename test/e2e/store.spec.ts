/** The settings in the browser's own storage: many changes at once, from several contexts. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import type { ChangeResult } from "../../src/messages/table.ts";
import type { ScalarKey } from "../../src/settings/fields.ts";
import { inExtension } from "../harness/driver/extension-api.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import { useBrowser } from "./session.ts";

// One of its own: in another, settings were changed before, and what was ever changed is mirrored.
const session = useBrowser({});
const EACH = 100;

/** Sends a hundred changes at once, and answers how many were acknowledged. */
function changeMany(page: Page, name: string): Promise<number> {
  return inExtension(
    page,
    async ({ runtime }, prefix: string, count: number) => {
      const answers = await Promise.all(
        Array.from({ length: count }, (_, n) => {
          const intents = [{ type: "mute", entity: `${prefix}-${n}`, on: true }];
          return runtime.sendMessage({ type: "settings.change", request: { intents } });
        }),
      );
      return answers.filter((answer) => (answer as ChangeResult | undefined)?.ok).length;
    },
    name,
    EACH,
  );
}

test("of three hundred changes at once, from three contexts, none is lost", async () => {
  const pages = await Promise.all(
    ["options.html", "options.html", "popup.html"].map((name) => session.driver.openOwn(name)),
  );
  const stored = () =>
    session.driver.inExtension(async ({ storage }) => {
      const { settings } = (await storage.local.get("settings")) as {
        settings?: { revision: number; values: { muted?: string[] } };
      };
      return { revision: settings?.revision ?? 0, count: settings?.values.muted?.length ?? 0 };
    });
  const { revision } = await stored();
  const acknowledged = await Promise.all(pages.map((page, number) => changeMany(page, `context-${number}`)));
  expect(acknowledged).toEqual([EACH, EACH, EACH]);
  expect(await stored()).toEqual({ revision: revision + 3 * EACH, count: 3 * EACH });
  for (const page of pages) await page.close();
});

test("the mirror: nothing before it is turned on, then what was touched and nothing else", async () => {
  const page = await session.driver.openOwn("options.html");
  const set = async (key: ScalarKey, value: boolean | string) =>
    (await session.driver.askForChange({ type: "set", key, value })).ok;
  const mirrored = () =>
    session.driver.inExtension(async ({ storage }) => {
      const items = (await storage.sync.get(null)) as Record<string, { entries: Record<string, unknown[]> }>;
      return Object.values(items).flatMap(({ entries }) =>
        Object.entries(entries).map(([name, [, value]]) => `${name} = ${value}`),
      );
    });
  expect(await set("theme", "dark")).toBe(true);
  expect(await mirrored()).toEqual([]);
  expect(await set("sync", true)).toBe(true);
  await until("the mirror", async () => (await mirrored()).includes("theme = dark"));
  const names = (await mirrored()).map((entry) => entry.replace(/ .*/, ""));
  expect(new Set(names)).toEqual(new Set(["theme", "muted"]));
  await until("the options to say so", () =>
    inPage(page, () => document.querySelector("#sync-status")?.textContent === "Synced."),
  );
  await page.close();
});
