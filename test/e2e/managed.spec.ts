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
      ...{ theme: "dark", muted: ["ttp"], badge: "perhaps" },
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
    expect(held).toEqual({ theme: "dark", muted: ["ttp"] });
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
