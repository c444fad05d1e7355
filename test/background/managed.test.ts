import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { updateManaged } from "../../src/background/settings/managed.ts";
import { defaults, HOVER_DELAY } from "../../src/settings/defaults.ts";
import { canonical, parseSettings } from "../../src/settings/parse.ts";

interface Schema {
  type: string;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Schema>;
  items?: Schema;
}

const schema: Schema = JSON.parse(await readFile("assets/managed-schema.json", "utf8"));

describe("the schema of managed settings", () => {
  it("names every setting, the packs that are provided, and nothing else", () => {
    expect(Object.keys(schema.properties!).sort()).toEqual([...Object.keys(defaults), "managedPacks"].sort());
  });

  it("allows the values that there are", () => {
    for (const [key, property] of Object.entries(schema.properties!))
      for (const value of property.enum ?? [])
        expect(parseSettings({ [key]: value }).problems, `${key}: ${value}`).toEqual([]);
    expect(schema.properties!.hoverDelay).toMatchObject({
      minimum: HOVER_DELAY.min,
      maximum: HOVER_DELAY.max,
    });
    expect(Object.keys(schema.properties!.kinds!.properties!)).toEqual(Object.keys(defaults.kinds));
  });

  it("keeps to what Chromium takes: one type each, and no further properties at the top", () => {
    const check = (node: Schema) => {
      expect(["object", "array", "string", "integer", "boolean"]).toContain(node.type);
      expect(node).not.toHaveProperty("additionalProperties");
      for (const each of [...Object.values(node.properties ?? {}), ...(node.items ? [node.items] : [])])
        check(each);
    };
    check(schema);
  });
});

describe("keepManaged", () => {
  const lock = <T>(task: () => Promise<T>) => task();
  function store(items: Record<string, unknown> = {}) {
    const writes: unknown[] = [];
    return {
      writes,
      area: {
        get: async () => items,
        set: async (changes: Record<string, unknown>) => {
          writes.push(changes);
          Object.assign(items, changes);
        },
      },
    };
  }
  const policy = (values: Record<string, unknown>) => ({ get: async () => values });
  const failing = (message: string) => ({ get: () => Promise.reject(new Error(message)) });

  it("keeps what is valid, canonical, and leaves the rest out whole", async () => {
    const { area, writes } = store();
    const sites = [{ pattern: "https://EXAMPLE.org/", mark: false }];
    await updateManaged(
      area,
      policy({ theme: "dark", badge: "yes", sites, muted: ["ttp", "No id!"], other: 1 }),
      lock,
    );
    expect(writes).toEqual([
      { "settings.managed": { theme: "dark", sites: [{ pattern: "example.org", mark: false }] } },
    ]);
    expect(parseSettings(sites, canonical).settings.sites).toEqual([]);
  });

  it("writes only what is news", async () => {
    const { area, writes } = store({ "settings.managed": { theme: "dark" } });
    await updateManaged(area, policy({ theme: "dark" }), lock);
    expect(writes).toEqual([]);
    await updateManaged(area, policy({}), lock);
    expect(writes).toEqual([{ "settings.managed": {} }]);
  });

  it("takes Firefox’s refusal for no policy, and any other failure for none of its business", async () => {
    const { area, writes } = store({ "settings.managed": { theme: "dark" } });
    await updateManaged(area, failing("disk"), lock);
    expect(writes).toEqual([]);
    await updateManaged(area, failing("Managed storage manifest not found"), lock);
    expect(writes).toEqual([{ "settings.managed": {} }]);
  });
});
