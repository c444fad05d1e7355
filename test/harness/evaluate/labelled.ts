/** Labelled text, in its two forms; what cannot be read is told with its line. */
import { Ajv2020 } from "ajv/dist/2020.js";

interface LabelledMention {
  start: number;
  end: number;
  entity: string;
  optional?: boolean;
}

export interface LabelledText {
  id: string;
  lang: string;
  class: string;
  text: string;
  mentions: LabelledMention[];
}

const text = { type: "string" };
const offset = { type: "integer", minimum: 0 };
const mention = {
  type: "object",
  required: ["start", "end", "entity"],
  properties: { start: offset, end: offset, entity: text },
};
const ajv = new Ajv2020();
const isLabelled = ajv.compile<LabelledText>({
  type: "object",
  required: ["id", "lang", "class", "text", "mentions"],
  properties: { id: text, lang: text, class: text, text, mentions: { type: "array", items: mention } },
});

/**
 * One JSON object a line.
 * @param file the name that errors give
 * @throws {Error} `file:line: what is wrong`
 */
export function parseLabelled(file: string, jsonl: string): LabelledText[] {
  return jsonl.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    try {
      const value: unknown = JSON.parse(line);
      if (!isLabelled(value)) throw new Error(ajv.errorsText(isLabelled.errors, { dataVar: "" }));
      if (value.mentions.some(({ start, end }) => end <= start || end > value.text.length))
        throw new Error('"start" and "end" must be offsets in the text');
      return [value];
    } catch (error) {
      throw new Error(`${file}:${index + 1}: ${(error as Error).message}`);
    }
  });
}

const CLASSES: ReadonlySet<string> = new Set(["news", "decoy", "background"]);
const HEADER = /^# (\S+) (\S+)(?: (nfd))?$/m;
const LABEL = /\[\[(\??)([a-z0-9-]+)\|([^[\]|]+)\]\]/g;

/**
 * As people write it: several texts a file, labels inline.
 *
 * ```
 * Lines before the first header are remarks.
 * # en-1 news
 * The [[ttp|Pakistani Taliban]] blamed [[?pakistan-government|the authorities in Islamabad]].
 * # fr-1 decoy nfd
 * …
 * ```
 *
 * A header is `# <id> <class>`, with `nfd` behind it where the text is to be read in decomposed form (which an editor
 * would not keep). `[[entity|words]]` labels the words, `[[?entity|words]]` labels them as optional. Blank lines around
 * a text are no part of it.
 *
 * @param file the name that errors give
 * @throws {Error} `file:line: what is wrong`
 */
export function parseMarked(file: string, lang: string, source: string): LabelledText[] {
  // Between the headers, each of which leaves three parts of its own.
  const [remarks = "", ...parts] = source.replaceAll("\r\n", "\n").split(HEADER);
  const texts: LabelledText[] = [];
  let line = remarks.split("\n").length;
  for (let at = 0; at < parts.length; at += 4) {
    const [id = "", kind = "", nfd, body = ""] = parts.slice(at, at + 4);
    const refuse = (why: string): never => {
      throw new Error(`${file}:${line}: ${why}`);
    };
    if (!CLASSES.has(kind)) refuse(`no such class: ${kind}`);
    if (texts.some((other) => other.id === id)) refuse(`"${id}" occurs twice`);
    if (body.trim() === "") refuse(`"${id}" has no text`);
    const labelled = readLabels(nfd ? body.trim().normalize("NFD") : body.trim());
    if (/\[\[|\]\]/.test(labelled.text)) refuse("a label that cannot be read");
    if (kind === "background" && labelled.mentions.length > 0) refuse("a background text has no mentions");
    texts.push({ id, lang, class: kind, ...labelled });
    line += body.split("\n").length - 1;
  }
  return texts;
}

function readLabels(marked: string): Pick<LabelledText, "text" | "mentions"> {
  const mentions: LabelledMention[] = [];
  let text = "";
  let from = 0;
  for (const { 0: whole, 1: optional, 2: entity = "", 3: words = "", index } of marked.matchAll(LABEL)) {
    text += marked.slice(from, index);
    const start = text.length;
    text += words;
    mentions.push({ start, end: text.length, entity, optional: optional === "?" });
    from = index + whole.length;
  }
  return { text: text + marked.slice(from), mentions };
}
