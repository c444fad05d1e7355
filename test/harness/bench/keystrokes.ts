/** Typing over a pack of ten thousand entities, key by key: how long each takes to find its results. */
import { indexPack } from "../../../src/pack/lookup.ts";
import { createSearch } from "../../../src/search/search.ts";
import { foldText } from "../../../src/spot/letters/fold.ts";
import { largePack, someNames } from "./names.ts";
import { median } from "./turns.ts";

/** Milliseconds: one frame. */
export const KEYSTROKE_BUDGET = 16;
const ENTITIES = 10_000;

const [name = "", other = ""] = someNames(2);
/** Right, half typed, misspelt, by the words of a claim, by words that all have, and what nothing is like. */
const TYPED = [
  name,
  other.slice(0, 6),
  name.replace(/(..)(.)(.)/, "$1$3$2"),
  `${other} tied`,
  "said to be tied",
  "xqzzyk",
];

const ROUNDS = 5;
/** For keystrokes that are too slow until then, for there may be something else going on. */
const MOST_ROUNDS = 20;

export interface KeystrokeTimes {
  keystrokes: number;
  median: number;
  slowest: number;
  /** What was typed when it was slowest. */
  slowestAt: string;
}

/** Times in milliseconds; of each keystroke the quietest round counts, for whatever else the machine does only adds. */
export function timeKeystrokes(): KeystrokeTimes {
  const source = {
    title: "",
    author: "",
    publisher: "",
    date: "2022-12",
    url: "https://example.org/",
    genre: "",
  };
  const { search } = createSearch(indexPack(largePack(ENTITIES, { source })), foldText);
  const queries = TYPED.flatMap((query) => Array.from(query, (_, end) => query.slice(0, end + 1)));
  const times = queries.map((query) => ({ query, time: Number.POSITIVE_INFINITY }));
  for (let round = 0; round < MOST_ROUNDS; round++)
    for (const each of times) {
      if (round >= ROUNDS && each.time <= KEYSTROKE_BUDGET) continue;
      const started = performance.now();
      search(each.query);
      each.time = Math.min(each.time, performance.now() - started);
    }
  const slowest = times.reduce((worst, each) => (each.time > worst.time ? each : worst));
  return {
    keystrokes: times.length,
    median: median(times.map(({ time }) => time)),
    slowest: slowest.time,
    slowestAt: slowest.query,
  };
}
