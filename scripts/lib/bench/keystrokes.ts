/** Typing over a pack of ten thousand entities, key by key: how long each takes to find its results. */
import { indexPack } from "../../../src/pack/lookup.ts";
import type { Entity } from "../../../src/pack/types.ts";
import { createSearch } from "../../../src/search/search.ts";
import { foldText } from "../../../src/spot/fold.ts";

/** Milliseconds: one frame. */
export const KEYSTROKE_BUDGET = 16;

const ENTITIES = 10_000;
const SYLLABLES = ["ka", "bu", "ri", "ta", "len", "mor", "shi", "dar", "wa", "zir"];

/** Right, half typed, misspelt, and by the words of a claim. */
const TYPED = ["burikatalen front", "movment of shitabu", "taked the rivr", "zirwadar"];

export interface KeystrokeTimes {
  keystrokes: number;
  median: number;
  slowest: number;
}

/** Times in milliseconds, after one round to warm up, as a popup's first letters are. */
export function timeKeystrokes(): KeystrokeTimes {
  const { search } = createSearch(indexPack(bigPack()), foldText);
  const round = () =>
    TYPED.flatMap((query) =>
      Array.from(query, (_, end) => {
        const started = performance.now();
        search(query.slice(0, end + 1));
        return performance.now() - started;
      }),
    );
  round();
  const times = round().sort((a, b) => a - b);
  return { keystrokes: times.length, median: times[times.length >> 1]!, slowest: times.at(-1)! };
}

export function bigPack() {
  const name = (n: number) => [...String(n + ENTITIES)].map((digit) => SYLLABLES[Number(digit)]).join("");
  const entities = Array.from(
    { length: ENTITIES },
    (_, n): Entity => ({
      id: `e${n}`,
      kind: "group",
      name: `${name(n)} Front`,
      names: [],
      summary: "",
      aliases: [{ text: `Movement of ${name((n * 7 + 3) % ENTITIES)}`, lang: "en" }],
      decoys: [],
      cues: { for: [], against: [] },
      claims: [
        {
          id: `e${n}-c`,
          text: `It took the river at ${name((n * 13) % ENTITIES)}.`,
          stance: "reported",
          by: "x",
          passages: [],
        },
      ],
      notSameAs: [],
    }),
  );
  return {
    format: 1 as const,
    id: "big",
    source: { title: "", author: "", publisher: "", date: "2022-12", url: "https://example.org/", genre: "" },
    passages: [],
    entities,
    relations: [],
    events: [],
    ambiguities: [],
  };
}
