/** The one function that says the interface's words: by keys that exist, from wherever the messages are handed in. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { speakIn } from "../../scripts/lib/messages.ts";
import { plural, setMessageReader, t } from "../../src/i18n/t.ts";

afterEach(() => speakIn("en"));

describe("t", () => {
  test("a key that no language has is a type error, and so is a plural without forms", () => {
    // @ts-expect-error: no such message
    expect(t("noSuchMessage")).toBe("");
    // @ts-expect-error: a message without forms
    expect(plural("popupTitle", 2)).toBe("");
  });

  test("each message is read once, so that what is on the screen outlives the extension", () => {
    const asked: string[] = [];
    setMessageReader((key) => {
      asked.push(key);
      return asked.length > 2 ? "" : `${key}: $1`;
    });
    expect([t("popupNothing", "a"), t("popupNothing", "b")]).toEqual(["popupNothing: a", "popupNothing: b"]);
    expect(asked.filter((key) => key === "popupNothing")).toHaveLength(1);
  });

  test("what a language makes of numbers is made once: a browser takes 20 ms for the first", () => {
    const made: string[] = [];
    const noted = <T extends object>(Made: T) => ({
      value: new Proxy(Made, {
        construct(target, given) {
          made.push(given[0]);
          return Reflect.construct(target as never, given);
        },
      }),
    });
    const { NumberFormat, PluralRules } = Intl;
    vi.stubGlobal(
      "Intl",
      Object.create(Intl, { NumberFormat: noted(NumberFormat), PluralRules: noted(PluralRules) }),
    );
    try {
      speakIn("ar");
      expect(new Set([1, 2, 3, 11].map((count) => plural("popupResults", count))).size).toBe(4);
      expect(made).toEqual(["ar", "ar"]);
      speakIn("en");
      expect(plural("popupResults", 1)).toBe("1 result");
      expect(made).toEqual(["ar", "ar", "en", "en"]);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test("numbers have the language's digits and groups; texts stand as they are", () => {
    expect(t("popupNothing", 1234)).toContain("“1,234”");
    expect(t("popupNothing", "1234")).toContain("“1234”");
  });
});
