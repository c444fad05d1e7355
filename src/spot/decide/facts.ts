/**
 * What a page has established: which entities it names beyond doubt, which short forms it spells out, where its
 * words point, and how much of it there is. Facts are sums over the page's flows, so they can be kept up as flows come and go, in any order, and the
 * result is that of reading the page at once.
 */
import type { EntityId } from "../../pack/types.ts";
import type { Hit } from "../match/hit.ts";
import type { Scan } from "../match/match.ts";
import { type Form, FormKind } from "../names/lexicon.ts";

/** One flow's share of a page's facts: fact → how often. Keys are made by the functions below. */
export type FlowFacts = ReadonlyMap<string, number>;

const named = (entity: EntityId) => `named ${entity}`;
const introduced = (entity: EntityId, form: string) => `introduced ${entity} ${form}`;
const otherwise = (form: string) => `otherwise ${form}`;
const pointing = (entity: EntityId) => `cues ${entity}`;
/** A cue, whatever it stands for: `cue daesh 2 militants`. */
const CUE = "cue ";
const cue = ({ entities, weight, text }: Form) => `${CUE}${entities[0]} ${weight} ${text}`;
/** Of the flows with something in them that is a lexicon's: what other lexicons have found in a page must not change what one has. */
const lengthOf = (scope: string) => `length ${scope}`;
const whole = (entity: EntityId) => `whole ${entity}`;

/** A page's facts. */
export class Facts {
  readonly #sums = new Map<string, number>();
  /** Entity → the sum of the weights of the cues that the page has, each counted once. */
  readonly #breadths = new Map<EntityId, number>();

  add(flow: FlowFacts): void {
    for (const [fact, count] of flow) this.#change(fact, count);
  }

  remove(flow: FlowFacts): void {
    for (const [fact, count] of flow) this.#change(fact, -count);
  }

  /** How often the page names the entity by a form that counts alone. */
  named(entity: EntityId): number {
    return this.#sums.get(named(entity)) ?? 0;
  }

  /** Whether the page spells the short form out as a name of this entity: "Full Name (ABC)". */
  introduces(entity: EntityId, form: string): boolean {
    return this.#sums.has(introduced(entity, form));
  }

  /** Whether the page spells the short form out as something that is none of ours. */
  introducesOtherwise(form: string): boolean {
    return this.#sums.has(otherwise(form));
  }

  /** The sum of the weights of all cues for (positive) and against (negative) the entity on the page. */
  pointing(entity: EntityId): number {
    return this.#sums.get(pointing(entity)) ?? 0;
  }

  /** As `pointing`, each cue counted once: in its licence the surname of a library's author stands again and again. */
  breadth(entity: EntityId): number {
    return this.#breadths.get(entity) ?? 0;
  }

  /** Whether the page has a name of the entity that is longer than a surname, whatever is decided about it. */
  hasWhole(entity: EntityId): boolean {
    return this.#sums.has(whole(entity));
  }

  /** How much text the flows hold that have anything in them of these lexicons, UTF-16 code units. */
  length(scopes: readonly string[]): number {
    return Math.max(...scopes.map((scope) => this.#sums.get(lengthOf(scope)) ?? 0));
  }

  #change(fact: string, by: number): void {
    const before = this.#sums.get(fact) ?? 0;
    const sum = before + by;
    if (sum === 0) this.#sums.delete(fact);
    else this.#sums.set(fact, sum);
    if (fact.startsWith(CUE) && (before === 0 || sum === 0)) this.#broaden(fact, sum === 0 ? -1 : 1);
  }

  #broaden(fact: string, sign: 1 | -1): void {
    const [entity, weight] = fact.slice(CUE.length).split(" ", 2) as [EntityId, string];
    this.#breadths.set(entity, this.breadth(entity) + sign * Number(weight));
  }
}

