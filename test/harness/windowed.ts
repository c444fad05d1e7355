/** The main job with a display: a browser window with the extension and a throw-away profile. */
import webExt from "web-ext";
import { type BrowserName, browserPath, sandboxless } from "../../scripts/lib/browsers.ts";
import { extensionFolder } from "../../scripts/lib/paths.ts";

export function hasDisplay(): boolean {
  if (process.platform === "darwin" || process.platform === "win32") return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Opens the window; fulfilled when the reader has closed it. */
export async function openWindow(browser: BrowserName, addresses: readonly string[]): Promise<void> {
  const runner = await webExt.cmd.run(
    {
      sourceDir: extensionFolder(browser),
      target: [browser === "chromium" ? "chromium" : "firefox-desktop"],
      ...(browser === "chromium"
        ? { chromiumBinary: browserPath(browser), args: sandboxless() }
        : { firefox: browserPath(browser) }),
      startUrl: [...addresses],
      noInput: true,
      noReload: true,
    },
    { shouldExitProgram: false },
  );
  await new Promise<void>((closed) => runner.registerCleanup(closed));
}
