/** The interface's words: every locale has every message, and none is written into the code of the extension's pages. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type CallExpression,
  type JSXElement,
  type JSXFragment,
  type NewExpression,
  type Node,
  parseSync,
  Visitor,
} from "oxc-parser";
import { inRoot } from "../lib/paths.ts";
import { sourceFiles } from "./rooms.ts";

type Messages = Record<string, { message: string; description?: string }>;

const DEFAULT = "en";
const PLURAL = /_(?:zero|one|two|few|many|other)$/;
/** Rooms that have no words for readers. */
const WORDLESS = /^src\/(?:pack|spot|search|draft|content\/(?:page|sentinel))\//;

/** Written to the maintainers, in English in every language. */
const TO_MAINTAINERS = "src/options/about/diagnosis.ts";

export const hasReaders = (file: string): boolean => !WORDLESS.test(file) && file !== TO_MAINTAINERS;

export async function checkMessages(): Promise<string[]> {
  const locales = await readLocales();
  const files = (await sourceFiles()).filter(hasReaders);
  const words = await Promise.all(
    files.map(async (file) => hardCoded(file, await readFile(inRoot(file), "utf8"))),
  );
  return [...problemsOfLocales(locales), ...words.flat()];
}

async function readLocales(): Promise<Map<string, Messages>> {
  const folder = inRoot("assets/_locales");
  const read = async (name: string): Promise<[string, Messages]> => [
    name,
    JSON.parse(await readFile(join(folder, name, "messages.json"), "utf8")),
  ];
  return new Map(await Promise.all((await readdir(folder)).sort().map(read)));
}

/** What is missing in a locale, what is too much, and what says something else than the default does. */
export function problemsOfLocales(locales: ReadonlyMap<string, Messages>): string[] {
  const english = locales.get(DEFAULT) ?? {};
  const problems: string[] = [];
  for (const [key, { message, description }] of Object.entries(english)) {
    if (!description) problems.push(`_locales/${DEFAULT}: “${key}” has no description for translators`);
    if (message.trim() === "") problems.push(`_locales/${DEFAULT}: “${key}” is empty`);
  }
  for (const [name, messages] of locales) {
    const say = (what: string) => problems.push(`_locales/${name}: ${what}`);
    const wanted = keysFor(name, english);
    for (const key of wanted) {
      const message = messages[key]?.message;
      // Another language's forms are compared with the form for any number.
      const model = english[key] ?? english[key.replace(PLURAL, "_other")];
      if (!message || message.trim() === "") say(`“${key}” is missing`);
      else if (model && placesIn(message).some((place) => !placesIn(model.message).includes(place)))
        say(`“${key}” has a place that English does not have`);
      else if (isMirrored(message)) say(`“${key}” has a bracket that is shown mirrored; isolate it`);
      else if (!PLURAL.test(key) && model && placesIn(message).join() !== placesIn(model.message).join())
        say(`“${key}” leaves out a place that English has`);
    }
    for (const key of Object.keys(messages)) if (!wanted.has(key)) say(`“${key}” is not asked for`);
  }
  return problems;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;

/** Brackets of a file's syntax in a sentence from the right: `}` is drawn as `{` there, unless it stands apart. */
function isMirrored(message: string): boolean {
  return RIGHT_TO_LEFT.test(message) && /[[\]{}]/.test(message.replace(/\u2066[^\u2069]*\u2069/g, ""));
}

/** The keys of the default locale, with the forms of number that this language has. */
function keysFor(locale: string, english: Messages): Set<string> {
  const forms = new Intl.PluralRules(locale.replace("_", "-")).resolvedOptions().pluralCategories;
  return new Set(
    Object.keys(english).flatMap((key) =>
      PLURAL.test(key) ? forms.map((form) => key.replace(PLURAL, `_${form}`)) : [key],
    ),
  );
}

function placesIn(message: string): string[] {
  return [...new Set(message.match(/\$[1-9]/g) ?? [])].sort();
}

/** Attributes whose text a reader sees or hears. */
const TELLING = new Set(["aria-label", "aria-description", "title", "placeholder", "alt", "label"]);

/** Texts between tags, and in attributes that are shown, which hold words; and sentences, wherever they stand. */
export function hardCoded(file: string, source: string): string[] {
  const found = new Set<string>();
  const say = (text: string) => found.add(`${file}: “${text}” is not in _locales`);
  /** How many calls we are in that show nothing to a reader: what is wrong with the program itself, and lists of words. */
  let unseen = 0;
  const hide = (hidden: boolean, by: 1 | -1) => {
    if (hidden) unseen += by;
  };
  const sentence = (node: Node) => {
    const text = textOf(node);
    if (unseen === 0 && isSentence(text)) say(text);
  };
  const between = ({ children }: JSXElement | JSXFragment) => {
    for (const child of children) if (hasWords(textOf(child))) say(textOf(child));
  };
  const program = new Visitor({
    NewExpression: (node) => hide(isError(node), 1),
    "NewExpression:exit": (node) => hide(isError(node), -1),
    CallExpression: (node) => hide(isSplit(node), 1),
    "CallExpression:exit": (node) => hide(isSplit(node), -1),
    Literal: sentence,
    TemplateElement: sentence,
    JSXElement: between,
    JSXFragment: between,
    JSXAttribute: ({ name, value }) => {
      const text = value ? textOf(value) : "";
      if (name.type === "JSXIdentifier" && TELLING.has(name.name) && hasWords(text))
        found.add(`${file}: ${name.name}="${text}" is not in _locales`);
    },
  });
  program.visit(parseSync(file, source).program);
  return [...found];
}

const isError = ({ callee }: NewExpression): boolean =>
  callee.type === "Identifier" && callee.name === "Error";
const isSplit = ({ callee }: CallExpression): boolean =>
  callee.type === "MemberExpression" &&
  callee.property.type === "Identifier" &&
  callee.property.name === "split";

/** The text of a literal, of a piece of a template, and of what stands between tags, braced or not; empty for all else. */
function textOf(node: Node): string {
  if (node.type === "JSXExpressionContainer") return textOf(node.expression);
  if (node.type === "TemplateElement") return node.value.cooked ?? "";
  // As it is written: `&nbsp;` is no word.
  if (node.type === "JSXText") return node.value.replace(/&#?\w+;/g, " ").trim();
  return node.type === "Literal" && typeof node.value === "string" ? node.value : "";
}

/** Two letters in a row; an address that every language writes alike is none. */
const hasWords = (text: string): boolean =>
  /\p{L}{2}/u.test(text) && !/^[a-z]+\.(?:org|com)$/.test(text.trim());

/** Three words in a row, selectors and the like apart; or a capital at the beginning and a full stop at the end. */
function isSentence(text: string): boolean {
  if (/[[\]={}]/.test(text)) return false;
  return /\p{L}[\p{L}’]*,? \p{L}[\p{L}’]*,? \p{L}/u.test(text) || /^[“‘]?\p{Lu}.* .*[.!?…:]$/su.test(text);
}
