/**
 * Which mentions are marked, and which are listed: the reader's mentions seen through the settings, and with a reader's eyes.
 * Marked is what can be seen and would be seen as marked; of one name, where the settings say so, the first in each section.
 *
 * Example, `firstOnly`: `<h2>ISI</h2><p hidden>the ISI</p><p>the ISI, the ISI</p>` is one section; the heading is marked, the
 * hidden name and those after the heading are not. All but the hidden one are listed.
 */
import type { Mention } from "../../../spot/types.ts";
import { Visibility } from "../dom/visibility.ts";
import type { PageReader } from "../read/reader.ts";
import type { PageMention } from "../types.ts";
import type { MarkName } from "./painter.ts";

export interface MarkSettings {
  /** Whether the mention is one that is marked and listed. */
  shows(mention: Mention): boolean;
  /** Mark only the first mention of each entity in each section. */
  firstOnly: boolean;
  /** How a mention is marked. */
  highlight(mention: Mention): MarkName;
}

/** Of more mentions than this only the number is told, and each of them is not looked at closely. */
const LISTED = 500;
/** What is known of boxes is good for so many mentions; they may have moved in a pause. */
const STEP = 32;

export interface Looked {
  mention: PageMention;
  /** `null`: not asked. */
  seen: boolean | null;
  visibility: Visibility;
}

export class MarkChoice {
  readonly #reader: PageReader;
  /** `null`: nothing is marked here. */
  readonly #settings: () => MarkSettings | null;

  constructor(reader: PageReader, settings: () => MarkSettings | null) {
    this.#reader = reader;
    this.#settings = settings;
  }

  /** Mentions that the settings let through and that a reader can read, in document order, whether marked or not. */
  listed(): PageMention[] {
    const settings = this.#settings();
    const visibility = new Visibility();
    const listed: PageMention[] = [];
    for (const [mention] of settings ? this.#reader.mentions() : []) {
      if (!settings!.shows(mention.mention)) continue;
      const isListed = listed.length < LISTED ? visibility.canRead(mention) : visibility.isRendered(mention);
      if (isListed) listed.push(mention);
    }
    return listed;
  }

  /** Mentions that are marked, near the viewport or not, in document order. */
  marked(): PageMention[] {
    const settings = this.#settings();
    const marked: PageMention[] = [];
    for (const { mention, seen } of settings ? this.candidates(settings, null) : [])
      if (seen) marked.push(mention);
    return marked;
  }

  /** Whether a mention is still there, and the settings let it through. */
  isKnown(id: string): boolean {
    const mention = this.#reader.mention(id);
    return mention !== undefined && this.#settings()?.shows(mention.mention) === true;
  }

  /**
   * What the settings would have marked, with the answer whether that can be seen; `null` where nothing hangs on it. With
   * `margin`, CSS px, what is farther from the viewport counts for its entity alone.
   */
  *candidates(settings: MarkSettings, margin: number | null): Generator<Looked> {
    const marked = new Set<string>();
    let visibility = new Visibility();
    let count = 0;
    for (const [mention, section] of this.#reader.mentions()) {
      const { entity } = mention.mention;
      const key = settings.firstOnly ? `${section} ${entity}` : entity;
      const matters =
        settings.shows(mention.mention) &&
        !(
          marked.has(key) &&
          (settings.firstOnly || (margin !== null && !visibility.mayBeNear(mention, margin)))
        );
      const seen = matters ? visibility.canMark(mention) : null;
      if (seen) marked.add(key);
      yield { mention, seen, visibility };
      // Boxes may have moved during a pause.
      if (++count % STEP === 0) visibility = new Visibility();
    }
  }
}
