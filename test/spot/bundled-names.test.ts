/** Names of the bundled analysis that were missed, or marked where something else was meant: each must hold by itself. */
import { describe, expect, it } from "vitest";
import { loadAnalysis } from "../../scripts/lib/analysis/load.ts";
import { inRoot } from "../../scripts/lib/paths.ts";
import { spotText } from "../../src/spot/decide/plain-text.ts";
import { Tokens } from "../../src/spot/match/tokens.ts";
import { compileLexicon } from "../../src/spot/names/lexicon.ts";
import { chooseRuns } from "../../src/spot/sieve/choose.ts";
import { meetRuns } from "../../src/spot/sieve/filter.ts";
import { makeFilter } from "../../src/spot/sieve/make-filter.ts";
import { storeSieve, takeSieve } from "../../src/spot/sieve/stored-sieve.ts";

const analysis = await loadAnalysis(inRoot("assets", "analysis"));
const lexicon = compileLexicon(analysis);
/** `entity: text` of every mention, places apart, which have to be asked for. */
const found = (text: string): string[] =>
  spotText(lexicon, text)
    .filter(({ entity }) => !["afghanistan", "kabul", "pakistan", "swat", "waziristan"].includes(entity))
    .map(({ entity, start, end }) => `${entity}: ${text.slice(start, end)}`);

describe("a name that is found", () => {
  it.each([
    [
      "Pakistan says the Afghan Taliban must act. The Kabul administration has not answered.",
      ["afghan-taliban: Afghan Taliban", "afghan-taliban: Kabul administration"],
    ],
    [
      "The interim Afghan government denied it; the Taliban spokesman in Kabul, Zabihullah Mujahid, said so.",
      ["afghan-taliban: interim Afghan government", "afghan-taliban: Taliban"],
    ],
    [
      "Афганские талибы молчат, кабульские власти тоже.",
      ["afghan-taliban: Афганские талибы", "afghan-taliban: кабульские власти"],
    ],
    [
      "阿富汗塔利班说，阿富汗看守政府不知情。",
      ["afghan-taliban: 阿富汗塔利班", "afghan-taliban: 阿富汗看守政府"],
    ],
    [
      "Zahid Hussain, a journalist, wrote Frontline Pakistan and The Scorpion's tail.",
      [
        "zahid-hussain: Zahid Hussain",
        "frontline-pakistan: Frontline Pakistan",
        "the-scorpions-tail: The Scorpion's tail",
      ],
    ],
    [
      "ISPR said eleven khwarij of Fitna-e-Khawarij were killed in North Waziristan.",
      ["pakistan-security-forces: ISPR", "ttp: khwarij", "ttp: Fitna-e-Khawarij"],
    ],
    [
      "Daesh Khurasan and Islamic State-K are one group.",
      ["daesh: Daesh Khurasan", "daesh: Islamic State-K"],
    ],
    ["Ответственность взяла ИГ-К.", ["daesh: ИГ-К"]],
    ["काबुल में पाकिस्तान का दूतावास बंद रहा।", ["pakistan-embassy-kabul: काबुल में पाकिस्तान का दूतावास"]],
    [
      "Pakistani police and Pakistan's paramilitary cordoned it off.",
      ["pakistan-security-forces: Pakistani police", "pakistan-security-forces: Pakistan's paramilitary"],
    ],
    ["巴基斯坦总理说，巴政府将与塔利班谈判。", ["pakistan-government: 巴政府", "afghan-taliban: 塔利班"]],
    ["Officials linked him to Qaida, Osama bin Laden's network.", ["al-qaeda: Qaida"]],
  ])("%s", (text, mentions) => {
    expect(found(text)).toEqual(mentions);
  });
});

describe("a text that means something else", () => {
  it.each([
    "Noorani Qaida classes for children begin on Monday.",
    "The Qaida course teaches the Arabic alphabet; bring your Qaida to each lesson.",
    "Al-Qaidah An-Noraniah is a primer for reading the Quran.",
    "يبدأ الأطفال بتعلم القاعدة النورانية قبل حفظ القرآن.",
    "巴西总统访问阿根廷，巴政府宣布，巴驻阿使馆将扩建。",
    "加沙地带的巴安全部队与以色列军队对峙。",
    "目前部落地区的学校已经开学。",
    "The Kharijites, or Khawarij, fought Ali ibn Abi Talib at Nahrawan.",
    "The de facto authorities of the breakaway region held a vote.",
    "Put plasters into the FAK before you go hiking.",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

/** For such a text, names and marker come into a page that has none of ours. */
describe("a text of ordinary news, which the sieve keeps back", () => {
  const entities = analysis.entities.filter(({ kind }) => kind !== "place");
  const sieve = takeSieve(storeSieve(makeFilter(chooseRuns({ ...analysis, entities }))));
  it.each([
    "The federal government and a former government minister disagree about the interim government’s budget.",
    "Security forces and military personnel were sent to the border; a security official spoke for the armed forces.",
    "An officer of the land forces, two border guards and the diplomatic mission’s driver were honoured.",
    "The caretaker government asked ground forces and paramilitary troops to help after the flood.",
  ])("%s", (text) => {
    expect(meetRuns(sieve, text, new Tokens(), () => true)).toBe(false);
  });
});
