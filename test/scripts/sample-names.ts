/** Which entities the spotter finds in the sample paragraphs of each language. */
import { readdirSync, readFileSync } from "node:fs";
import { loadAnalysis } from "../../scripts/lib/analysis/load.ts";
import { spotText } from "../../src/spot/decide/plain-text.ts";
import { compileLexicon } from "../../src/spot/names/lexicon.ts";

const FOLDER = "assets/_locales";

export const SAMPLE_NAMES = readdirSync(FOLDER).flatMap((locale) =>
  ["optionsSampleText", "welcomeSample"].map((key): [string, () => Promise<Set<string>>] => [
    `${locale}: ${key}`,
    async () => {
      const { [key]: sample } = JSON.parse(readFileSync(`${FOLDER}/${locale}/messages.json`, "utf8"));
      const lexicon = compileLexicon(await loadAnalysis("assets/analysis"));
      return new Set(spotText(lexicon, sample.message).map(({ entity }) => entity));
    },
  ]),
);
