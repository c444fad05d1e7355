/**
 * What runs in every frame: it reads text through the sieve, and where something stays in it, has the rest of Sidelight
 * brought, to which it gives the frame over. A page without a name of ours runs nothing else: no style sheet, no names, no
 * card.
 */
import type { FrameSieve, PageStatus } from "../../messages/table.ts";
import { LONGEST_WAIT } from "../../settings/page/expiry.ts";
import { Tokens } from "../../spot/match/tokens.ts";
import { meetRuns, type RunFilter } from "../../spot/sieve/filter.ts";
import { takeSieve } from "../../spot/sieve/stored-sieve.ts";
import { alive, request, servePage } from "../extension/client.ts";
import { type FrameClaim, onRestored, yieldOnDemand } from "../extension/frame-claim.ts";
import { isReadable, pageAddress, watchAddress } from "../page/dom/document.ts";
import { documentElementOf } from "../page/dom/nodes.ts";
import { LateShadowRoots } from "../page/read/late-shadow-roots.ts";
import { AskedRuns, insist } from "./asked-runs.ts";
import { QuietWatch } from "./quiet.ts";
import { TextWalk } from "./text-walk.ts";

/** A slice of reading, ms. */
const SLICE = 4;
/** So many nodes are read between two looks at the clock. */
const NODES = 200;

/** @param listenAgain puts back the listeners of ours that `document.open()` has taken from the window */
export function startSentinel(claim: FrameClaim, listenAgain: () => void): void {
  const life = new AbortController();
  const signal = AbortSignal.any([claim.signal, life.signal]);
  const readable = isReadable(document);
  let status: PageStatus = readable ? "reading" : "unreadable";
  /** What the background has said of this page; its sieve, taken up when there is text. */
  let told: FrameSieve | null = null;
  let sieve: RunFilter | null = null;
  /** What it has of installed packs. */
  let runs = new AskedRuns("", "", false);
  const tokens = new Tokens();
  let walk: TextWalk | null = null;
  let waking = 0;
  /** Of readings that have ended. */
  const effort = { characters: 0, ms: 0, slices: 0 };

  /** What the text that was read last has come to: nothing, a name perhaps, or that there is text to ask for. */
  let outcome: "nothing" | "name" | "text" = "nothing";
  const hit = (): boolean => {
    outcome = "name";
    return true;
  };
  const sift = (text: string): boolean => {
    if (told) {
      sieve ??= takeSieve(told.sieve);
      if (meetRuns(sieve, text, tokens, hit)) return true;
      runs.sift(text, hit);
    } else if (/\S/.test(text)) outcome = "text";
    return outcome !== "nothing";
  };
  const read = (begins: boolean): boolean => {
    // While the observer is let go, nothing else tells.
    noticeNewRoot();
    if (begins) walk = new TextWalk(document, (element, name) => lateRoots.met(element, name));
    lateRoots.ask();
    outcome = "nothing";
    const start = performance.now();
    let more = true;
    while (more && outcome === "nothing" && performance.now() < start + SLICE) more = walk!.read(NODES, sift);
    effort.ms += performance.now() - start;
    effort.slices++;
    if (more && outcome === "nothing") return true;
    quiet.roots = walk!.roots;
    effort.characters += walk!.characters;
    walk = null;
    if (outcome === "nothing") void askRuns();
    else {
      quiet.stop();
      void (outcome === "name" ? bringRest() : ask());
    }
    return false;
  };
  let root = documentElementOf(document);
  /** `document.open()` has put another root in, and taken our listeners away. */
  const noticeNewRoot = () => {
    const now = documentElementOf(document);
    if (now === root) return;
    root = now;
    listenAgain();
    listen();
  };
  const stirs = () => {
    if (!alive()) claim.leave();
    noticeNewRoot();
  };
  const quiet = new QuietWatch(read, stirs, signal);
  const lateRoots = new LateShadowRoots(() => quiet.start(), signal);

  const bringRest = async () => {
    await insist(async () => {
      // What has come has taken the frame over by now, whatever the answer.
      await request("page.rest", {});
      status = "failed";
      return null;
    }, signal);
    if (!alive()) claim.leave();
    // The next change asks again.
    quiet.start();
  };
  /** Asks whether this page is to be read, and for what. */
  const ask = async () => {
    const answer = await insist(() => request("page.sieve", { address: pageAddress() }), signal);
    if (answer) take(answer);
    else if (alive()) status = "failed";
    else claim.leave();
  };
  /** Asks for what the text may have of installed packs; where that is something, it is read once more. */
  const askRuns = async () => {
    const of = runs;
    const more = await of.ask(signal);
    if (of !== runs || signal.aborted) return;
    // What could not be had is asked for with the next change.
    status = more === null ? "failed" : more ? "reading" : "marked";
    if (more) quiet.start(true);
  };
  const take = (answer: FrameSieve) => {
    clearTimeout(waking);
    if (answer.again > 0) waking = window.setTimeout(ask, Math.min(answer.again, LONGEST_WAIT));
    const turned = told !== null;
    if (told && keyOf(told) === keyOf(answer)) return;
    told = answer;
    sieve = null;
    runs = new AskedRuns(answer.telling, answer.token, false);
    status = answer.sieve === "" ? "off" : "reading";
    if (answer.sieve === "") quiet.stop();
    else quiet.start(true);
    // Frames go by the top page's address, and learn of it through the extension alone (document.ts).
    if (turned && window === window.top) void request("page.turned", {});
  };

  /** What was said may hold no longer. A frame that has not asked yet will. */
  const askAgain = () => {
    if (told) void ask();
    return null;
  };

  /** Of those on the page. */
  let listening = new AbortController();
  const listen = () => {
    listening.abort(null);
    listening = new AbortController();
    const heard = AbortSignal.any([signal, listening.signal]);
    // A page restored from the back/forward cache may have missed changes (Firefox), or an update of the extension.
    onRestored(askAgain, heard);
    watchAddress(askAgain, heard);
  };

  servePage(
    {
      "page.summary": () => ({ status, effort, entities: [], mentions: [], capped: false, cramped: false }),
      "page.jump": () => false,
      "page.command": () => false,
      "page.reread": askAgain,
      "page.check": askAgain,
      "page.leave": () => {
        claim.leave();
        return null;
      },
    },
    signal,
  );
  signal.addEventListener("abort", () => clearTimeout(waking));
  yieldOnDemand(claim, () => {
    noticeNewRoot();
    life.abort(null);
  });
  if (!readable) return;
  listen();
  quiet.start();
}

/** What a page is read for. */
const keyOf = ({ sieve, telling, token }: FrameSieve): string => [sieve, telling, token].join(" ");