export function factsOf(scan: Scan): FlowFacts {
  const facts = new Map<string, number>();
  const scopes = new Set<string>();
  const add = (fact: string, count: number, form: Form) => {
    facts.set(fact, (facts.get(fact) ?? 0) + count);
    for (const scope of form.scopes) scopes.add(scope);
  };
  // Counted by form first: a flow repeats few forms, and the keys of facts are put together once for each.
  const counts = new Map<Form, number>();
  for (const [index, hit] of scan.candidates.entries()) {
    const { form } = hit;
    if (form.sure) {
      counts.set(form, (counts.get(form) ?? 0) + 1);
      continue;
    }
    if (form.entities.length === 1 && !form.surname) add(whole(form.entities[0]!), 1, form);
    const fullName = besideFullName(scan, index);
    if (fullName) add(introduced(fullName.form.entities[0]!, form.text), 1, form);
    else if (spelledOutOtherwise(scan, hit)) add(otherwise(form.text), 1, form);
  }
  for (const { form } of scan.cues) counts.set(form, (counts.get(form) ?? 0) + 1);
  for (const [form, count] of counts) {
    if (form.kind === FormKind.Cue) {
      add(pointing(form.entities[0]!), form.weight * count, form);
      add(cue(form), count, form);
    } else if (form.entities.length === 1) add(named(form.entities[0]!), count, form);
  }
  for (const scope of scopes) facts.set(lengthOf(scope), scan.text.length);
  // A fact of sum 0 says nothing, and must not be told from one that is absent.
  for (const [fact, count] of facts) if (count === 0) facts.delete(fact);
  return facts;
}

/** "Full Name (ABC", "Full Name, or ABC": an opening bracket or a word of naming, and little else, in between. */
const INTRODUCES =
  /^[\s"'“”‘’«»,]*(?:[([（［]|,?\s(?:or|known as|called|ou|oder|o|یا|أو|или|veya)\s)[^()（）.;:]{0,28}$/u;
/** "ABC (Full Name", "ABC, the Full Name", "ABC – Full Name". */
const EXPLAINS = /^[\s"'“”‘’«»]*(?:[([（［]|,|[–—])[^()（）.;:]{0,28}$/u;

/** The sure name of the same entity that stands right beside the short form and spells it out; null for none. */
function besideFullName({ text, candidates }: Scan, index: number): Hit | null {
  const hit = candidates[index]!;
  const spells = (other: Hit): boolean =>
    other.form.sure &&
    other.form.entities.length === 1 &&
    other.form.entities[0] === hit.form.entities[0] &&
    other.form.text.length > hit.form.text.length;
  const before = candidates[index - 1];
  if (before && spells(before) && INTRODUCES.test(text.slice(before.end, hit.start))) return before;
  const after = candidates[index + 1];
  if (after && spells(after) && EXPLAINS.test(text.slice(hit.end, after.start))) return after;
  return null;
}

/** How far back the words of an acronym in brackets may begin, UTF-16 code units. */
const EXPANSION_REACH = 120;
/** How far a bracket may stand from the short form: a space and a quotation mark. */
const BRACKET_REACH = 4;
const OPENING = /[([（［]/;

/** "trusted third party (TTP)", "TTP (time to patch)": in brackets, and words beside it have its initials. */
function spelledOutOtherwise({ text }: Scan, { start, end }: Hit): boolean {
  const before = text.slice(Math.max(0, start - BRACKET_REACH), start);
  const behind = text.slice(end, end + BRACKET_REACH);
  // Nearly always there is no bracket, and nothing more to ask.
  if (!OPENING.test(before) && !OPENING.test(behind)) return false;
  const letters = text.slice(start, end).toLowerCase();
  if (!/^\p{L}{2,6}$/u.test(letters)) return false;
  if (/[([（［]\s*["'“‘]?$/u.test(before)) {
    const words = text.slice(Math.max(0, start - EXPANSION_REACH), start).match(/[\p{L}\p{N}]+/gu) ?? [];
    return initialsMatch(words.slice(-letters.length), letters);
  }
  if (!/^["'”’]?\s*[([（［]/u.test(behind)) return false;
  const words = text.slice(end, end + EXPANSION_REACH).match(/[\p{L}\p{N}]+/gu) ?? [];
  return initialsMatch(words.slice(0, letters.length), letters);
}

const initialsMatch = (words: readonly string[], letters: string): boolean =>
  words.length === letters.length &&
  words.every((word, i) => word.toLowerCase().charAt(0) === letters.charAt(i));
