/** Dates as a reader reads them. Inputs are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; anything else is shown as it is. */

const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

interface PartialDate {
  year: number;
  /** 1…12 */
  month?: number;
  day?: number;
}

function parse(date: string): PartialDate | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date);
  if (!match) return null;
  const [, year, month, day] = match;
  if (month === undefined) return { year: Number(year) };
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return { year: Number(year), month: Number(month) };
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** `2022-12-02` → "2 December 2022", `2022-12` → "December 2022". */
export function formatDate(date: string): string {
  const parsed = parse(date);
  if (!parsed) return date;
  const { year, month, day } = parsed;
  const name = month && new Date(year, month - 1).toLocaleDateString("en", { month: "long" });
  return [day, name, year].filter((part) => part !== undefined).join(" ");
}

const count = (n: number, unit: string): string =>
  n === 1 ? `${unit === "year" ? "a" : "one"} ${unit}` : `${NUMBERS[n] ?? n} ${unit}s`;

/**
 * How long ago a text was written, in words no more exact than the date: "last month", "almost four years ago".
 * Empty where the date has no month, cannot be read, or lies ahead.
 */
export function age(date: string, now: Date): string {
  const parsed = parse(date);
  if (!parsed?.month) return "";
  const months = (now.getFullYear() - parsed.year) * 12 + now.getMonth() + 1 - parsed.month;
  if (months < 0) return "";
  if (months === 0) return "this month";
  if (months === 1) return "last month";
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (years === 0 && rest < 11) return `${count(rest, "month")} ago`;
  if (rest <= 1) return `${count(years, "year")} ago`;
  if (rest <= 4) return `more than ${count(years, "year")} ago`;
  if (rest <= 8) return `about ${years === 1 ? "one" : (NUMBERS[years] ?? years)} and a half years ago`;
  return `almost ${count(years + 1, "year")} ago`;
}

/** "written in December 2022, almost four years ago". */
export function sourceAge(date: string, now: Date = new Date()): string {
  const ago = age(date, now);
  return `written in ${formatDate(date)}${ago && `, ${ago}`}`;
}
