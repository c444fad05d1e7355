/** The popup, wired: settings, the page, the search, and what the reader is looking at. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { giveBack } from "../browser/permissions.ts";
import { type OpenSettings, openSettings } from "../browser/settings/settings-client.ts";
import type { ReadOutcome } from "../browser/settings/stored-settings.ts";
import { openAtlas, openOptions } from "../browser/tabs.ts";
import { t } from "../i18n/t.ts";
import type { ChangeResult, SettingsIntent } from "../messages/table.ts";
import type { PackIndex } from "../pack/lookup.ts";
import type { EntityId } from "../pack/types.ts";
import { notSavedWords } from "../pages/fault-words.ts";
import { useMoment } from "../pages/use-moment.ts";
import { usePacks } from "../pages/use-packs.ts";
import { useSearch } from "../pages/use-search.ts";
import { EACH_BY_ITSELF } from "../search/same-entities.ts";
import { isUnchosen, originsOf } from "../settings/change/reading.ts";
import { siteSwitchIntents } from "../settings/change/site-switch.ts";
import { defaults } from "../settings/defaults.ts";
import { HOUR, pauseLeft } from "../settings/page/expiry.ts";
import { FILES, marksOn, sitePatternOf } from "../settings/page/sites.ts";
import { PopupView } from "./PopupView.tsx";
import { entitiesOn, type FrameMention, statusOf } from "./page/page-state.ts";
import type { Askable } from "./page/reach.ts";
import { statusLine } from "./page/status.ts";
import { usePage } from "./page/use-page.ts";
import { useOpening } from "./use-opening.ts";
import { useParts } from "./use-parts.ts";

/** How soon a page is asked again: while it is being read, and after a change that it follows by itself, ms. */
const ASK_AGAIN = 300;

