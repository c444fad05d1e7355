/**
 * Scoring. A predicted mention is right if it overlaps a labelled mention of the same entity; a labelled mention is
 * found if a right prediction overlaps it. Optional labels count neither way, nor do predictions that overlap only
 * them. Places are not scored.
 */
import type { Mention } from "../../../src/spot/types.ts";
import type { LabelledText } from "./labelled.ts";

/** Of the texts, the labels and the predictions that it stands for. */
export class Tally {
  right = 0;
  wrong = 0;
  found = 0;
  labelled = 0;
  texts = 0;
  /** Texts with a false alarm. */
  alarmed = 0;

  get precision(): number {
    return share(this.right, this.right + this.wrong);
  }
  get recall(): number {
    return share(this.found, this.labelled);
  }
  get f1(): number {
    const { precision, recall } = this;
    return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  }
  toJSON(): object {
    const { precision, recall, f1 } = this;
    return { ...this, precision, recall, f1 };
  }
}

/** Of nothing, all is right. */
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

export interface Mistake {
  text: LabelledText;
  kind: "miss" | "false";
  entity: string;
  start: number;
  end: number;
  /** What was predicted there: the false alarm itself, or what stands in a miss's place. */
  predicted: Found | undefined;
}

export interface Scores {
  /** By `overall`, `class news`, `language ur` and `entity ttp`. */
  tallies: Map<string, Tally>;
  /** The Taliban choice: labelled mentions of one of the two, spotted as one of the two, and got right. */
  choice: { spotted: number; right: number; share: number };
  mistakes: Mistake[];
}

interface Span {
  start: number;
  end: number;
}

/** What is predicted: a mention, as far as it counts. */
export interface Found extends Span {
  entity: string;
  reason?: Mention["reason"];
}
const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const isTaliban = ({ entity }: { entity: string }): boolean =>
  entity === "ttp" || entity === "afghan-taliban";

/** @param places entities that are not scored */
export function score(
  texts: readonly LabelledText[],
  spot: (text: string) => readonly Found[],
  places: ReadonlySet<string>,
): Scores {
  const tallies = new Map<string, Tally>();
  const mistakes: Mistake[] = [];
  const choice = { spotted: 0, right: 0 };
  const tally = (name: string): Tally => {
    if (!tallies.has(name)) tallies.set(name, new Tally());
    return tallies.get(name)!;
  };
  for (const text of texts) {
    const scored = ({ entity }: { entity: string }) => !places.has(entity);
    const predicted = spot(text.text).filter(scored);
    const labels = text.mentions.filter(scored);
    const ofText = [tally("overall"), tally(`class ${text.class}`), tally(`language ${text.lang}`)];
    const count = (what: "right" | "wrong" | "found" | "labelled", entity: string) => {
      for (const each of [...ofText, tally(`entity ${entity}`)]) each[what]++;
    };
    const mistake = (
      kind: Mistake["kind"],
      { entity, start, end }: Span & { entity: string },
      there?: Found,
    ) => mistakes.push({ text, kind, entity, start, end, predicted: there });
    let alarmed = 0;
    for (const one of predicted) {
      const touching = labels.filter((label) => overlap(one, label));
      const same = touching.filter(({ entity }) => entity === one.entity);
      if (same.some(({ optional }) => !optional)) count("right", one.entity);
      else if (same.length === 0 && (touching.length === 0 || touching.some(({ optional }) => !optional))) {
        count("wrong", one.entity);
        alarmed = 1;
        mistake("false", one, one);
      }
    }
    for (const each of ofText) {
      each.texts += 1;
      each.alarmed += alarmed;
    }
    for (const label of labels) {
      if (label.optional) continue;
      const there = predicted.filter((one) => overlap(one, label));
      const isFound = there.some(({ entity }) => entity === label.entity);
      count("labelled", label.entity);
      if (isFound) count("found", label.entity);
      else mistake("miss", label, there[0]);
      if (!isTaliban(label) || !there.some(isTaliban)) continue;
      choice.spotted += 1;
      if (isFound) choice.right += 1;
    }
  }
  return { tallies, choice: { ...choice, share: share(choice.right, choice.spotted) }, mistakes };
}

/** How much of the text on either side of a mistake is shown, UTF-16 code units. */
const CONTEXT = 70;

/** A mistake, for people: what was expected, what was found and why, in its surroundings. */
export function describeMistake({ text, kind, entity, start, end, predicted }: Mistake): string {
  const around = (from: number, to: number) => text.text.slice(Math.max(0, from), to).replace(/\s+/g, " ");
  const { code, evidence } = predicted?.reason ?? {};
  const why = predicted ? ` [${predicted.entity}: ${code}${evidence ? ` “${evidence}”` : ""}]` : "";
  const words = `${around(start - CONTEXT, start)}⟦${around(start, end)}⟧${around(end, end + CONTEXT)}`;
  return `${kind === "miss" ? "MISS " : "FALSE"} ${entity} ${text.id} (${text.class})${why}\n      ${words}`;
}
