/** Words that begin with a capital, or stand alone, and name nothing that an analysis speaks of: months, days, countries' numbers. */
import { foldText } from "../../spot/letters/fold.ts";

/** Months and days of the week in a language, folded; asked of the browser, which knows them all. */
export function calendarWords(language: string): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (options: Intl.DateTimeFormatOptions, dates: Date[]) => {
    const format = new Intl.DateTimeFormat(language === "mul" ? "en" : language, {
      ...{ timeZone: "UTC", calendar: "gregory" },
      ...options,
    });
    for (const date of dates) for (const word of foldText(format.format(date)).split(" ")) words.add(word);
  };
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 1)));
  const days = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2024, 0, day + 1)));
  for (const length of ["long", "short"] as const) {
    add({ month: length }, months);
    // With a day beside it a month is in the genitive: "5 января".
    add({ month: length, day: "numeric" }, months);
    add({ weekday: length }, days);
  }
  return new Set([...words].filter((word) => !/^\d*$/.test(word)));
}
