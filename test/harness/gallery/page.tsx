/**
 * What the gallery's page runs: draws the state that its address names (`#card-group light rtl en`), from props alone, and
 * another one when that changes; only another language is another load.
 */
/// <reference path="../../../src/pack/bundled.d.ts" />
/// <reference path="../../../src/entity/css.d.ts" />
// First: the words are read as the modules load.
import "./language.ts";
import { bundledPack } from "sidelight:pack";
import { type ComponentChild, render } from "preact";
import { useState } from "preact/hooks";
import { AtlasView } from "../../../src/atlas/AtlasView.tsx";
import { type Address, type Selection, VIEWS } from "../../../src/atlas/model/address.ts";
import { alone } from "../../../src/atlas/model/together.ts";
import { layOutCard } from "../../../src/content/card/place/layout.ts";
import { Card, type CardProps } from "../../../src/content/card/view/Card.tsx";
import cardCss from "../../../src/content/card/view/card.css";
import { momentAfter } from "../../../src/i18n/date-time.ts";
import { plural, t } from "../../../src/i18n/t.ts";
import { OptionsView } from "../../../src/options/OptionsView.tsx";
import { indexPack } from "../../../src/pack/lookup.ts";
import type { EntityId } from "../../../src/pack/types.ts";
import { PopupView } from "../../../src/popup/PopupView.tsx";
import { createSearch } from "../../../src/search/search.ts";
import { defaults } from "../../../src/settings/defaults.ts";
import { foldText } from "../../../src/spot/letters/fold.ts";
import { WelcomeView } from "../../../src/welcome/WelcomeView.tsx";
import { asked } from "./language.ts";

const pack = indexPack(bundledPack());
const nothing = () => {};
/** Fixed, so that the age of the source is the same whenever the pictures are taken. */
const NOW = new Date("2026-11-23T12:00");

const reading = {
  ...{ reading: "everywhere" as const, allowed: true, withheld: [] },
  ...{ onReading: nothing, onAllow: nothing, onAllowSites: nothing, onSiteAccess: nothing },
};

/** Takes away what is drawn. */
let clear = nothing;
let { state, theme, dir, language } = asked();
const search = createSearch(pack, foldText, language);
/** What is typed: part of a name, and of sentences. */
const WORD = { en: "tehrik", ur: "روابط", ar: "الجماعات" };

function drawState(): void {
  clear();
  ({ state, theme, dir, language } = asked());
  const root = document.documentElement;
  root.dataset.theme = theme;
  root.dir = dir;
  document.body.replaceChildren();
  document.body.removeAttribute("style");
  scrollTo(0, 0);
  const [, of = "", name = ""] = /^(card|popup|options|atlas|welcome)-(.*)$/.exec(state) ?? [];
  if (of === "card") showCard(name);
  else {
    root.lang = language;
    const draw = { popup, options, atlas, welcome }[of as "popup"];
    showPage(of, draw(name));
  }
  root.dataset.ready = location.hash;
}
addEventListener("hashchange", drawState);
drawState();

function showPage(id: string, view: ComponentChild): void {
  const main = Object.assign(document.createElement("div"), { id });
  document.body.append(main);
  render(view, main);
  clear = () => render(null, main);
}

function showCard(name: string): void {
  const mentions: Record<string, EntityId> = {
    ...{ institution: "un-security-council", person: "zahid-hussain", work: "no-win-war" },
    place: "swat",
  };
  const isShared = /^(choice|clear|meant)/.test(name);
  const entity = mentions[name] ?? (isShared ? "afghan-taliban" : "ttp");
  const { aliases, name: title } = pack.entities.get(entity)!;
  const words = aliases.map((alias) => alias.text).find((alias) => title.startsWith(alias)) ?? title;
  const underlined = Object.assign(document.createElement("u"), { textContent: words });
  const heading = Object.assign(document.createElement("h1"), { className: "text" });
  heading.append("Text of a page around ", underlined, ".");
  if (name.includes("middle")) document.body.style.paddingBlockStart = "calc(50vh - 0.8em)";
  const [main, host] = [document.createElement("main"), document.createElement("div")];
  main.append(heading);
  document.body.append(main, host);
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cardCss);
  shadow.adoptedStyleSheets = [sheet];
  const choice = { reason: { code: "prior" }, runnerUp: "ttp", close: true } as const;
  const clearly = { reason: { code: "near", evidence: "Kabul" }, runnerUp: "ttp" } as const;
  const meant = { reason: { code: "reader" }, runnerUp: "ttp" } as const;
  const reasons = { choice, clear: clearly, meant } as const;
  const kind = Object.keys(reasons).find((kind) => name.startsWith(kind)) as keyof typeof reasons;
  const props: CardProps = {
    pack,
    mention: {
      entity,
      start: 0,
      end: words.length,
      alias: isShared ? "Taliban" : words,
      ...(reasons[kind] ?? { reason: { code: "introduced" } }),
    },
    theme: theme === "dark" ? "dark" : "light",
    site: !name.includes("no-site"),
    sayMeant: name.includes("no-site") ? "page" : "site",
    meantBy: name.startsWith("meant") ? (name.includes("rule") ? "rule" : "site") : null,
    pinned: name === "pinned",
    lang: name === "urdu-page" ? "ur" : "en",
    count: name === "count" ? "3 of 7" : undefined,
    say: "",
    now: NOW,
    ...{
      onPin: nothing,
      onClose: nothing,
      onMute: async () => name !== "refused",
      onMeant: async () => !name.includes("refused"),
      onSiteOff: nothing,
      onCopy: () => true,
      onAtlas: nothing,
    },
    onSay: (say) => render(<Card {...props} say={say} />, shadow),
  };
  render(<Card {...props} />, shadow);
  const surface = shadow.querySelector<HTMLElement>(".sl-card")!;
  const settle = () => {
    const { x, y } = layOutCard(surface, {
      line: underlined.getBoundingClientRect(),
      viewport: { x: 0, y: 0, width: innerWidth, height: innerHeight },
      direction: dir === "rtl" ? "rtl" : "ltr",
      touch: name === "sheet",
    });
    host.style.cssText = `position: fixed; left: ${x}px; top: ${y}px`;
  };
  settle();
  const contents = new MutationObserver(settle);
  contents.observe(surface, { childList: true, subtree: true });
  clear = () => {
    contents.disconnect();
    render(null, shadow);
  };
}

