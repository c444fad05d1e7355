/** Values in the sentences of our pages: each keeps its own direction, and the words around it theirs. */
import { afterEach, describe, expect, it } from "vitest";
import arabic from "../../assets/_locales/ar/messages.json" with { type: "json" };
import urdu from "../../assets/_locales/ur/messages.json" with { type: "json" };
import { speakIn } from "../../scripts/lib/messages.ts";
import { listed, type MessageKey, t } from "../../src/i18n/t.ts";

afterEach(() => speakIn("en"));

const withPlaces = (messages: Record<string, { message: string }>): MessageKey[] =>
  Object.keys(messages).filter((key) => messages[key]!.message.includes("$1")) as MessageKey[];

describe.each([
  ["ur", withPlaces(urdu)],
  ["ar", withPlaces(arabic)],
] as const)("in %s", (language, keys) => {
  it("whatever is put into a sentence stands apart from it", () => {
    speakIn(language);
    expect(keys.length).toBeGreaterThan(80);
    for (const key of keys)
      expect(t(key, "Alt+.", "Alt+,", "Alt+,", "Alt+,"), key).toMatch(/\u2068Alt\+[.,]\u2069/);
  });

  it("a change reads from the old value to the new, to the left", () => {
    speakIn(language);
    expect(t("optionsChange", "x", "Alt", "Ctrl")).toBe("\u2068x\u2069: \u2068Alt\u2069 ← \u2068Ctrl\u2069");
  });

  it("a list has commas of the language, and its items stand apart", () => {
    speakIn(language);
    expect(listed(["TTP", "example.org"])).toBe("\u2068TTP\u2069، \u2068example.org\u2069");
  });
});

it("in English only what is written from the right stands apart", () => {
  expect(t("popupNothing", "TTP?")).toBe("Nothing matches “TTP?”.");
  expect(t("popupNothing", "طالبان؟")).toBe("Nothing matches “\u2068طالبان؟\u2069”.");
  expect(listed(["TTP", "on example.org"])).toBe("TTP, on example.org");
});
