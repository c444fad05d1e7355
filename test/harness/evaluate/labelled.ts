/** Labelled text: one JSON object a line, read with errors that say which line and what. */
export interface LabelledMention {
  start: number;
  end: number;
  entity: string;
  optional: boolean;
}

export interface LabelledText {
  id: string;
  lang: string;
  class: string;
  text: string;
  mentions: LabelledMention[];
}

/**
 * @param file the name that errors give
 * @throws {Error} `file:line: what is wrong`
 */
export function parseLabelled(file: string, jsonl: string): LabelledText[] {
  return jsonl.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const fail = (what: string): never => {
      throw new Error(`${file}:${index + 1}: ${what}`);
    };
    let value: Record<string, unknown>;
    try {
      value = JSON.parse(line);
    } catch (error) {
      return fail(`no JSON: ${error instanceof Error ? error.message : error}`);
    }
    const string = (key: string): string => {
      const found = value[key];
      return typeof found === "string" ? found : fail(`"${key}" must be a string`);
    };
    const text = string("text");
    if (!Array.isArray(value.mentions)) return fail('"mentions" must be an array');
    const mentions = value.mentions.map((mention: Partial<LabelledMention>, at: number): LabelledMention => {
      const { start, end, entity } = mention;
      if (
        !Number.isInteger(start) ||
        !Number.isInteger(end) ||
        start! < 0 ||
        end! <= start! ||
        end! > text.length
      ) {
        return fail(`mentions[${at}]: "start" and "end" must be offsets in the text`);
      }
      if (typeof entity !== "string") return fail(`mentions[${at}]: "entity" must be a string`);
      return { start: start!, end: end!, entity, optional: mention.optional === true };
    });
    return [{ id: string("id"), lang: string("lang"), class: string("class"), text, mentions }];
  });
}
