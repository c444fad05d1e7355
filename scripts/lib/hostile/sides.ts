/** The two browsers of a comparison, each with a server of its own. */
import type { BrowserName } from "../browsers.ts";
import { launch } from "../driver/launch.ts";
import { inRoot } from "../paths.ts";
import { serve } from "../serve.ts";
import { expectationIn } from "./cases.ts";
import type { Side, Sides } from "./visit.ts";

export const HOSTILE = inRoot("test/hostile");

export async function openSides(browser: BrowserName, folder: string): Promise<Sides> {
  const open = async (options: { extension?: null }): Promise<Side> => ({
    server: await serve({ hostile: folder }, (text) => expectationIn(text)?.headers ?? {}),
    driver: await launch(browser, { offline: true, ...options }),
  });
  const [ours, bare] = await Promise.all([open({}), open({ extension: null })]);
  return { ours, bare };
}

export async function closeSides({ ours, bare }: Sides): Promise<void> {
  await Promise.all([ours, bare].flatMap(({ driver, server }) => [driver.close(), server.close()]));
}
