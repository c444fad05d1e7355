/**
 * Every message that crosses a context, in one table: who asks, what goes over, what comes back.
 * Both ends derive their types from here; `check.ts` rebuilds each request from untrusted input on receipt.
 */
import type { StoredPack } from "../pack/stored.ts";
import type { EntityId, EntityKind } from "../pack/types.ts";
import type { SettingsIntent } from "../settings/change/apply.ts";
import type { LessRequest } from "../settings/change/card-request.ts";
import type { Fault } from "../settings/change/faults.ts";
import type { Meant, PageMeant } from "../settings/page/meant.ts";
import type { MarkStyle } from "../settings/types.ts";
import type { StoredLexicon } from "../spot/names/stored-lexicon.ts";
import type { Opening } from "./opening.ts";
import type { ActivePacks, EntitySaid, InstallResult, PackList, Said } from "./packs.ts";

export type { SettingsIntent };

/** A mention as the popup lists it. */
export interface MentionSummary {
  /** Stable while the page does not change; `jump` answers `false` when it has gone. */
  id: string;
  entity: EntityId;
  /** The words before, the words marked, the words after, as the page shows them, whitespace collapsed. */
  before: string;
  text: string;
  after: string;
}

export type PageStatus =
  /** Read, and marked where something was found. */
  | "marked"
  /** A site rule or the main switch says no. */
  | "off"
  /** Reading is still going on. */
  | "reading"
  /** The names cannot be had, so nothing can be found; they are asked for again. */
  | "failed"
  /** A document that is no page of text (an image, a PDF, SVG). */
  | "unreadable";

/** What reading a frame has taken since this copy of Sidelight is in it: for the reader's diagnosis. */
interface Effort {
  /** UTF-16 code units, what was read anew counted again. */
  characters: number;
  ms: number;
  slices: number;
}

export interface PageSummary {
  status: PageStatus;
  effort: Effort;
  /** The entities of this frame in order of first appearance, with the number of their mentions. */
  entities: Array<{ entity: EntityId; count: number }>;
  /** In document order; at most `MENTION_LIST_CAP`. */
  mentions: MentionSummary[];
  /** `true` when a cap on text or marks was met and some of the page was left unread. */
  capped: boolean;
  /** `true` where it holds mentions and is a frame too small, or made too small, for a card. */
  cramped: boolean;
}

export const MENTION_LIST_CAP = 500;

/** Answer of the writer: the revision that holds the change, or why it was not made. */
export type ChangeResult = { ok: true; revision: number } | { ok: false; error: Fault };

/** Extension page or content script → background. */
export interface BackgroundRequests {
  /** Answered to own pages alone. */
  "settings.change": { request: { intents: SettingsIntent[] }; response: ChangeResult };
  /** A card asks for less, or for that to be taken back. Answers whether it was done. */
  "page.less": { request: LessRequest; response: boolean };
  /** A card says which of two is meant: on the page at `address`, or, `here`, on its site. Answers whether it was done. */
  "page.meant": { request: Meant & { address: string; here: boolean; on: boolean }; response: boolean };
  /** A frame tells how many entities it has found; shown only when the badge is on. */
  "page.count": { request: { count: number }; response: null };
  /** Escape was pressed in a frame that has no card open: another frame of its tab may have one. */
  "page.escape": { request: Record<never, never>; response: null };
  /** A top page has gone to an address where something else is marked than before: its frames are told. */
  "page.turned": { request: Record<never, never>; response: null };
  /** A frame begins, or comes back: the settings that hold. */
  "page.settings": { request: Record<never, never>; response: FrameSettings };
  /** A frame has text: whether it is to be read, and for what. `address`: of the top page, as the frame knows it. */
  "page.sieve": { request: { address: string }; response: FrameSieve };
  /** A frame's text may hold a name: it wants all the rest of Sidelight. Answers whether it has been brought. */
  "page.rest": { request: Record<never, never>; response: boolean };
  /** A frame has a mention: it wants the style sheet that marks are painted by, and, if it has none yet, the card. Answers whether both have been brought. */
  "page.style": { request: { card: boolean }; response: boolean };
  /**
   * A frame's text has telling parts (spot/sieve/telling.ts) with these keys: the runs of installed packs that it may have. `known`:
   * keys that it has asked for before, and that there are runs for. `asks`: the runs that names are asked for by, else those that
   * texts are sieved by.
   */
  "page.runs": {
    request: { address: string; keys: number[]; known: number[]; asks: boolean };
    response: PackRuns | null;
  };
  /** What a frame asks for the names of installed packs by. */
  "page.packs": { request: { address: string }; response: PackNames | null };
  /** A frame's text has runs of words (spot/sieve) with these keys: the names that may be meant. `known`: the shards that it has. */
  "page.shards": {
    request: { address: string; keys: number[]; known: string[] };
    response: PackShards | null;
  };
  /** A frame has mentions of these entities. */
  "page.said": { request: { address: string; entities: EntityId[] }; response: EntitySaid[] | null };
  /** The reader's own names for the page, compiled; `null` for none. */
  "page.ownNames": { request: { address: string }; response: StoredLexicon | null };
  /** A frame has a mention, or a page of the extension could not read the pack out of storage. */
  "pack.text": { request: Record<never, never>; response: StoredPack | null };
  /** The reader asks for the page at `address` in a tab to be read, though its site is not chosen. To own pages alone. */
  "popup.readOnce": { request: { tab: number; address: string }; response: boolean };
  /** The installed packs. All these are answered to own pages alone. */
  "packs.list": { request: Record<never, never>; response: PackList | null };
  /** Installs a pack file, or puts it in the place of the pack that has its id. */
  "packs.install": { request: { text: string }; response: InstallResult };
  "packs.remove": { request: { id: string }; response: boolean };
  /** Brings back the last that was removed or replaced. */
  "packs.restore": { request: Record<never, never>; response: boolean };
  /** The file of a pack, as it was installed. */
  "packs.text": { request: { id: string }; response: string | null };
  /** The packs that are switched on, on whichever sites. */
  "packs.active": { request: Record<never, never>; response: ActivePacks | null };
  /** What one of these says, a part of it. */
  "packs.part": { request: { install: number; part: number }; response: Said | null };
  /** What they all say of these entities. */
  "packs.said": { request: { entities: EntityId[] }; response: EntitySaid[] | null };
  /** A popup has opened: what it was opened for, `null` where the reader just opened it. Answered once, to own pages alone. */
  "popup.opened": { request: Record<never, never>; response: Opening | null };
  /** A card was asked to show its entity in the atlas. Answers whether that was opened. */
  "page.atlas": { request: { entity: EntityId; address: string }; response: boolean };
  /** An atlas has opened: what it is to show and its address must not say, as `entity=ttp`; `null` where it says all. Answered once, to own pages alone. */
  "atlas.opened": { request: Record<never, never>; response: string | null };
}