function popup(name: string) {
  const query =
    name.startsWith("results") || name === "no-pack" ? WORD[language] : name === "nothing" ? "qqqq" : "";
  const hasPack = name !== "no-pack";
  const mention = (entity: EntityId, id: string) => {
    const words = { before: "words before ", text: pack.entities.get(entity)!.name, after: " and after" };
    return { frame: 0, mention: { id, entity, ...words } };
  };
  const off = {
    off: { tone: "off", line: t("popupOffHere", "example.org") },
    paused: { tone: "off", line: t("popupPausedUntil", momentAfter(+NOW + 2 * 3_600_000, +NOW)) },
    unread: { tone: "off", line: t("popupUnread_pdf"), hint: t("popupSearchStillWorks") },
  } as const;
  const isOff = name in off || name.startsWith("browse");
  const found = [
    { entity: "ttp", count: 3, mentions: [mention("ttp", "a"), mention("ttp", "b")] },
    { entity: "un-security-council", count: 1, mentions: [mention("un-security-council", "c")] },
  ];
  return (
    <PopupView
      pack={hasPack ? pack : null}
      missing={!hasPack}
      partial={!hasPack}
      query={query}
      results={query && hasPack ? search.search(query) : []}
      entity={name.startsWith("entity") ? "ttp" : null}
      status={name in off ? off[name as keyof typeof off] : { tone: "found", line: plural("popupFound", 2) }}
      allow={name === "unread" ? t("popupAllow", "example.org") : null}
      entities={isOff ? [] : found}
      site={{ label: t("popupMarkSite", "example.org"), on: name !== "off" }}
      enabled
      paused={name === "paused"}
      readOnly={false}
      trouble={name === "trouble" ? "Not saved. There is no room left." : null}
      inputRef={{ current: null }}
      {...{ onQuery: nothing, onOpen: nothing, onBack: nothing, onJump: nothing, onAllow: nothing }}
      {...{ onSite: nothing, onPause: nothing, onEnabled: nothing, onOptions: nothing, onAtlas: nothing }}
    />
  );
}

function options(name: string) {
  const later = Date.UTC(2200, 0, 1, 12);
  const quiet = [
    { entity: "ttp", alias: "TTP", site: "example.org" },
    { entity: "daesh", site: "news.example" },
    { entity: "al-qaeda", until: later },
  ];
  const both = [
    { site: "example.org", entity: "ttp", instead: "afghan-taliban" },
    { site: "file://", entity: "afghan-taliban", instead: "ttp" },
  ];
  const settings = {
    ...defaults,
    sites: [{ pattern: "example.org", mark: false }],
    ...(name === "quiet" && { quiet }),
    ...(name.startsWith("meant") && { meant: both }),
    ...(name === "paused" && { pausedUntil: later }),
  };
  const unreadable = { title: "Your settings could not be read", detail: "Nothing can be changed here." };
  return (
    <OptionsView
      pack={pack}
      search={search}
      settings={settings}
      reading={reading}
      about={{ diagnosis: "Sidelight 0.1.0\nbrowser: Chromium 156 (linux)", onCopy: async () => true }}
      readOnly={name === "read-only" ? unreadable : null}
      repaired={false}
      report={name === "all" ? { text: "Saved", bad: false } : null}
      onChange={nothing}
    />
  );
}

function atlas(name: string) {
  const selections: Record<string, Selection> = {
    entity: { kind: "entity", id: "ttp" },
    walked: { kind: "entity", id: "ttp" },
    tie: { kind: "tie", id: "ttp-allied-with-daesh" },
    event: { kind: "event", id: "security-council-report" },
    passage: { kind: "passage", id: "p7" },
  };
  const [view = "ties", ...parts] = name.split("-");
  const selected = parts.map((part) => selections[part]).find(Boolean) ?? null;
  return (
    <Atlas
      start={{ view: VIEWS.find((each) => each === view) ?? "ties", selection: selected }}
      bad={name === "bad" ? "qqqq" : null}
    />
  );
}

/** It asks for another address with every press; here that is a state. */
function Atlas({ start, bad }: { start: Address; bad: string | null }) {
  const [address, setAddress] = useState(start);
  return <AtlasView pack={alone(pack)} address={address} bad={bad} onGo={setAddress} now={NOW} />;
}

function welcome(name: string) {
  return (
    <WelcomeView
      pack={pack}
      settings={defaults}
      keys={["Alt+Shift+Down", "Alt+Shift+Up", "Alt+Shift+Enter"]}
      search={search}
      browser={name === "firefox" ? "firefox" : "chromium"}
      reading={name === "chosen" ? { ...reading, reading: "chosen", withheld: ["example.org"] } : reading}
      onOptions={nothing}
      onAtlas={nothing}
    />
  );
}
