/**
 * The keyword in the address bar (`sidelight` and a space): lines of the search under it, and the one that is chosen
 * opens. The first line is the browser's own, and says what Enter does: it opens the best of what was found.
 */
import browser from "webextension-polyfill";
import { t } from "../../i18n/t.ts";
import type { Opening } from "../../messages/opening.ts";
import type { EntityId } from "../../pack/types.ts";

/** A line, as the search gives it. */
export interface OmniboxLine {
  content: string;
  parts: ReadonlyArray<{ text: string; kind: "plain" | "match" | "dim" }>;
}

export interface OmniboxAnswers {
  /** Brings in what is searched, where that is other than before. Never rejects. */
  prepare(): Promise<void>;
  /** Whether all has been. */
  isWhole(): boolean;
  /** Over what has been brought in. */
  suggester(): { suggest(typed: string): OmniboxLine[]; resolve(text: string): EntityId | null };
}

/** Longer than any sensible query; bounds the work of a pasted page, and the address that it ends up in. */
const LONGEST = 200;

/**
 * How long lines wait for all packs, and the page for what is chosen, ms: what is not in by then is found by the next letter. Large
 * packs take a second or two.
 */
const PATIENCE = { lines: 200, page: 1_000 };

/** Must be called while the script is first evaluated, or the letter that woke the background is lost. */
export function serveOmnibox(
  answers: OmniboxAnswers,
  open: (disposition: browser.Omnibox.OnInputEnteredDisposition, opening: Opening) => Promise<void>,
  openAtlas: (
    disposition: browser.Omnibox.OnInputEnteredDisposition,
    entity: EntityId | null,
  ) => Promise<void>,
): void {
  // A phone's browser has none.
  const omnibox = browser.omnibox as typeof browser.omnibox | undefined;
  if (!omnibox) return;
  const first = (parts: OmniboxLine["parts"]) =>
    omnibox.setDefaultSuggestion({ description: describe(parts) });
  /** Of what is typed, the last: lines for anything else come too late. */
  let last = 0;
  /** Looked at once while the reader types: a background that was woken by a letter has not heard the beginning. */
  let prepared: Promise<void> | null = null;
  const ready = async (patience: number) => {
    prepared ??= answers.prepare();
    await Promise.race([prepared, new Promise((resolve) => setTimeout(resolve, patience))]);
    return answers.suggester();
  };
  omnibox.onInputStarted.addListener(() => {
    prepared = null;
    first([{ text: t("omniboxHint"), kind: "dim" }]);
  });
  omnibox.onInputChanged.addListener((typed, suggest) => {
    const query = queryOf(typed);
    last += 1;
    if (query === "" || atlasQuery(query) !== null) {
      first([
        query === "" ? { text: t("omniboxHint"), kind: "dim" } : { text: t("omniboxAtlas"), kind: "plain" },
      ]);
      suggest([]);
      return;
    }
    const asked = last;
    void ready(PATIENCE.lines).then((suggester) => {
      if (asked !== last) return;
      const [best, ...others] = suggester.suggest(query);
      const nothing = answers.isWhole() ? t("popupNothing", query) : t("omniboxHint");
      first(best?.parts ?? [{ text: nothing, kind: "dim" }]);
      suggest(others.map(({ content, parts }) => ({ content, description: describe(parts) })));
    });
  });
  omnibox.onInputEntered.addListener(async (text, disposition) => {
    const query = queryOf(text);
    last += 1;
    const inAtlas = atlasQuery(query);
    const wanted = inAtlas ?? query;
    const entity = wanted === "" ? null : (await ready(PATIENCE.page)).resolve(wanted);
    if (inAtlas !== null) await openAtlas(disposition, entity);
    else await open(disposition, entity !== null ? { entity } : query === "" ? {} : { query });
  });
}

/** What is looked for in the atlas: "ttp" of "atlas ttp", "" of "atlas" alone; `null` for what does not begin so. */
function atlasQuery(query: string): string | null {
  const word = t("omniboxAtlasWord");
  const [first = "", ...rest] = query.split(/\s+/);
  return first.toLowerCase() === word || first.toLowerCase() === "atlas" ? rest.join(" ") : null;
}

/** Half a letter at the cut would be no text. */
function queryOf(typed: string): string {
  return typed.trim().slice(0, LONGEST).toWellFormed();
}

/** Chrome reads descriptions as XML, in which matches can be marked; Firefox shows them as they are. */
function describe(parts: OmniboxLine["parts"]): string {
  if (!browser.runtime.getURL("").startsWith("chrome-extension:"))
    return parts.map(({ text }) => text).join("");
  return parts
    .map(({ text, kind }) => (kind === "plain" ? escaped(text) : `<${kind}>${escaped(text)}</${kind}>`))
    .join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text within XML; what no XML may hold, written or escaped, becomes a space. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, " ")
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}
