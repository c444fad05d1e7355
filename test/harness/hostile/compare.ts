/** Two visits of one page, with the extension and without: what of the page, its errors and its requests differs. */
import type { PageState } from "./probe.ts";

export interface Visited {
  state: PageState;
  /** Uncaught errors, as the browser reports them: those of content scripts are among them, in both browsers. */
  errors: readonly string[];
  /** Paths asked of the server. */
  requests: readonly string[];
  /** Addresses that a script of the extension has asked for. */
  own: readonly string[];
}

/**
 * One line each; empty when they are the same.
 * @param restless the page never comes to rest, or races with itself: its mutations are not counted, elements with
 *   `data-volatile` are not compared, and of listeners, errors and requests it counts only which kinds there are with us that
 *   there are not without
 */
export function differences(ours: Visited, bare: Visited, restless: boolean): string[] {
  const [a, b] = [ours.state, bare.state];
  const flaws: string[] = [];
  if (a.ready !== "complete" || b.ready !== "complete") flaws.push("not loaded yet");
  flaws.push(...textDifference("markup", markupOf(a, restless), markupOf(b, restless)));
  flaws.push(...listDifference("globals", a.globals, b.globals));
  flaws.push(...listDifference("highlights", a.highlights, b.highlights));
  const lists = {
    listeners: [a.listeners, b.listeners],
    troubles: [a.troubles, b.troubles],
    errors: [ours.errors, bare.errors].map((errors) => errors.map(firstLine)),
    requests: [ours.requests, bare.requests].map(withoutIcons),
  };
  for (const [what, [withUs, without]] of Object.entries(lists))
    flaws.push(...(restless ? added : listDifference)(what, withUs!, without!));
  const numbers = ["sheets", "adopted", ...(restless ? [] : (["mutations"] as const))] as const;
  for (const number of numbers)
    if (a[number] !== b[number]) flaws.push(`${number}: ${a[number]} with us, ${b[number]} without`);
  for (const url of ours.own) flaws.push(`asked for ${url}`);
  return flaws;
}

/** Each browser asks a server of its own, and pages write down where they come from. */
const SERVER = /127\.0\.0\.1(?::|%3A)\d+/gi;

const firstLine = (error: string): string => error.split("\n", 1)[0]!.replace(SERVER, "SERVER");

/** Browsers ask for an icon when it suits them, once for all pages of a site. */
const withoutIcons = (paths: readonly string[]): string[] => paths.filter((path) => path !== "/favicon.ico");

function markupOf({ markup }: PageState, restless: boolean): string {
  const text = markup.replace(SERVER, "SERVER");
  return restless ? text.replace(/(<(\w+)[^>]* data-volatile\b[^>]*>)[\s\S]*?(<\/\2>)/g, "$1$3") : text;
}

function textDifference(what: string, a: string, b: string): string[] {
  if (a === b) return [];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 80));
  return [`${what} differs at ${at}: with us ${around(a)}, without ${around(b)}`];
}

/** As lists without order: the same things, as often. */
function listDifference(what: string, ours: readonly string[], bare: readonly string[]): string[] {
  if (JSON.stringify([...ours].sort()) === JSON.stringify([...bare].sort())) return [];
  const [more, less] = [missingFrom(bare, ours), missingFrom(ours, bare)];
  const [some, others] = [JSON.stringify(more), JSON.stringify(less)];
  return [
    `${what}: ${ours.length} with us, ${bare.length} without; only with us ${some}, only without ${others}`,
  ];
}

/** Kinds that there are with us only; `type: how often` is of the kind `type`. */
function added(what: string, ours: readonly string[], bare: readonly string[]): string[] {
  const kinds = (items: readonly string[]) => items.map((item) => item.replace(/: \d+$/, ""));
  const more = missingFrom(kinds(bare), kinds(ours));
  return more.length > 0 ? [`${what}: only with us ${JSON.stringify(more)}`] : [];
}

const missingFrom = (others: readonly string[], items: readonly string[]): string[] => [
  ...new Set(items.filter((item) => !others.includes(item))),
];
