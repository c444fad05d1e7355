/** What the stores are given, held to their limits and to what the extension is. Letters are UTF-16 code units, as the stores count. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inRoot } from "../../scripts/lib/paths.ts";

const STORES = {
  chrome: { name: 75, summary: 132, description: 16_000 },
  edge: { name: 45, summary: 132, description: 10_000 },
  firefox: { name: 50, summary: 250, description: 15_000 },
};
/** Edge asks for at least so much. */
const LEAST_DESCRIPTION = 250;
const LANGUAGES = ["en", "ur", "ar"] as const;
/** Of the purpose and of each reason, in Chrome's form; and of the notes, in Mozilla's. */
const LONGEST_REASON = 1_000;
const LONGEST_NOTES = 3_000;

const json = (path: string) => JSON.parse(readFileSync(inRoot(path), "utf8"));
interface Listing {
  name: string;
  summary: string;
  description: string[];
}

describe.each(Object.entries(STORES))("%s", (store, limits) => {
  it.each(LANGUAGES)("%s", (language) => {
    const { name, summary, description }: Listing = json(`store/${store}/${language}.json`);
    const words = json(`assets/_locales/${language}/messages.json`);
    // Chrome and Edge take both from the package; what stands in a store is what the browser shows.
    expect([name, summary]).toEqual([words.extensionName.message, words.extensionDescription.message]);
    expect(name.length).toBeLessThanOrEqual(limits.name);
    expect(summary.length).toBeLessThanOrEqual(limits.summary);
    const text = description.join("\n\n");
    expect(text.length).toBeGreaterThanOrEqual(LEAST_DESCRIPTION);
    expect(text.length).toBeLessThanOrEqual(limits.description);
  });

  it("says as much in each language, in sentences and not in lists of words", () => {
    const listings: Listing[] = LANGUAGES.map((language) => json(`store/${store}/${language}.json`));
    expect(new Set(listings.map(({ description }) => description.length)).size).toBe(1);
    for (const paragraph of listings.flatMap(({ description }) => description)) {
      expect(paragraph).toMatch(/[.۔]$/);
      // A sentence that names many things in a row is a list of keywords.
      for (const sentence of paragraph.split(/[.۔]/))
        expect(sentence.split(/[,،]/).length, sentence).toBeLessThan(8);
    }
  });
});

it("every permission has its reason, and no other has", () => {
  const { permissions, host_permissions, content_scripts } = json("manifest.json");
  const asked = [
    ...permissions,
    ...host_permissions,
    ...content_scripts.flatMap(({ matches }: { matches: string[] }) => matches),
  ];
  const { permissions: reasons, singlePurpose, remoteCode } = json("store/justifications.json");
  expect(Object.keys(reasons).sort()).toEqual([...new Set(asked)].sort());
  for (const reason of [singlePurpose, remoteCode, ...Object.values<string>(reasons)]) {
    expect(reason.length).toBeGreaterThan(30);
    expect(reason.length).toBeLessThanOrEqual(LONGEST_REASON);
  }
});

it("the notes for reviewers fit", () =>
  expect(readFileSync(inRoot("store/reviewers-notes.md"), "utf8").length).toBeLessThanOrEqual(LONGEST_NOTES));

/** Width and height of a PNG stand in its first chunk. */
function sizeOf(file: string): string {
  const png = readFileSync(inRoot("store/pictures", file));
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

it("the pictures have the sizes that are asked for", () => {
  const pictures = readdirSync(inRoot("store/pictures"));
  const screens = pictures.filter((name) => /^\d-/.test(name));
  expect(screens.length).toBeGreaterThanOrEqual(3);
  // Chrome takes five.
  expect(screens.length).toBeLessThanOrEqual(5);
  expect(new Set(screens.map(sizeOf))).toEqual(new Set(["1280x800"]));
  for (const size of ["440x280", "1400x560", "300x300"]) expect(sizeOf(`tile-${size}.png`)).toBe(size);
});
