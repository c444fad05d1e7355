/** The browsers that the scripts and the end-to-end tests drive. */
export { BROWSERS, type BrowserName, ensureBrowser as browserPath } from "./browsers-install.mjs";

/** What Chromium has to be told when root runs it, as in containers: its sandbox cannot be set up then. */
export function sandboxless(): string[] {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}

/** Whether a window could be seen here. */
export function hasDisplay(): boolean {
  if (process.platform === "darwin" || process.platform === "win32") return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
