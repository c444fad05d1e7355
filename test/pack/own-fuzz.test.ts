/** Names of any kind, as storage may hold them, on the way from the settings to a page: none may stop the others. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { unfoundOf } from "../../src/options/names/own-names.ts";
import { withOwnNames } from "../../src/pack/own-names.ts";
import { parseNameText } from "../../src/settings/name-text.ts";
import { namesOn } from "../../src/settings/page/names.ts";
import { canonical, parseSettings } from "../../src/settings/parse.ts";
import { spotText } from "../../src/spot/decide/plain-text.ts";
import { compileLexicon } from "../../src/spot/names/lexicon.ts";
import { lexicon, source } from "../spot/lexicon.ts";

const HERE = "https://www.example.org/news";

const sign = fc.constantFrom(
  ..."&/()[]{}+!?#@:;.,'’-–*\\|%$<>=\"«»。、・\u0640\u200c\u200d\u3164\u0301\ud83d😀",
);
const letters = fc.constantFrom(
  "RAW",
  "let",
  "TTP",
  "al",
  "Qaeda",
  "طالبان",
  "国",
  "カ",
  "a",
  "7",
  "Éire",
  "ﬁ",
);
const name = fc.oneof(
  fc.array(fc.oneof(sign, letters, fc.constant(" ")), { maxLength: 8 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);
const anything = fc.anything({ maxDepth: 2 });
const stored = fc.record(
  {
    entity: fc.oneof({ weight: 8, arbitrary: fc.constantFrom("ttp", "daesh", "nobody") }, anything),
    text: fc.oneof({ weight: 8, arbitrary: name }, anything),
    sites: fc.oneof(fc.constant(undefined), fc.constant(["example.org"]), anything),
  },
  { requiredKeys: [] },
);

it("whatever is stored, the analysis is found as without it", () => {
  const text = "Wolfson College, Cambridge, the Tehreek-i-Taliban Pakistan and the UN Security Council";
  const expected = spotText(lexicon, text).map(({ alias }) => alias);
  expect(expected).toHaveLength(3);
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 8, arbitrary: stored }, anything), { maxLength: 6 }),
      (aliases) => {
        for (const readers of [undefined, canonical]) {
          const own = namesOn(parseSettings({ aliases }, readers).settings.aliases, HERE);
          const names = own.map((each) => each.text);
          const made = compileLexicon(withOwnNames(source, own));
          const found = spotText(made, `${names.join(" ")} — ${names.join("")}\n\n${text}`);
          expect(found.slice(-3).map(({ alias }) => alias)).toEqual(expected);
          expect(made.leftOut.every((each) => names.includes(each))).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
});

it("what the options accept is found where it stands alone", () => {
  let found = 0;
  fc.assert(
    fc.property(name, (typed) => {
      const read = parseNameText(typed);
      fc.pre(read.ok);
      if (!read.ok || unfoundOf([read.text]).length > 0) return;
      found++;
      const own = [{ entity: "ttp", text: read.text }];
      const bare = { entities: [{ ...source.entities[0]!, aliases: [] }], ambiguities: [] };
      const made = compileLexicon(withOwnNames(bare, own));
      expect(spotText(made, `They met ${read.text} there.`).map(({ alias }) => alias)).toContain(read.text);
    }),
    { numRuns: 1_000 },
  );
  expect(found).toBeGreaterThan(700);
});
