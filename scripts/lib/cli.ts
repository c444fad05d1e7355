/**
 * The command line of every script. What it does not know is answered with one line and the usage, and ends it with 2: no
 * script begins its work on half of what it was told.
 */
import { parseArgs } from "node:util";
import { BROWSERS, type BrowserName } from "./browsers.ts";

// Who reads only the beginning (`| head`) wants no more.
process.stdout.on("error", () => process.exit());

/** Reads what was given for an option, `undefined` when it was left out. Throws what it takes instead. */
type Reader<T> = (given: string | undefined) => T;
/** An option is a flag, or takes what its reader reads. */
type Options = Readonly<Record<string, "flag" | Reader<unknown>>>;
type Given<O extends Options> = {
  [K in keyof O]: O[K] extends Reader<infer T> ? T : boolean;
};

/**
 * @param usage what follows `npm run`
 * @param words whether there may be words beside the options, or must
 */
export function cli<O extends Options>(
  usage: string,
  options: O,
  words: "none" | "any" | "some" = "none",
): Given<O> & { words: string[] } {
  try {
    const { values, positionals } = parseArgs({
      // A second `--` is handed on by npm.
      args: process.argv.slice(2).filter((argument) => argument !== "--"),
      options: Object.fromEntries(
        Object.entries(options).map(([name, of]) => [name, { type: of === "flag" ? "boolean" : "string" }]),
      ),
      allowPositionals: words !== "none",
    });
    if (words === "some" && positionals.length === 0) throw new Error("Nothing was named");
    const given = Object.entries(options).map(([name, of]) => {
      const value = values[name] as string | undefined;
      if (of === "flag") return [name, value === undefined ? false : value];
      try {
        return [name, of(value)];
      } catch (error) {
        throw new Error(`--${name} takes ${(error as Error).message}, not ${value}`);
      }
    });
    return { ...(Object.fromEntries(given) as Given<O>), words: positionals };
  } catch (error) {
    return refuse(usage, (error as Error).message);
  }
}

/** Ends the script: what was asked for cannot be had. */
export function refuse(usage: string, why: string): never {
  // Node explains in further sentences what one could have meant.
  console.error(`${why.split(/\.\s/)[0]!.replace(/\.$/, "")}.\nUsage: npm run ${usage}`);
  process.exit(2);
}

/** A whole number, `least` or more. */
export function whole(otherwise: number, least = 0): Reader<number> {
  return (given) => {
    if (given === undefined) return otherwise;
    const number = Number(given);
    if (!Number.isSafeInteger(number) || number < least) throw new Error(`a whole number from ${least}`);
    return number;
  };
}

/** One of these words. */
export function oneOf<T extends string, D extends T | null>(
  choices: readonly T[],
  otherwise: D,
): Reader<T | D> {
  return (given) => {
    if (given === undefined) return otherwise;
    const choice = choices.find((each) => each === given);
    if (choice === undefined) throw new Error(choices.join(" or "));
    return choice;
  };
}

/** Any text. */
export const text: Reader<string | undefined> = (given) => given;

/** The browser that was named, or all. */
export const browsers: Reader<readonly BrowserName[]> = (given) => {
  const one = oneOf(BROWSERS, null)(given);
  return one === null ? BROWSERS : [one];
};
