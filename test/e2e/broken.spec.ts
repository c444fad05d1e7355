/** A page of ours, or a frame, that something throws in: it says so, and offers a way on. Nothing is blank, nothing waits for good. */
import { expect, test } from "vitest";
import { inPage, until } from "../harness/driver/shared.ts";
import { useAlteredExtension } from "./altered.ts";
import { exportedBy } from "./keys.ts";

/** Put before scripts of the extension: what drawing a page cannot do without. */
const BREAK = '= () => { throw new Error("Broken on purpose."); };\n';
const DRAWING = `String.prototype.normalize ${BREAK}Array.prototype.findLast ${BREAK}`;

const spoilt = (script: string) => DRAWING + script;
const altered = useAlteredExtension({
  "names.js": () => "",
  "popup.js": spoilt,
  "options.js": spoilt,
  "welcome.js": spoilt,
});

test.each(["options.html", "welcome.html", "popup.html"])("%s says that it is broken", async (name) => {
  const page = await altered.visitOwn(name);
  await page.waitForSelector("#broken");
  const words = await inPage(page, () => document.querySelector("#broken")?.textContent ?? "");
  expect(words).toContain("cannot be shown");
  expect(words).toContain("Broken on purpose.");
  const file = await exportedBy(page, () => page.click("#broken-save"));
  expect(JSON.parse(file)).toMatchObject({ sidelight: "settings" });
  // Starting over draws the page anew, which is broken as before.
  await inPage(page, () => {
    document.querySelector<HTMLElement>("#broken")!.dataset.old = "";
  });
  await page.click("#broken-start-over");
  await page.waitForSelector("#broken:not([data-old])");
});

test("a frame that cannot have its names says so", async () => {
  const web = await altered.visit("sections.html");
  await until("the frame to say so", async () => (await altered.driver.summary(web))?.status === "failed");
  expect(web.errors).toEqual([]);
});
