/** An organisation's policy, as the browsers hand it on: what it prescribes holds, is shown as locked, and cannot be changed. */
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { inRoot } from "../../scripts/lib/paths.ts";
import { launch } from "../harness/driver/launch.ts";
import { askPacks } from "../harness/driver/packs.ts";
import { canHavePolicy, type UnderPolicy, underPolicy } from "../harness/driver/policy.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { Driver } from "../harness/driver/types.ts";
import { type Server, serve } from "../harness/serve.ts";
import { samplePack } from "../pack/format/samples.ts";
import { FOR_TESTS, wasRead } from "./session.ts";

const name = inject("browser");

describe.skipIf(!canHavePolicy(name))("under a policy", () => {
  let policy: UnderPolicy;
  let driver: Driver;
  let server: Server;
  beforeAll(async () => {
    server = await serve({ reading: inRoot("scripts/reading") });
    policy = await underPolicy(name, {
      ...{ theme: "dark", muted: ["ttp"], badge: "perhaps", same: [], meant: [] },
      managedPacks: ["no pack", JSON.stringify(samplePack())],
    });
    driver = await launch(name, { ...FOR_TESTS, program: policy.program });
  });
  afterAll(async () => {
    await driver?.close();
    await policy?.remove();
    await server?.close();
  });

  test("what is prescribed and valid holds, and is locked; all else is the reader's", async () => {
    const options = await driver.openOwn("options.html");
    const held = await until("the policy", () =>
      driver.inExtension(
        async ({ storage }) => (await storage.local.get("settings.managed"))["settings.managed"] as object,
      ),
    );
    expect(held).toEqual({ theme: "dark", muted: ["ttp"], same: [], meant: [] });
    await until("the theme", () => inPage(options, () => document.documentElement.dataset.theme === "dark"));
    const disabled = (selector: string) =>
      inPage(options, (selector: string) => document.querySelector(selector)!.matches(":disabled"), selector);
    expect(await disabled("input[name=theme]")).toBe(true);
    expect(await disabled("input[name=density]")).toBe(false);

    const refused = await driver.askForChange({ type: "set", key: "theme", value: "light" });
    expect(refused).toEqual({ ok: false, error: ["faultLocked"] });
    expect(await driver.askForChange({ type: "mute", entity: "daesh", on: true })).toMatchObject({
      ok: false,
    });
    expect(await driver.askForChange({ type: "set", key: "badge", value: true })).toMatchObject({ ok: true });

    const page = await driver.open(`${server.address}reading/index.html`);
    const found = (await wasRead(driver, page)).entities.map(({ entity }) => entity);
    expect(found).toContain("daesh");
    expect(found).not.toContain("ttp");
  });

  test("what is locked and has nothing to show says nothing of it; a list that is there says that it is locked", async () => {
    const options = await driver.openOwn("options.html");
    /** What the notes of locked fields that can be seen stand over. */
    const locked = () =>
      inPage(options, () =>
        [...document.querySelectorAll<HTMLElement>(".locked")]
          .filter((field) => field.checkVisibility())
          .map((field) =>
            [...field.querySelectorAll("[id], [name]")].map((one) => one.id || one.getAttribute("name")),
          ),
      );
    await options.waitForSelector("#same");
    await until("its note", async () => (await locked()).some((fields) => fields.includes("same")));
    expect(await inPage(options, () => document.querySelector("#find-same")!.matches(":disabled"))).toBe(
      true,
    );
    const rule = { entity: "org.example.roses/dog-rose", other: "daesh" };
    expect(await driver.askForChange({ type: "same", rule, on: true })).toEqual({
      ok: false,
      error: ["faultLocked"],
    });
    // Nor does the popup offer it, below an entry.
    const popup = await driver.openOwn("popup.html#own");
    await popup.waitForSelector("#pack-filter");
    await popup.type("#search", "daesh");
    await popup.waitForSelector(".result");
    await popup.keyboard.press("Enter");
    await popup.waitForSelector("#entity-heading");
    expect(await popup.$(".same-here")).toBeNull();
    await popup.close();
    const use = { id: "org.example.roses", place: 1 };
    await driver.change({ type: "usePack", use: { ...use, on: false } });
    await until("one analysis to be left", async () => !(await options.$("#same")));
    // Of the rules for sites, too, there are none.
    expect((await locked()).filter((fields) => fields.length === 0)).toEqual([]);
    await driver.change({ type: "usePack", use: { ...use, on: true } });
    await options.waitForSelector("#same");
  });

  test("a pack that is provided is there, to be switched off and not to be removed", async () => {
    const options = await driver.openOwn("options.html");
    const row = '.pack[data-pack="org.example.roses"]';
    await options.waitForSelector(row);
    await until("the row to say whose it is", () =>
      inPage(
        options,
        (row: string) => document.querySelector(row)!.textContent!.includes("your organisation"),
        row,
      ),
    );
    const controls = await inPage(
      options,
      (row: string) =>
        [
          ...document.querySelectorAll<HTMLButtonElement | HTMLInputElement>(`${row} button, ${row} input`),
        ].map((control) => control.ariaLabel ?? control.type),
      row,
    );
    expect(controls).toContain("checkbox");
    expect(controls.filter((label) => label.startsWith("Remove"))).toEqual([]);
    const removed = await askPacks(driver, "packs.remove", { id: "org.example.roses" });
    expect(removed).toBe(false);
  });
});
