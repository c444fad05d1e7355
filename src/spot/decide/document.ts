/**
 * A document that arrives in pieces. Flows are set, replaced and deleted in any order; the mentions of every flow are
 * those of reading the whole document at once. A change costs the flows that changed and those with something in them
 * that only the page can decide.
 */

import { type Scan, scan } from "../match/match.ts";
import type { Lexicon } from "../names/lexicon.ts";
import type { Mention, Preference } from "../types.ts";
import { decide, dependsOnPage } from "./decide.ts";
import { Facts, type FlowFacts, factsOf } from "./facts.ts";

interface FlowState {
  scan: Scan;
  facts: FlowFacts;
  mentions: readonly Mention[];
}

const NONE: readonly Mention[] = [];

/** `K` names a flow; any value that works as a `Map` key. */
export class SpotDocument<K> {
  readonly #lexicons: readonly Lexicon[];
  /** Flows with anything in them; a flow without names or cues is not kept. */
  readonly #flows = new Map<K, FlowState>();
  readonly #facts = new Facts();
  /** Flows whose decisions may be out of date. */
  readonly #stale = new Set<K>();
  #factsChanged = false;
  #preferences: readonly Preference[] = [];

  /** @param lexicons whose names are spotted as if they were of one */
  constructor(...lexicons: Lexicon[]) {
    this.#lexicons = lexicons;
  }

  /**
   * Sets or replaces a flow's text. Returns whether there is anything in it that tells; if not, it is not kept.
   *
   * @param open the text may yet fall into parts: a longer name that means something else may hide one in it
   */
  set(key: K, text: string, open = false): boolean {
    this.delete(key);
    const found = scan(this.#lexicons, text);
    const { candidates, cues, decoys } = found;
    if (candidates.length === 0 && cues.length === 0 && !(open && decoys.length > 0)) return false;
    const facts = factsOf(found);
    this.#flows.set(key, { scan: found, facts, mentions: NONE });
    this.#facts.add(facts);
    this.#stale.add(key);
    if (facts.size > 0) this.#factsChanged = true;
    return true;
  }

  delete(key: K): void {
    const flow = this.#flows.get(key);
    if (!flow) return;
    this.#flows.delete(key);
    this.#facts.remove(flow.facts);
    this.#stale.delete(key);
    if (flow.facts.size > 0) this.#factsChanged = true;
  }

  /** Takes what the reader has said of the page in place of what was said before. */
  prefer(preferences: readonly Preference[]): void {
    this.#preferences = preferences;
    this.#factsChanged = true;
  }

  /**
   * Decides what is open. Returns the flows whose mentions are not what they were at the last call; flows that were
   * deleted are not among them.
   */
  settle(): K[] {
    return [...this.settling()].filter((key) => key !== undefined);
  }

  /**
   * As `settle`, one flow a step: the flow where its mentions changed, `undefined` where not. Flows may be set and
   * deleted between steps; what that opens is for the next call.
   */
  *settling(): Generator<K | undefined, void> {
    if (this.#factsChanged) {
      for (const [key, flow] of this.#flows) if (dependsOnPage(flow.scan)) this.#stale.add(key);
      this.#factsChanged = false;
    }
    for (const key of this.#stale) {
      this.#stale.delete(key);
      const flow = this.#flows.get(key)!;
      const before = flow.mentions;
      flow.mentions = decide(flow.scan, this.#facts, this.#preferences);
      yield sameMentions(flow.mentions, before) ? undefined : key;
    }
  }

  /** Where in a flow names stand, decoys among them, whatever is decided about them. */
  names(key: K): Array<{ start: number; end: number }> {
    const flow = this.#flows.get(key);
    return flow ? [...flow.scan.candidates, ...flow.scan.decoys] : [];
  }

  /** A flow's mentions as of the last `settle`, in the order of its text. */
  mentions(key: K): readonly Mention[] {
    return this.#flows.get(key)?.mentions ?? NONE;
  }
}

function sameMentions(a: readonly Mention[], b: readonly Mention[]): boolean {
  return (
    a.length === b.length &&
    a.every((mention, i) => {
      const other = b[i]!;
      return (
        mention.entity === other.entity &&
        mention.start === other.start &&
        mention.end === other.end &&
        mention.reason.code === other.reason.code &&
        mention.reason.evidence === other.reason.evidence &&
        mention.runnerUp === other.runnerUp &&
        mention.close === other.close
      );
    })
  );
}
