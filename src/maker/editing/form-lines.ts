/** Names as an editor types them, one a line, and what each of them has besides its text. Pure. */

/** The lines that are names. */
export const linesOf = (typed: string): string[] =>
  typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/**
 * The forms that the lines are. A line that was there before keeps what its form has, wherever it stands now; so does one that was
 * written anew in its place; others are made.
 */
export function formsOfLines<Form extends { text: string }>(
  lines: readonly string[],
  before: readonly Form[],
  make: (text: string) => Form,
): Form[] {
  const left: Array<Form | null> = [...before];
  const known = lines.map((line) => {
    const at = left.findIndex((form) => form?.text === line);
    if (at < 0) return null;
    const form = left[at]!;
    left[at] = null;
    return form;
  });
  return lines.map((text, i) => {
    const form = known[i];
    if (form) return form;
    const here = lines.length === before.length ? left[i] : null;
    return here ? { ...here, text } : make(text);
  });
}
