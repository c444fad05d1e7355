import { expect, test } from "vitest";
import type { ShippedPackage } from "../../scripts/lib/licences.ts";
import { billOfMaterials, type Lock } from "../../scripts/lib/release/sbom.ts";
import { filesOf, sha256, zipOf } from "../../scripts/lib/release/zip.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("a zip has the same bytes in every time zone, and in whatever order a disk hands on its files", () => {
  const before = process.env.TZ;
  const hashes = ["UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati"].map((zone, i) => {
    process.env.TZ = zone;
    const files = [
      ["_locales/ur/messages.json", bytes("{}")],
      ["background.js", bytes("1")],
      ["é.txt", bytes("2")],
    ] as const;
    return sha256(zipOf(new Map(i % 2 ? files : [...files].reverse())));
  });
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
  expect(new Set(hashes).size).toBe(1);
});

test("a zip holds what went in", () => {
  const files = new Map([["a/b.txt", bytes("Kabul")]]);
  expect([...filesOf(zipOf(files))]).toEqual([...files]);
});

const integrity = `sha512-${Buffer.alloc(64, 7).toString("base64")}`;
const shipped = (name: string): ShippedPackage => ({
  ...{ name, path: `node_modules/${name}`, version: "1.0.0", licence: "ISC", source: "" },
});
const lock: Lock = {
  "": { dependencies: { outer: "1.0.0" } },
  "node_modules/outer": { integrity, dependencies: { "@scope/inner": "1", "not-bundled": "1" } },
  "node_modules/@scope/inner": { integrity },
};

test("the bill of materials names each package with its hash, and what wants what; it has no time and no number of its own", () => {
  const packages = [shipped("outer"), shipped("@scope/inner")];
  const text = billOfMaterials("0.2.0", packages, lock);
  expect(billOfMaterials("0.2.0", packages.toReversed(), lock)).toBe(text);
  const { serialNumber, metadata, components, dependencies } = JSON.parse(text);
  expect([serialNumber, metadata.timestamp]).toEqual([undefined, undefined]);
  expect(metadata.component).toMatchObject({ name: "sidelight", version: "0.2.0" });
  const inner = "pkg:npm/%40scope/inner@1.0.0";
  expect(components[0]).toMatchObject({
    ...{ name: "@scope/inner", version: "1.0.0", purl: inner },
    licenses: [{ license: { id: "ISC" } }],
    hashes: [{ alg: "SHA-512", content: "07".repeat(64) }],
  });
  expect(dependencies).toContainEqual({ ref: "pkg:npm/outer@1.0.0", dependsOn: [inner] });
  expect(dependencies).toContainEqual({ ref: "sidelight@0.2.0", dependsOn: ["pkg:npm/outer@1.0.0"] });
});

test("what is shipped may not be among what is for development alone, nor be without a hash", () => {
  const dev = { ...lock, "node_modules/outer": { integrity, dev: true } };
  expect(() => billOfMaterials("0.2.0", [shipped("outer")], dev)).toThrow(/devDependencies/);
  expect(() => billOfMaterials("0.2.0", [shipped("stranger")], lock)).toThrow(/hash/);
});
