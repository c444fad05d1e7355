/**
 * Brings a fresh clone to the point where the other scripts can run: the pinned packages, and (without `--packages`)
 * a Chromium and a Firefox. Plain JavaScript without dependencies, because it runs before there are any. Says what it
 * does on stderr only, so that commands with output of their own can be piped.
 */
import { ensureBrowsers } from "./lib/browsers-install.mjs";
import { ensurePackages } from "./lib/packages-install.mjs";

try {
  ensurePackages();
  if (!process.argv.includes("--packages")) ensureBrowsers(["chromium", "firefox"]);
} catch (error) {
  console.error(`setup: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
