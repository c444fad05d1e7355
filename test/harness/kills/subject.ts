/** What is written while a browser is killed: settings (lanes.ts), packs (packs.ts). */
import type { Page } from "puppeteer-core";

/** Changes without end, one after the other; several lanes go on at once, as from several windows. */
export interface Lane<Change, Found> {
  name: string;
  /** The change by which the lane goes from `done` changes to one more. */
  next(done: number): Change;
  /** Whether what was found is that after `done` changes of this lane. */
  holds(found: Found, done: number): boolean;
}

export interface Subject<Change, Found> {
  lanes: ReadonlyArray<Lane<Change, Found>>;
  /** Once, before the first kill. @param page of the extension */
  prepare(page: Page): Promise<void>;
  /** "" where it was made; why not; or `null` where nobody has answered. */
  ask(page: Page, change: Change): Promise<string | null>;
  /** What is stored; `null` where that cannot be read. `flaws`: what should not be, with the lanes so far. */
  read(page: Page): Promise<{ found: Found | null; flaws(done: readonly number[]): string[] }>;
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
