/** Two visits of one page, with the extension and without: what of the page, its errors and its requests differs. */
import type { PageState } from "./probe.ts";

export interface Visited {
  state: PageState;
  /** Uncaught errors, as the browser reports them: those of content scripts are among them. */
  errors: readonly string[];
  /** Paths asked of the server. */
  requests: readonly string[];
  /** Addresses that a script of the extension has asked for. */
  own: readonly string[];
}

/**
 * One line each; empty when they are the same.
 * @param restless the page never comes to rest: its mutations cannot be counted, and elements with `data-volatile` differ
 */
export function differences(ours: Visited, bare: Visited, restless: boolean): string[] {
  const flaws: string[] = [];
  if (ours.state.ready !== "complete" || bare.state.ready !== "complete") flaws.push("not loaded yet");
  const markup = (state: PageState) => (restless ? withoutVolatile(state.markup) : state.markup);
  flaws.push(...textDifference("markup", markup(ours.state), markup(bare.state)));
  const lists = ["globals", "highlights", "listeners", "troubles"] as const;
  for (const list of lists) flaws.push(...listDifference(list, ours.state[list], bare.state[list]));
  const numbers = ["sheets", "adopted", ...(restless ? [] : (["mutations"] as const))] as const;
  for (const number of numbers)
    if (ours.state[number] !== bare.state[number])
      flaws.push(`${number}: ${ours.state[number]} with us, ${bare.state[number]} without`);
  flaws.push(...listDifference("errors", kinds(ours.errors), kinds(bare.errors)));
  flaws.push(...listDifference("requests", askedFor(ours.requests), askedFor(bare.requests)));
  for (const url of ours.own) flaws.push(`asked for ${url}`);
  return flaws;
}

/** Kinds, not counts: a page's own timer may throw the same thing again and again; what it counts itself is compared. */
export function kinds(errors: readonly string[]): string[] {
  // Addresses differ by their ports.
  const lines = errors.map((error) => error.split("\n", 1)[0]!.replace(/127\.0\.0\.1:\d+/g, "SERVER"));
  return [...new Set(lines)].sort();
}

/** Browsers ask for an icon when it suits them, once for all pages of a site. */
function askedFor(paths: readonly string[]): string[] {
  return paths.filter((path) => path !== "/favicon.ico").sort();
}

function withoutVolatile(markup: string): string {
  return markup.replace(/(<(\w+)[^>]* data-volatile\b[^>]*>)[\s\S]*?(<\/\2>)/g, "$1$3");
}

export function textDifference(what: string, a: string, b: string): string[] {
  if (a === b) return [];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 80));
  return [`${what} differs at ${at}: with us ${around(a)}, without ${around(b)}`];
}

function listDifference(what: string, ours: readonly string[], bare: readonly string[]): string[] {
  const only = (some: readonly string[], others: readonly string[]) =>
    some.filter((item) => !others.includes(item));
  const [more, less] = [only(ours, bare), only(bare, ours)];
  if (more.length === 0 && less.length === 0 && ours.length === bare.length) return [];
  return [`${what}: only with us ${JSON.stringify(more)}, only without ${JSON.stringify(less)}`];
}
