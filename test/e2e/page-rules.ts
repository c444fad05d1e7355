/** The accessibility rules that can be checked, asked of a page of the extension: axe's, which names what violates them. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer-core";
import { expect } from "vitest";
import { inPage } from "../harness/driver/shared.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Axe {
  run(
    context: Document,
    options: object,
  ): Promise<{ violations: Array<{ id: string; help: string; nodes: Array<{ html: string }> }> }>;
}
declare const axe: Axe;

const LOOKS = [
  ["light", "ltr"],
  ["dark", "ltr"],
  ["light", "rtl"],
  ["dark", "rtl"],
] as const;

/** As it is. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return inPage(page, async () => {
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
    );
  });
}

/** Expects that there is none, light and dark, in both directions. */
export async function expectRulesKept(page: Page): Promise<void> {
  for (const [theme, dir] of LOOKS) {
    await inPage(
      page,
      (theme: string, dir: string) => {
        document.documentElement.dataset.theme = theme;
        document.documentElement.dir = dir;
      },
      theme,
      dir,
    );
    expect(await violations(page), `${theme} ${dir}`).toEqual([]);
  }
}
