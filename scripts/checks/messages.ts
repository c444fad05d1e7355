/** The interface's words: every locale has every message, and none is written into the code of the extension's pages. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Node, parse } from "acorn";
import { transform } from "esbuild";
import { inRoot } from "../lib/paths.ts";
import { sourceFiles } from "./rooms.ts";

type Messages = Record<string, { message: string; description?: string }>;

const DEFAULT = "en";
const PLURAL = /_(?:zero|one|two|few|many|other)$/;
/** Rooms whose every word is shown to readers, and rooms whose sentences are. */
const SHOWN = /^src\/(?:popup|options|welcome|card|settings|platform|messages)\//;

export async function checkMessages(): Promise<string[]> {
  const locales = await readLocales();
  const files = (await sourceFiles()).filter((file) => SHOWN.test(file));
  const sources = await Promise.all(
    files.map(async (file) => [file, await readFile(inRoot(file), "utf8")] as const),
  );
  const words = await Promise.all(sources.map(([file, source]) => hardCoded(file, source)));
  return [...problemsOfLocales(locales), ...words.flat()];
}

async function readLocales(): Promise<Map<string, Messages>> {
  const folder = inRoot("assets/_locales");
  const names = (await readdir(folder)).sort();
  return new Map(
    await Promise.all(
      names.map(
        async (name): Promise<[string, Messages]> => [
          name,
          JSON.parse(await readFile(join(folder, name, "messages.json"), "utf8")),
        ],
      ),
    ),
  );
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
      else if (!PLURAL.test(key) && model && placesIn(message).join() !== placesIn(model.message).join())
        say(`“${key}” leaves out a place that English has`);
    }
    for (const key of Object.keys(messages)) if (!wanted.has(key)) say(`“${key}” is not asked for`);
  }
  return problems;
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
export async function hardCoded(file: string, source: string): Promise<string[]> {
  const { code } = await transform(source, {
    loader: file.endsWith(".tsx") ? "tsx" : "ts",
    jsx: "transform",
    jsxFactory: "h",
    jsxFragment: "Fragment",
    sourcefile: file,
  });
  const found = new Set<string>();
  const say = (text: string) => found.add(`${file}: “${text}” is not in _locales`);
  const tree = parse(code, { ecmaVersion: "latest", sourceType: "module" });
  // Shown to nobody: what is wrong with the program itself, and lists of words.
  const unseen = new Set<Tree>();
  visit(tree, (node) => {
    if (node.type === "NewExpression" && node.callee?.name === "Error")
      visit(node, (each) => unseen.add(each));
    const { object, property } = node.callee ?? {};
    if (property?.name === "split" && object) visit(object, (each) => unseen.add(each));
  });
  visit(tree, (node) => {
    if (unseen.has(node)) return;
    const text = node.type === "TemplateElement" ? (node.value as { cooked: string }).cooked : node.value;
    if (isSentence(text)) say(text);
  });
  visit(tree, (node) => {
    if (node.type !== "CallExpression" || node.callee?.name !== "h") return;
    const [, props, ...children] = node.arguments ?? [];
    for (const child of children) if (hasWords(child)) say(String(child.value));
    for (const property of props?.properties ?? []) {
      const name = property.key?.value ?? property.key?.name;
      if (typeof name === "string" && TELLING.has(name) && hasWords(property.value))
        found.add(`${file}: ${name}="${property.value.value}" is not in _locales`);
    }
  });
  return [...found];
}

/** As much of a syntax tree as is looked at here. */
interface Tree {
  type?: string;
  callee?: { name?: string; object?: Tree; property?: { name?: string } };
  arguments?: Tree[];
  properties?: Array<{ key?: { value?: unknown; name?: string }; value: Tree }>;
  value?: unknown;
}

/** Two letters in a row; an address that every language writes alike is none. */
function hasWords(node: Tree): boolean {
  const { value } = node;
  return typeof value === "string" && /\p{L}{2}/u.test(value) && !/^[a-z]+\.(?:org|com)$/.test(value.trim());
}

/** Three words in a row, selectors and the like apart; or a capital at the beginning and a full stop at the end. */
function isSentence(value: unknown): value is string {
  if (typeof value !== "string" || /[[\]={}]/.test(value)) return false;
  return /\p{L}[\p{L}’]*,? \p{L}[\p{L}’]*,? \p{L}/u.test(value) || /^[“‘]?\p{Lu}.* .*[.!?…:]$/su.test(value);
}

function visit(node: Node | Tree, look: (node: Tree) => void): void {
  look(node as Tree);
  for (const child of Object.values(node)) {
    for (const each of Array.isArray(child) ? child : [child])
      if (typeof each === "object" && each !== null && typeof each.type === "string") visit(each, look);
  }
}
