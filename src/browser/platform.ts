/** Which browser this is, as far as our own pages have to know it. */
import browser from "webextension-polyfill";

export interface Platform {
  /** "Firefox 153.0", "Chrome 156". */
  name: string;
  /** How its toolbar looks and is spoken of. */
  kind: "chromium" | "firefox" | "phone";
}

interface Brands {
  userAgentData?: { brands: ReadonlyArray<{ brand: string; version: string }> };
}

export async function platform(): Promise<Platform> {
  const { os } = await browser.runtime.getPlatformInfo();
  // Firefox alone has it.
  const info = await browser.runtime.getBrowserInfo?.();
  const kind = os === "android" ? "phone" : info ? "firefox" : "chromium";
  return { name: `${info ? `${info.name} ${info.version}` : brand()} (${os})`, kind };
}

/** The last brand that is not the engine's, nor the one that is made up anew with each version. */
function brand(): string {
  const brands = (navigator as Brands).userAgentData?.brands ?? [];
  const known = brands.filter(({ brand }) => !/not.*brand/i.test(brand));
  const named = known.find(({ brand }) => brand !== "Chromium") ?? known[0];
  return named ? `${named.brand} ${named.version}` : "Chromium";
}
