/** What a language makes of a date is made once: a browser takes longer to make it than to use it, and a list may have fifty. */
import { afterEach, expect, test, vi } from "vitest";
import { speakIn } from "../../scripts/lib/messages.ts";
import { formatDate } from "../../src/entity/words/dates.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  speakIn("en");
});

test("a format serves all dates of its language that have the same parts", () => {
  const made: unknown[] = [];
  const DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
    construct(target, given) {
      made.push(given[0]);
      return Reflect.construct(target, given);
    },
  });
  vi.stubGlobal("Intl", Object.create(Intl, { DateTimeFormat: { value: DateTimeFormat } }));
  const [dates, others] = [
    ["2021", "2022-12", "2022-12-02"],
    ["2023", "2023-01", "2023-01-31"],
  ];
  for (const tag of ["en", "ur", "ar"] as const) {
    speakIn(tag);
    dates.map(formatDate);
    made.length = 0;
    expect(new Set([...dates, ...others].map(formatDate)).size).toBe(6);
    expect(made).toEqual([]);
  }
  speakIn("en");
  expect(others.map(formatDate)).toEqual(["2023", "January 2023", "31 January 2023"]);
});
