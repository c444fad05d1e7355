/** A table as Markdown, under its title, with its sources below. Pure. */
import type { Table } from "./tables.ts";

export function markdownOf(
  title: string,
  { columns, rows }: Omit<Table, "of">,
  sources: readonly string[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [
    `# ${plain(title)}`,
    "",
    line(columns),
    line(columns.map(() => "---")).replaceAll("\\", ""),
    ...rows.map(line),
    ...sources.flatMap((source) => ["", plain(source)]),
    "",
  ].join("\n");
}

const cell = (text: string): string => plain(text).replace(/\s+/g, " ");

/** No sign of it is Markdown's. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>|#]/g, "\\$&");
