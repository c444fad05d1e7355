/** What is inside the extension that is not ours, for machines: a CycloneDX bill of materials, of what is in the bundles. */
import { Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";
import type { ShippedPackage } from "../licences.ts";

/** Of `package-lock.json`, by the package's folder. */
export type Lock = Readonly<
  Record<string, { integrity?: string; dev?: boolean; dependencies?: Record<string, string> }>
>;

/**
 * @returns JSON. It has no serial number and no time, which would make another file of the same contents.
 * @throws where a package is shipped that the lock knows for development alone, or without a hash
 */
export function billOfMaterials(version: string, packages: readonly ShippedPackage[], lock: Lock): string {
  const { Component, Bom, Metadata, SpdxLicense, HashDictionary } = Models;
  const components = new Map(
    packages.map(({ path, name, version, licence }) => {
      const { integrity, dev } = lock[path] ?? {};
      if (dev) throw new Error(`${name} is shipped, but package.json has it among devDependencies`);
      if (!integrity?.startsWith("sha512-"))
        throw new Error(`${name} is shipped, but the lock has no hash of it`);
      const hash = Buffer.from(integrity.slice("sha512-".length), "base64").toString("hex");
      const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
      return [
        name,
        new Component(Enums.ComponentType.Library, name, {
          ...{ version, purl, bomRef: purl },
          licenses: new Models.LicenseRepository([new SpdxLicense(licence)]),
          hashes: new HashDictionary([[Enums.HashAlgorithm["SHA-512"], hash]]),
        }),
      ] as const;
    }),
  );
  const own = new Component(Enums.ComponentType.Application, "sidelight", {
    ...{ version, bomRef: `sidelight@${version}` },
    licenses: new Models.LicenseRepository([new SpdxLicense("MIT")]),
  });
  const wants = (from: Models.Component, names: Iterable<string>) => {
    for (const name of names) {
      const to = components.get(name);
      if (to) from.dependencies.add(to.bomRef);
    }
  };
  wants(own, Object.keys(lock[""]?.dependencies ?? {}));
  for (const { path, name } of packages)
    wants(components.get(name)!, Object.keys(lock[path]?.dependencies ?? {}));
  const bom = new Bom({
    metadata: new Metadata({ component: own }),
    components: new Models.ComponentRepository(components.values()),
  });
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}
