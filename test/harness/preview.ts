/**
 * The part of `npm run pack -- preview` that drives a browser: builds the extension, and shows the pack in a window with a profile of its
 * own until that is closed. `scripts/pack/preview.ts` starts it, with paths in full.
 */
import { BROWSERS } from "../../scripts/lib/browsers.ts";
import { cli, oneOf } from "../../scripts/lib/cli.ts";
import { buildExtension } from "../../scripts/lib/extension.ts";
import { startPreview } from "./preview/preview.ts";

const { browser, words } = cli(
  "pack -- preview FILE [ADDRESS|FILE.html] [--browser firefox]",
  { browser: oneOf(BROWSERS, "chromium") },
  "some",
);
const [file, page] = words as [string, string | undefined];
try {
  const { problems } = await buildExtension({ minify: true, browsers: [browser] });
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const preview = await startPreview({ browser, file, page, shown: true });
  if (preview) {
    console.log("Save the file to see it anew; close the window, or press Ctrl+C here, to end.");
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void preview.close());
    await preview.ended;
  } else process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
