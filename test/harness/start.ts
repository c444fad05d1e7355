/**
 * `npm start [-- ADDRESS-OR-FILE …] [-- --browser firefox]`: builds the extension and shows what it does, on the given
 * pages or on the project's reading page; in a window where there is a display, else headless with a table and
 * screenshots.
 */
import { parseArgs } from "node:util";
import { BROWSERS, type BrowserName } from "../../scripts/lib/browsers.ts";
import { buildExtension } from "../../scripts/lib/extension.ts";
import { inRoot } from "../../scripts/lib/paths.ts";
import { demonstrate } from "./demo.ts";
import { resolveTargets } from "./targets.ts";
import { hasDisplay, openWindow } from "./windowed.ts";

const READING_PAGE = inRoot("scripts/reading/index.html");

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const { browser, given } = commandLine();
  const pages = await resolveTargets(
    given.length > 0 ? given : [READING_PAGE],
    process.env.INIT_CWD ?? process.cwd(),
  );
  try {
    const { problems } = await buildExtension({ minify: true });
    if (problems.length > 0) throw new Error(problems.join("\n"));
    if (hasDisplay()) {
      await openWindow(
        browser,
        pages.targets.map(({ address }) => address),
      );
    } else {
      const alsoDark = given.length === 0;
      await demonstrate({ browser, targets: pages.targets, offline: pages.local, alsoDark });
    }
  } finally {
    await pages.close();
  }
}

/** `--browser NAME` may stand anywhere, and so may a second `--`, which npm hands on. */
function commandLine(): { browser: BrowserName; given: string[] } {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== "--"),
    options: { browser: { type: "string", default: "chromium" } },
    allowPositionals: true,
  });
  const browser = BROWSERS.find((name) => name === values.browser);
  if (!browser) throw new Error(`--browser takes ${BROWSERS.join(" or ")}, not ${values.browser}.`);
  return { browser, given: positionals };
}
