/**
 * Which runs of words of installed packs a frame's text may have. The frame is told of the runs' telling parts alone, by a filter
 * that is small however large the packs are; what its text has of these it asks the background for, once, and is answered with
 * the runs that are behind them: "stimson" has it told of "stimson center", and of nothing else.
 */
import { Tokens } from "../../spot/match/tokens.ts";
import { meetRuns, type RunFilter } from "../../spot/sieve/filter.ts";
import { takeSieve } from "../../spot/sieve/stored-sieve.ts";
import { meetTelling } from "../../spot/sieve/telling.ts";
import { alive, RETRIES, request } from "../extension/client.ts";
import { pageAddress } from "../page/dom/document.ts";

/** So many keys go in one request. */
export const MOST_KEYS = 10_000;

export class AskedRuns {
  readonly #filter: RunFilter | null;
  readonly #token: string;
  readonly #asks: boolean;
  readonly #tokens = new Tokens();
  /** Keys of parts that the text has, and that have not been answered yet. */
  readonly #open = new Set<number>();
  readonly #answered = new Set<number>();
  /** Those that there are runs for, and the runs of all of them. */
  readonly #found: number[] = [];
  #runs: RunFilter | null = null;
  #asking: Promise<boolean | null> = Promise.resolve(false);

  /**
   * @param telling as `FrameSieve.telling`, for the packs of `token`
   * @param asks as `page.runs` has it
   */
  constructor(telling: string, token: string, asks: boolean) {
    this.#filter = telling === "" ? null : takeSieve(telling);
    this.#token = token;
    this.#asks = asks;
  }

  /**
   * Notes what the text has. Answers whether that is still to be asked for: then the text may have more runs than are known.
   *
   * @param met told of each known run that the text may have, by its key, until it answers that this is enough
   */
  sift(text: string, met: (key: number) => boolean): boolean {
    let isOpen = false;
    if (this.#filter)
      meetTelling(this.#filter, text, this.#tokens, (key) => {
        if (this.#answered.has(key)) return;
        this.#open.add(key);
        isOpen = true;
      });
    if (this.#runs) meetRuns(this.#runs, text, this.#tokens, met);
    return isOpen;
  }

  /**
   * Asks for what is open. Answers whether more runs are known than before; `null` where the background could not be asked, or
   * other packs are in use by now, of which the frame hears otherwise. One after the other; never rejects.
   */
  ask(signal: AbortSignal): Promise<boolean | null> {
    this.#asking = this.#asking.then(() => this.#ask(signal));
    return this.#asking;
  }

  async #ask(signal: AbortSignal): Promise<boolean | null> {
    const before = this.#runs;
    while (this.#open.size > 0) {
      const keys = [...this.#open].slice(0, MOST_KEYS);
      const asked = { address: pageAddress(), keys, known: this.#found, asks: this.#asks };
      const answer = await insist(() => request("page.runs", asked), signal);
      if (answer?.token !== this.#token) return null;
      for (const key of keys) {
        this.#open.delete(key);
        this.#answered.add(key);
      }
      if (answer.sieve === "") continue;
      this.#found.push(...answer.keys);
      this.#runs = takeSieve(answer.sieve);
    }
    return this.#runs !== before;
  }
}

/** Asks until there is an answer, some times; `null` where there is none, or nobody to ask any more. */
export async function insist<T>(ask: () => Promise<T | null>, signal: AbortSignal): Promise<T | null> {
  for (const wait of [...RETRIES, 0]) {
    const answer = await ask();
    if (signal.aborted) return null;
    if (answer || !alive()) return answer;
    await new Promise((over) => setTimeout(over, wait));
  }
  return null;
}
