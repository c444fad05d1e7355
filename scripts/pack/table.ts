/**
 * A glossary as a table (CSV, the first line names its columns): `name` must be there; `id`, `kind`, `aliases`, `lang`, `summary`, `sameAs` may. Several
 * aliases, or Wikidata ids, in one cell are parted by `|`.
 */
import { CsvError, parse } from "csv-parse/sync";
import { ENTITY_KINDS, type EntityKind } from "../../src/pack/types.ts";
import type { Entry, Glossary } from "./import.ts";

const COLUMNS = ["id", "kind", "name", "aliases", "lang", "summary", "sameAs"] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

/** @param language of forms whose row names none */
export function rowsOf(text: string, language: string): Glossary | { problems: string[] } {
  const problems: string[] = [];
  let records: Array<{ record: Row; info: { lines: number } }>;
  try {
    records = parse(text, {
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      columns: (header: string[]) => {
        const unknown = header.filter((name) => !COLUMNS.includes(name as keyof Row));
        for (const name of unknown)
          problems.push(`line 1: there is no column “${name}”; the columns are ${COLUMNS.join(", ")}`);
        if (!header.includes("name")) problems.push("line 1: the column “name” is missing");
        return header;
      },
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { problems: [`line ${String(error.lines ?? 1)}: ${error.message}`] };
  }
  if (problems.length > 0) return { problems };
  const entries = records.map(({ record, info }): Entry => {
    const { id = "", kind = "", name = "", aliases = "", lang = "", summary = "", sameAs = "" } = record;
    const place = `line ${info.lines}`;
    if (kind !== "" && !ENTITY_KINDS.includes(kind as EntityKind))
      problems.push(`${place}: kind: “${kind}” is none of ${ENTITY_KINDS.join(", ")}`);
    const texts = new Set([name, ...cells(aliases)].filter((one) => one !== ""));
    return {
      ...{ place, id, name, names: [], summary, sameAs: cells(sameAs) },
      kind: kind === "" ? null : (kind as EntityKind),
      aliases: [...texts].map((one) => ({ text: one, lang: lang === "" ? language : lang })),
    };
  });
  if (problems.length > 0) return { problems };
  return entries.length === 0 ? { problems: ["there is no line below the first"] } : { language, entries };
}

const cells = (cell: string): string[] =>
  cell
    .split("|")
    .map((one) => one.trim())
    .filter((one) => one !== "");
