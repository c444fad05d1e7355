/** Letters as a frame takes them up are those that Unicode's tables give. */
import { expect, it, vi } from "vitest";
import { classOf, foldCodePoint, packByTables, Unit } from "../../src/spot/letters/fold.ts";
import { storeLetters } from "../../src/spot/letters/stored-letters.ts";

it("blocks that are not looked up in the tables are what the tables say", () => {
  const differing: string[] = [];
  for (let codePoint = 0x80; codePoint < 0x20000; codePoint++) {
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue;
    // Compatibility ideographs fold to others, and Hangul decomposes: both are kept as they are.
    if (foldCodePoint(codePoint) === packByTables(codePoint)) continue;
    const isKept = [Unit.Ideograph, Unit.Word].includes(classOf(foldCodePoint(codePoint)) as never);
    if (!isKept) differing.push(codePoint.toString(16));
  }
  expect(differing).toEqual([]);
});

it("are taken up as they were stored, those that fold to several included", async () => {
  const stored = storeLetters(["Straße", "طالبان", "カブール", "🙂"]);
  expect(Object.keys(stored.pages).map(Number)).toEqual([0, 1, 6, 0x20, 0x21, 0x30, 0x1f6]);
  expect(stored.expansions[0xdf]).toEqual([Unit.Expanded, "ss"]);
  // A frame's own copy, which has made no page yet.
  vi.resetModules();
  const fresh = await import("../../src/spot/letters/fold.ts");
  const { takeLetters } = await import("../../src/spot/letters/stored-letters.ts");
  // A letter's number may be another one there.
  fresh.packExpansion(Unit.Expanded, "st");
  takeLetters(JSON.parse(JSON.stringify(stored)));
  for (const page of Object.keys(stored.pages).map(Number)) {
    for (let codePoint = page << 8; codePoint < (page + 1) << 8; codePoint++) {
      const [there, here] = [fresh.foldCodePoint(codePoint), foldCodePoint(codePoint)];
      expect(fresh.classOf(there)).toBe(classOf(here));
      const isExpanded = there !== here;
      if (isExpanded) expect(fresh.expansionOf(there)).toBe(stored.expansions[codePoint]![1]);
    }
  }
});
