/**
 * A glossary in SKOS, as Turtle: `prefLabel` is the name, `altLabel` and `hiddenLabel` are further forms, `definition` is the summary, and an `exactMatch`
 * in Wikidata says which it is. Schemes, collections and the ties between concepts are left out.
 */
import { Parser, type Quad } from "n3";
import type { Entry, Glossary } from "./import.ts";

const SKOS = "http://www.w3.org/2004/02/skos/core#";
const WIKIDATA = /^https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/(Q[1-9][0-9]*)$/;

interface Label {
  text: string;
  /** "" where the label names none. */
  lang: string;
}

interface Concept {
  preferred: Label[];
  others: Label[];
  definitions: Label[];
  sameAs: Set<string>;
}

/** @param wanted the language of names and summaries; else the one that most preferred labels are in */
export function conceptsOf(text: string, wanted: string | undefined): Glossary | { problems: string[] } {
  let quads: Quad[];
  try {
    quads = new Parser({ format: "text/turtle" }).parse(text);
  } catch (error) {
    // "Expected … on line 7."
    const message = (error as Error).message;
    const line = /on line (\d+)/.exec(message)?.[1];
    return { problems: [`${line ? `line ${line}: ` : ""}${message}`] };
  }
  const concepts = new Map<string, Concept>();
  for (const { subject, predicate, object } of quads) {
    if (!predicate.value.startsWith(SKOS)) continue;
    const concept = concepts.get(subject.value) ?? {
      preferred: [],
      others: [],
      definitions: [],
      sameAs: new Set(),
    };
    const label = {
      text: object.value.trim(),
      lang: object.termType === "Literal" ? languageOf(object.language) : "",
    };
    const list = {
      prefLabel: concept.preferred,
      altLabel: concept.others,
      hiddenLabel: concept.others,
      definition: concept.definitions,
    }[predicate.value.slice(SKOS.length)];
    if (list) list.push(label);
    const match = predicate.value === `${SKOS}exactMatch` ? WIKIDATA.exec(object.value) : null;
    if (match) concept.sameAs.add(match[1]!);
    if (list || match) concepts.set(subject.value, concept);
  }
  if (concepts.size === 0) return { problems: ["there is no SKOS concept in it"] };
  const language = wanted ?? mostOf([...concepts.values()].flatMap(({ preferred }) => preferred)) ?? "en";
  const problems = [...concepts]
    .filter(([, { preferred }]) => preferred.length === 0)
    .map(([iri]) => `<${iri}>: there is no prefLabel`);
  if (problems.length > 0) return { problems };
  return { language, entries: [...concepts].map(([iri, concept]) => entryOf(iri, concept, language)) };
}

function entryOf(iri: string, { preferred, others, definitions, sameAs }: Concept, language: string): Entry {
  const inLanguage = (labels: readonly Label[]) =>
    labels.find(({ lang }) => lang === language) ?? labels.find(({ lang }) => lang === "");
  const name = inLanguage(preferred) ?? preferred[0]!;
  // One name a language.
  const names = preferred.filter(
    ({ lang }, i) =>
      lang !== "" && lang !== language && preferred.findIndex((one) => one.lang === lang) === i,
  );
  const forms = new Map(
    [...preferred, ...others].map(({ text, lang }) => [`${lang} ${text}`, { text, lang: lang || language }]),
  );
  return {
    ...{ place: `<${iri}>`, id: "", kind: null, name: name.text },
    names: names.map(({ text, lang }) => ({ lang, text })),
    aliases: [...forms.values()],
    summary: inLanguage(definitions)?.text ?? "",
    sameAs: [...sameAs],
  };
}

/** BCP 47 as packs write it: n3 folds it to small letters. What is no language is refused by its name at the door. */
function languageOf(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0]!;
  } catch {
    return tag;
  }
}

function mostOf(labels: readonly Label[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { lang } of labels) if (lang !== "") counts.set(lang, (counts.get(lang) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
