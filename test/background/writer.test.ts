import { describe, expect, it } from "vitest";
import { createWriter, type StorageArea } from "../../src/background/settings/writer.ts";
import { VERSION } from "../../src/settings/migrations.ts";
import { readStored } from "../../src/settings/stored.ts";
import { queue } from "./queue.ts";

/** Storage whose every call takes a turn of the event loop, as the browser's does. */
function memory(items: Record<string, unknown> = {}) {
  const writes: Record<string, unknown>[] = [];
  const area: StorageArea = {
    async get(keys) {
      await new Promise((resolve) => setTimeout(resolve));
      return Object.fromEntries(keys.filter((key) => key in items).map((key) => [key, items[key]]));
    },
    async set(changes) {
      await new Promise((resolve) => setTimeout(resolve));
      writes.push(structuredClone(changes));
      Object.assign(items, structuredClone(changes));
    },
  };
  return { area, items, writes };
}

const dark = { type: "set", key: "theme", value: "dark" } as const;

describe("the writer", () => {
  it("stores what was touched and never a default", async () => {
    const { area, writes } = memory();
    expect(await createWriter(area, queue(), () => 5)([dark])).toEqual({ ok: true, revision: 1 });
    expect(writes).toEqual([
      { settings: { version: VERSION, revision: 1, values: { theme: "dark" }, stamps: { theme: 5 } } },
    ]);
  });

  it("keeps the copy before, in the same write", async () => {
    const { area, writes } = memory();
    const change = createWriter(area, queue(), () => 5);
    await change([dark]);
    expect(await change([{ type: "reset" }])).toEqual({ ok: true, revision: 2 });
    expect(writes[1]).toEqual({
      // The clock stands still; the later change is the later one all the same.
      settings: { version: VERSION, revision: 2, values: {}, stamps: { theme: 6 } },
      "settings.previous": { version: VERSION, revision: 1, values: { theme: "dark" }, stamps: { theme: 5 } },
      "settings.kept": { version: VERSION, values: { theme: "dark" }, at: 5, before: "reset" },
    });
  });

  it("goes back to what was kept, and forth again", async () => {
    const { area, items } = memory();
    const change = createWriter(area, queue());
    const theme = () => {
      const outcome = readStored(items);
      return outcome.kind === "value" && outcome.settings.theme;
    };
    expect(await change([{ type: "restore" }])).toMatchObject({ ok: false });
    await change([dark]);
    await change([{ type: "reset" }]);
    expect(theme()).toBe("auto");
    await change([{ type: "restore" }]);
    expect(theme()).toBe("dark");
    await change([{ type: "restore" }]);
    expect(theme()).toBe("auto");
  });

  it("refuses what an organisation prescribes, and takes over all else", async () => {
    const { area } = memory({ "settings.managed": { theme: "light" } });
    const change = createWriter(area, queue());
    expect(await change([dark])).toEqual({ ok: false, error: ["faultLocked"] });
    expect(await change([{ type: "set", key: "badge", value: true }])).toMatchObject({ ok: true });
  });

  it("starts over from damage when told to, and puts the damaged aside", async () => {
    const { area, items } = memory({ settings: "damage" });
    expect(await createWriter(area, queue())([{ type: "reset" }])).toEqual({ ok: true, revision: 1 });
    expect(items["settings.damaged"]).toEqual({ settings: "damage", "settings.previous": null });
    expect(readStored(items)).toMatchObject({ kind: "value", revision: 1 });
  });

  it("loses none of many changes made at once", async () => {
    const { area, items } = memory();
    const change = createWriter(area, queue());
    const ids = Array.from({ length: 40 }, (_, index) => `entity-${index}`);
    await Promise.all(ids.map((entity) => change([{ type: "mute", entity, on: true }])));
    const outcome = readStored(items);
    expect(outcome.kind === "value" && [outcome.revision, outcome.settings.muted.length]).toEqual([40, 40]);
  });

  it("mends a damaged newest copy from the one before", async () => {
    const previous = { version: VERSION, revision: 7, values: { badge: true } };
    const { area, items } = memory({ settings: "damage", "settings.previous": previous });
    expect(await createWriter(area, queue())([dark])).toEqual({ ok: true, revision: 8 });
    expect(readStored(items)).toMatchObject({ settings: { badge: true, theme: "dark" }, problems: [] });
  });

  it.each([
    ["damaged settings", { settings: "damage" }, "faultLeftAlone"],
    [
      "settings of a newer version",
      { settings: { version: VERSION + 1, revision: 1, values: {} } },
      "faultNewer",
    ],
  ])("leaves %s alone", async (_name, items, says) => {
    const { area, writes } = memory(items);
    const result = await createWriter(area, queue())([dark]);
    expect(result).toEqual({ ok: false, error: [says] });
    expect(writes).toEqual([]);
  });

  it("writes nothing when one intent of several is refused", async () => {
    const { area, writes } = memory();
    const result = await createWriter(area, queue())([dark, { type: "set", key: "hoverDelay", value: 1 }]);
    expect(result.ok).toBe(false);
    expect(writes).toEqual([]);
  });

  it.each(["get", "set"] as const)("answers with the error when %s fails, and goes on", async (call) => {
    const { area } = memory();
    let failing = true;
    const change = createWriter(
      {
        ...area,
        [call]: (argument: never) =>
          failing ? Promise.reject(new Error("disk full")) : area[call](argument),
      },
      queue(),
    );
    expect(await change([dark])).toEqual({ ok: false, error: ["faultNotWritten", "disk full"] });
    failing = false;
    expect(await change([dark])).toEqual({ ok: true, revision: 1 });
  });
});
