/** A reading of a file: where it is, and what is wrong so far. */
import type { Fault } from "../../settings/change/faults.ts";
import { shortFault } from "../../settings/file/place.ts";
import type { Path } from "../../settings/untrusted.ts";
import { MOST_PROBLEMS } from "./limits.ts";

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

  get sound(): boolean {
    return this.problems.length === 0;
  }
}

/** Reads a value of a file; `undefined` where something is wrong with it, which it has told. What comes out is new. */
export type Read<T> = (value: unknown, at: Reading) => T | undefined;