/** @param loadPack is called once the popup is on the screen: a large pack takes longer to read than a reader should wait */
export function Popup({ loadPack }: { loadPack(): Promise<PackIndex | null> }) {
  /** `undefined`: on its way; `null`: not to be had. */
  const [loaded, setLoaded] = useState<PackIndex | null>();
  const pack = loaded ?? null;
  const [outcome, setOutcome] = useState<ReadOutcome | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [query, setQuery] = useState("");
  const [only, setOnly] = useState<string | null>(null);
  const [opened, setOpened] = useState<EntityId[]>([]);
  const store = useRef<OpenSettings | null>(null);
  const inputRef = useRef<HTMLInputElement>(null);
  const opening = useOpening(({ entity, query }) => {
    if (entity !== undefined) setOpened([entity]);
    if (query !== undefined) setQuery(query);
  });
  const { state, isPrivate, askable, allow, readOnce, refresh, jump } = usePage(opening);

  // After the first frame, as all effects are.
  useEffect(() => void loadPack().then(setLoaded), []);
  useEffect(() => {
    store.current = openSettings(setOutcome);
    return () => store.current?.close();
  }, []);
  const settings = outcome === null || outcome.kind === "unreadable" ? defaults : outcome.settings;
  useEffect(() => {
    document.documentElement.dataset.theme = settings.theme;
  }, [settings.theme]);

  const active = usePacks(pack, settings);
  // One that was chosen may have been removed since.
  const chosen = active.packs.some(({ head }) => head.id === only) ? only : null;
  /** What is looked for to be the same as the entity that is open; `null`: nothing. */
  const [sought, setSought] = useState<string | null>(null);
  const { results, partial } = useSearch(
    sought === null ? active : { ...active, same: EACH_BY_ITSELF },
    sought ?? query,
    sought === null ? chosen : null,
  );
  const url = state.kind === "read" || state.kind === "unread" ? state.url : undefined;
  const entities = pack !== null && state.kind === "read" ? entitiesOn(state.frames) : [];
  const onPage = useParts(
    pack,
    url ?? "",
    entities.map(({ entity }) => entity),
    settings.same,
  );
  const anywhere = useParts(pack, null, opened, settings.same);
  // What is opened may be of a pack that is kept to other sites.
  const partsOf = (id: EntityId) => (opened.includes(id) ? anywhere : onPage)(id);
  // What a page or an address says is not known to be in any analysis.
  const entity = opened.findLast((id) => partsOf(id).length > 0) ?? null;
  useEffect(() => {
    if (entity === null) inputRef.current?.focus();
    else document.getElementById("entity-heading")?.focus();
    window.scrollTo(0, 0);
    setSought(null);
  }, [entity]);

  const back = useCallback(() => setOpened((stack) => stack.slice(0, -1)), []);
  useEffect(() => {
    if (entity === null) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      back();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [entity, back]);

  const report = async (changing: Promise<ChangeResult> | undefined) => {
    const result = await changing;
    if (result !== undefined) setTrouble(result.ok ? null : notSavedWords(result.error));
    return result?.ok === true;
  };
  const change = (intents: SettingsIntent[]) => report(store.current?.change(intents));
  const markSite = (address: string, on: boolean) =>
    report(store.current?.changeFrom((stored) => siteSwitchIntents(stored, address, on)));
  const onJump = async (target: FrameMention) => {
    if (await jump(target)) {
      // In a popup the page lies underneath; in a tab of its own there is nothing to give way to.
      if (opening === null) window.close();
      return;
    }
    setTrouble(t("popupGone"));
    refresh();
  };

  const showAtlas = async (hash: string) => {
    // What is looked at from a private window is to stand in no address.
    await openAtlas(isPrivate ? "" : hash);
    if (opening === null) window.close();
  };

  const now = useMoment({ pausedUntil: settings.pausedUntil, quiet: [] });
  const pattern = url === undefined || state.kind !== "read" ? null : sitePatternOf(url);
  const siteName = pattern === "file://" ? t("localFiles") : pattern;

  const unreadable = outcome?.kind === "unreadable";
  const canChoose = outcome !== null && !unreadable && settings.enabled && !isPrivate;
  /** The page's site, where it could be chosen and is not. Of private pages nothing is kept, so none of theirs is. */
  const unchosen = canChoose && url !== undefined && isUnchosen(settings, url) ? sitePatternOf(url) : null;
  const waits = unchosen !== null && state.kind === "read" && statusOf(state.frames) === "off";
  const reads = settings.readOnClick && waits;
  // Once for each page: what is switched off again by the reader stays off.
  useEffect(() => {
    if (reads && url !== undefined) readOnce(url);
  }, [reads, url, readOnce]);
  const status = statusLine(state, unreadable ? null : settings, siteName, now, askable !== null);
  const readOnly = unreadable || (outcome?.kind === "value" && outcome.newer);
  const canSaySame =
    outcome !== null && outcome.kind !== "unreadable" && !readOnly && !outcome.locked.includes("same");
  const isBusy = status.tone === "busy";
  // A change of the settings is an occasion to ask, too.
  useEffect(() => {
    const timer = isBusy ? setInterval(refresh, ASK_AGAIN) : setTimeout(refresh, ASK_AGAIN);
    return () => clearInterval(timer);
  }, [isBusy, outcome, refresh]);

  const onSite = (on: boolean) => {
    // Asking the browser comes first: it hears it only while the click is being handled.
    if (on && unchosen !== null) allow();
    if (url === undefined) return;
    void markSite(url, on);
    // Where only chosen sites are read, one that is chosen no more is not the browser's to allow either.
    if (!on && !settings.markByDefault && pattern !== null) void giveBack(originsOf(pattern));
  };

  return (
    <PopupView
      pack={pack}
      missing={loaded === null}
      packs={active.packs}
      only={chosen}
      query={query}
      results={results}
      partial={partial}
      entity={entity}
      status={status}
      allow={allowWords(state.kind === "looking" ? null : askable, unchosen)}
      onReadOnce={waits && url !== undefined ? () => readOnce(url) : null}
      entities={entities}
      partsOf={partsOf}
      same={
        canSaySame
          ? {
              ...{ packs: active.packs, rules: settings.same, results, partial },
              query: sought,
              onQuery: setSought,
              onSame: (rule, on) => change([{ type: "same", rule, on }]),
            }
          : null
      }
      site={
        siteName === null || url === undefined || isPrivate
          ? null
          : { label: t("popupMarkSite", siteName), on: marksOn({ ...settings, enabled: true }, url) }
      }
      isPrivate={isPrivate}
      enabled={settings.enabled}
      paused={pauseLeft(settings, now) > 0}
      readOnly={readOnly}
      trouble={trouble}
      inputRef={inputRef}
      onQuery={setQuery}
      onOnly={setOnly}
      onOpen={(id) => setOpened((stack) => [...stack, id])}
      onBack={back}
      onJump={onJump}
      onAllow={() => {
        allow();
        if (unchosen !== null && url !== undefined) void markSite(url, true);
      }}
      onSite={onSite}
      onPause={(on) => change([{ type: "set", key: "pausedUntil", value: on ? Date.now() + HOUR : 0 }])}
      onEnabled={(on) => change([{ type: "set", key: "enabled", value: on }])}
      onOptions={() => void openOptions()}
      onAtlas={showAtlas}
    />
  );
}

/** What can be allowed, as a chosen site or by the browser; `null` for nothing. */
function allowWords(askable: Askable | null, unchosen: string | null): string | null {
  if (unchosen !== null) return t("popupAllow", unchosen === FILES ? t("localFiles") : unchosen);
  if (askable === null) return null;
  return askable.site === null ? t("popupAllowAll") : t("popupAllow", askable.site);
}
