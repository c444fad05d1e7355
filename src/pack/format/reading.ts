/** A reading of a file: where it is, and what is wrong so far. */
import type { Fault } from "../../settings/change/faults.ts";
import { shortFault } from "../../settings/file/place.ts";
import type { Path } from "../../settings/untrusted.ts";
import { between, type Steps } from "../steps.ts";
import { MOST_PROBLEMS } from "./limits.ts";

/** So many items of a long list are read in a step. */
const STEP = 250;

export interface LocatedFault {
  path: Path;
  fault: Fault;
}

export class Reading {
  /** What is told of, no more than `MOST_PROBLEMS`. */
  readonly problems: LocatedFault[] = [];
  /** How many more there are. */
  more = 0;
  /** The way to the value that is being read. */
  readonly #path: (string | number)[] = [];
  readonly #lists: Array<() => Steps<void>> = [];

  /** @param below the way on from the value that is being read */
  tell(fault: Fault, ...below: Path): undefined {
    // The choices that there are stand there in full; what stands in any other place may be the file's.
    const told = fault[0] === "faultOneOf" ? fault : shortFault(fault);
    if (this.problems.length < MOST_PROBLEMS)
      this.problems.push({ path: [...this.#path, ...below], fault: told });
    else this.more++;
  }

  /** Reads what lies one step down the way. */
  below<T>(step: string | number, read: () => T): T {
    this.#path.push(step);
    const value = read();
    this.#path.pop();
    return value;
  }

  /** Has a list read when all else has been: what `made` is to hold is put into it then. */
  later<T>(items: readonly unknown[], read: Read<T>, made: (T | undefined)[]): void {
    const path = [...this.#path];
    this.#lists.push(() => this.#readList(path, items, read, made));
  }

  /** Reads what was left for later, in the order in which it was. */
  *rest(): Steps<void> {
    const lists = this.#lists.splice(0);
    for (const [i, list] of lists.entries()) yield* between(i / lists.length, (i + 1) / lists.length, list());
  }

  *#readList<T>(path: Path, items: readonly unknown[], read: Read<T>, made: (T | undefined)[]): Steps<void> {
    this.#path.push(...path);
    for (const [i, item] of items.entries()) {
      made.push(this.below(i, () => read(item, this)));
      if (i % STEP === STEP - 1) yield (i + 1) / items.length;
    }
    this.#path.length = 0;
  }

  get sound(): boolean {
    return this.problems.length === 0;
  }
}

/** Reads a value of a file; `undefined` where something is wrong with it, which it has told. What comes out is new. */
export type Read<T> = (value: unknown, at: Reading) => T | undefined;
