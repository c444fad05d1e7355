/**
 * Waiting for the lexicon: asked for once at a time, and again by the clock when it cannot be had. In the first moments
 * after an installation the names may not be in storage yet, and nobody awake to put them there.
 */
import type { Lexicon } from "../../../spot/names/lexicon.ts";

/** It is asked for again so often, and each time after twice as long, ms: for a minute. */
const TRIES = 7;
const FIRST_RETRY = 500;

export class LexiconRequest {
  readonly #ask: () => Promise<readonly Lexicon[] | null>;
  readonly #signal: AbortSignal;
  /** It was asked for, and could not be had: nothing can be found until it can. */
  failed = false;
  #asking = false;
  #tries = 0;
  #timer = 0;

  constructor(ask: () => Promise<readonly Lexicon[] | null>, signal: AbortSignal) {
    this.#ask = ask;
    this.#signal = signal;
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /** Hands the lexicons to `got`, or later calls `again`, which is to lead to another call. */
  async want(got: (lexicons: readonly Lexicon[]) => void, again: () => void): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    const lexicons = await this.#ask().finally(() => {
      this.#asking = false;
    });
    if (this.#signal.aborted) return;
    this.failed = lexicons === null;
    if (lexicons) got(lexicons);
    else if (this.#tries < TRIES) {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(again, FIRST_RETRY * 2 ** this.#tries++);
    }
  }
}
