/** Dates as a reader reads them. Inputs are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; anything else is shown as it is. */
import { language, t } from "../../i18n/t.ts";

interface PartialDate {
  year: number;
  /** 1…12 */
  month: number | undefined;
  day: number | undefined;
}

function parse(date: string): PartialDate | null {
  if (!/^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/.test(date)) return null;
  const [year, month, day] = date.split("-").map(Number);
  return { year: year!, month, day };
}

/** By language and what of a date there is, each made once: fifty results with their source's date took 4 ms of a keystroke to make them. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(tag: string, { month, day }: PartialDate): Intl.DateTimeFormat {
  const key = `${tag} ${month !== undefined} ${day !== undefined}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(tag, {
    year: "numeric",
    ...(month && { month: "long" }),
    ...(day && { day: "numeric" }),
  });
  formats.set(key, format);
  return format;
}

/** `2022-12-02` → "2 December 2022", `2022-12` → "December 2022". */
export function formatDate(date: string): string {
  const parsed = parse(date);
  if (!parsed) return date;
  const { year, month, day } = parsed;
  // In the order of the region that the news is about, day first: "en" alone is American.
  return formatOf(`${language()}-PK`, parsed).format(new Date(year, (month ?? 1) - 1, day ?? 1));
}

/** "four years ago": small numbers in words where the language has words for them that always fit. */
function ago(count: number, unit: "year" | "month"): string {
  const words = t("cardNumbers").split(" ");
  return new Intl.RelativeTimeFormat(language())
    .formatToParts(-count, unit)
    .map(({ type, value }) => (type === "integer" ? (words[count] ?? value) : value))
    .join("");
}

/**
 * How long ago a text was written, in words no more exact than the date: "last month", "almost four years ago".
 * Empty where the date has no month, cannot be read, or lies ahead.
 */
export function age(date: string, now: Date): string {
  const parsed = parse(date);
  if (!parsed?.month) return "";
  const months = (now.getFullYear() - parsed.year) * 12 + now.getMonth() + 1 - parsed.month;
  if (months < 0) return "";
  if (months <= 1)
    return new Intl.RelativeTimeFormat(language(), { numeric: "auto" }).format(-months, "month");
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (rest >= ALMOST) return t("cardAlmost", ago(years + 1, "year"));
  if (years === 0) return ago(rest, "month");
  return rest <= 1 ? ago(years, "year") : t("cardMoreThan", ago(years, "year"));
}

/** From this month of a year on, the next is almost full. */
const ALMOST = 9;

/** "written in December 2022, almost four years ago". */
export function sourceAge(date: string, now: Date = new Date()): string {
  const ago = age(date, now);
  return ago ? t("cardWrittenAgo", formatDate(date), ago) : t("cardWritten", formatDate(date));
}
