/**
 * Labelled text as people write it: several texts a file, labels inline.
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
 */
import type { LabelledMention, LabelledText } from "./labelled.ts";

const CLASSES: ReadonlySet<string> = new Set(["news", "decoy", "background"]);
const HEADER = /^# (\S+) (\S+)(?: (nfd))?$/;
const LABEL = /\[\[(\??)([a-z0-9-]+)\|([^[\]|]+)\]\]/g;

/**
 * @param file the name that errors give
 * @throws {Error} `file:line: what is wrong`
 */
export function parseMarked(file: string, lang: string, source: string): LabelledText[] {
  const texts: LabelledText[] = [];
  const ids = new Set<string>();
  let header: { line: number; id: string; class: string; nfd: boolean } | undefined;
  let lines: string[] = [];
  const finish = () => {
    if (!header) return;
    const joined = lines.join("\n").trim();
    const place = `${file}:${header.line}`;
    if (joined === "") throw new Error(`${place}: "${header.id}" has no text`);
    const { text, mentions } = readLabels(place, header.nfd ? joined.normalize("NFD") : joined);
    if (header.class === "background" && mentions.length > 0) {
      throw new Error(`${place}: a background text has no mentions`);
    }
    texts.push({ id: header.id, lang, class: header.class, text, mentions });
  };
  source.split(/\r?\n/).forEach((content, index) => {
    const found = HEADER.exec(content);
    if (!found) {
      lines.push(content);
      return;
    }
    finish();
    const [, id = "", kind = "", nfd] = found;
    if (!CLASSES.has(kind)) throw new Error(`${file}:${index + 1}: no such class: ${kind}`);
    if (ids.has(id)) throw new Error(`${file}:${index + 1}: "${id}" occurs twice`);
    ids.add(id);
    header = { line: index + 1, id, class: kind, nfd: nfd !== undefined };
    lines = [];
  });
  finish();
  return texts;
}

function readLabels(place: string, marked: string): { text: string; mentions: LabelledMention[] } {
  const mentions: LabelledMention[] = [];
  let text = "";
  let from = 0;
  for (const label of marked.matchAll(LABEL)) {
    const [whole, optional, entity = "", words = ""] = label;
    text += marked.slice(from, label.index);
    mentions.push({
      start: text.length,
      end: text.length + words.length,
      entity,
      optional: optional === "?",
    });
    text += words;
    from = label.index + whole.length;
  }
  text += marked.slice(from);
  if (text.includes("[[") || text.includes("]]")) throw new Error(`${place}: a label that cannot be read`);
  return { text, mentions };
}