/** What a frame's text is sieved by. */
export interface FrameSieve {
  /** As `takeSieve` takes it; "" where the page is not to be read. */
  sieve: string;
  /** The same, of the telling parts of installed packs; "" where none is in use. */
  telling: string;
  /** Which packs are in use, as `FrameSettings.packs`. */
  token: string;
  /** After so long it is to be asked again, ms: a pause ends. 0: not. */
  again: number;
}

/** Of the packs in use on a page. */
export interface PackNames {
  /** Which they are, as `FrameSettings.packs`. */
  token: string;
  /** The bundled one's place among them; −1 where it is not in use. */
  bundled: number;
  /** As `takeSieve` takes it, of telling parts: what is asked by. "" where no other is in use. */
  telling: string;
  /** How the names of the bundled one are marked; absent: as all are. */
  style?: MarkStyle;
}

/** Of the packs in use, what `page.runs` has asked for. */
export interface PackRuns {
  token: string;
  /** Those of `keys` that there are runs for. */
  keys: number[];
  /** As `takeSieve` takes it: their runs, and those of `known`. "" where there are none but these. */
  sieve: string;
}

export interface PackShards {
  token: string;
  shards: Array<{
    /** Of the shard, among all. */
    id: string;
    pack: string;
    /** The pack's place. */
    place: number;
    /** How its names are marked; absent: as all are. */
    style?: MarkStyle;
    lexicon: StoredLexicon;
    kinds: Record<EntityId, EntityKind>;
  }>;
  /** Entities of these shards, or bundled ones, that another pack before theirs has, and the id that it has there. */
  ids: Array<[EntityId, EntityId]>;
}

/** What a frame goes by. Content scripts read no storage: in Firefox one that is not ours any more could write there. */
export interface FrameSettings {
  /** As `readStored` reads them; `null` where the background itself cannot. */
  items: Record<string, unknown> | null;
  /** Which of two is meant, as the reader has said it of this page and of others of its origin in this tab. */
  meant: PageMeant[];
  /** The packs in use on this page: others than before where it is another one. */
  packs: string;
  /** Name of the event by which a copy is told of its successor; `null` before there is one. */
  successorEvent: string | null;
}

/** What the reader's keys ask of a page: the next or the previous mark, the way into the open card, or to close that. */
export type PageCommand = "next" | "previous" | "enter" | "close";

/** Popup or background → one frame of the page, or each. */
export interface PageRequests {
  "page.summary": { request: Record<never, never>; response: PageSummary };
  /**
   * Answered, with `true`, only by a frame that has done it: the one that has the focus, or, with `anyway`, whichever is asked.
   */
  "page.command": { request: { command: PageCommand; anyway: boolean }; response: boolean };
  "page.jump": { request: { id: string }; response: boolean };
  /** The settings have changed: the frame asks for them again. */
  "page.reread": { request: Record<never, never>; response: null };
  /** The top page has gone to another address: the frame looks whether it is still to be marked, or again. */
  "page.check": { request: Record<never, never>; response: null };
  /** The reader has taken the permission to read pages back: the frame's copy goes, with all that it shows. */
  "page.leave": { request: Record<never, never>; response: null };
}

/**
 * Popup → every frame of a tab, and each frame's answer. A broadcast has room for one response only, so frames answer
 * with a message of their own; the browser then vouches for who they are (`sender.frameId`, `sender.url`).
 */
export interface CensusRequests {
  "page.census": { request: { token: string }; response: null };
}
export interface CensusAnswers {
  "page.here": { request: { token: string }; response: null };
}
