/** A group's name as a figure of speech is no mention; a group of some place, time or people is one. */
import { expect, it } from "vitest";
import { loadAnalysis } from "../../scripts/lib/analysis/load.ts";
import { inRoot } from "../../scripts/lib/paths.ts";
import { spotText } from "../../src/spot/decide/plain-text.ts";
import { compileLexicon } from "../../src/spot/names/lexicon.ts";

const lexicon = compileLexicon(await loadAnalysis(inRoot("assets", "analysis")));
const groups = (text: string) =>
  spotText(lexicon, text)
    .filter(({ entity }) => entity === "afghan-taliban" || entity === "ttp")
    .map(({ entity }) => entity);

it.each([
  "My aunt is the Taliban of table linen.",
  "Critics call him the Taliban of bicycles.",
  "We have met the Taliban of the bread counter.",
  "Beware the Taliban of small print.",
  "She laughed at the Taliban of herbal tea.",
  "He has been named the Taliban of lawn edges.",
  "Here come the Taliban of the comma splice.",
  "Méfiez-vous des talibans du gluten.",
  "C'est un taliban de la ponctuation.",
  "Les talibans du vélo m'ont sermonné.",
  "Il parle comme un taliban des fromages.",
  "Los talibanes del ajo no perdonan.",
  "Es un talibán de la ortografía.",
  "Son los talibanes del bricolaje.",
  "Hay talibanes del café en cada oficina.",
  "Er ist der Taliban des Bügeleisens.",
  "Die Taliban der Gartenzwerge tagen wieder.",
  "Sie nennt ihn den Taliban der Fußnote.",
  "Das sind die Taliban des Leitungswassers.",
  "वह चाय का तालिबान है।",
  "मेरा भाई सफाई का तालिबान था।",
  "彼女は整理整頓のタリバンだ。",
  "父は箸使いのタリバンである。",
  "Он талибан грамматики.",
])("no mention: %s", (text) => {
  expect(groups(text)).toEqual([]);
});

it.each([
  "She accused the Taliban of torture.",
  "The envoy reminded the Taliban of their promises.",
  "The court cleared the Taliban of the charge.",
  "The Taliban of the north split.",
  "The Taliban of yesterday are ministers.",
  "He fears the Taliban of the villages.",
  "They want to rid the Taliban of informers.",
  "The Taliban of northern Helmand surrendered.",
  "The Taliban of old burned films.",
  "We met the Taliban of the valley.",
  "Il accuse les talibans de torture.",
  "Les talibans du sud ont refusé.",
  "Il exige des talibans des garanties.",
  "Les talibans de la frontière ont tiré.",
  "Elle se méfie des talibans de demain.",
  "Acusó a los talibanes de crímenes.",
  "Los talibanes del norte cedieron.",
  "Exigió a los talibanes de inmediato una respuesta.",
  "Los talibanes de la capital callan.",
  "Die Taliban der Provinz ergaben sich.",
  "Die Taliban der ersten Generation sind alt.",
  "Er beschuldigte die Taliban der Folter.",
  "Die Taliban des Nordens schweigen.",
  "बातचीत का तालिबान ने स्वागत किया।",
  "समझौते का तालिबान पर असर पड़ा।",
  "米国のタリバン政策が変わった。",
  "首都のタリバンは沈黙した。",
  "The Taliban, of course, denied it.",
  "The head of the Taliban of that period is dead.",
  "The Taliban of the madrasas still follow him.",
])("a mention: %s", (text) => {
  expect(groups(text)).toHaveLength(1);
});

it("is a mention where the page speaks of the group", () => {
  const text = "The Taliban of table linen.";
  expect(groups(text)).toEqual([]);
  expect(groups(`${text}\n\nThe Taliban's acting foreign minister spoke in Kabul.`)).toHaveLength(2);
});

it.each<[string, string[]]>([
  ["The TTP said it had lost touch with its Taliban in Bajaur.", ["ttp", "ttp"]],
  ["The TTP thanked its Taliban hosts.", ["ttp", "afghan-taliban"]],
  ["The TTP said that the Taliban had not kept their word.", ["ttp", "afghan-taliban"]],
  ["Its Taliban past, the TTP said, was no secret.", ["afghan-taliban", "ttp"]],
  ["Le TTP a pleuré ses talibans.", ["ttp", "ttp"]],
  ["Le TTP a pleuré ses hôtes talibans.", ["ttp", "afghan-taliban"]],
  ["Die TTP begrub ihre Taliban.", ["ttp", "ttp"]],
  ["Die TTP begrub die Taliban.", ["ttp", "afghan-taliban"]],
  ["ТТП похоронила своих талибов.", ["ttp", "ttp"]],
  ["ТТП осудила талибов.", ["ttp", "afghan-taliban"]],
  ["टीटीपी ने अपने तालिबान को दफनाया।", ["ttp", "ttp"]],
  ["ټي ټي پي خپل طالبان ښخ کړل.", ["ttp", "ttp"]],
])("whose men they are, where the sentence says it: %s", (text, expected) => {
  expect(groups(text)).toEqual(expected);
});

it.each([
  "There are two Talibans.",
  "Both Taliban movements trace their schools to the same town.",
  "Beide Taliban-Bewegungen haben dieselben Lehrer.",
  "Les deux mouvements talibans ont le même drapeau.",
  "Los dos movimientos talibanes comparten maestros.",
  "Оба «Талибана» вышли из одних школ.",
  "İki Taliban hareketi de aynı okullardan çıktı.",
  "دونوں طالبان تحریکیں ایک ہی مدرسوں سے نکلی ہیں۔",
  "حركتا طالبان خرجتا من المدارس نفسها.",
  "هر دو جنبش طالبان از همان مدرسه‌ها برخاسته‌اند.",
  "د طالبانو دواړه غورځنګونه له یوې مدرسې راوتلي دي.",
  "दोनों तालिबान संगठन एक ही मदरसों से निकले हैं।",
  "两个塔利班运动出自同一批宗教学校。",
  "二つのタリバンは同じ神学校から生まれた。",
])("a number that counts the two is no name of either: %s", (text) => {
  expect(groups(text)).toEqual([]);
});

it.each([
  "Two Taliban ministers flew to Doha.",
  "Both Taliban officials denied it.",
  "Two Taliban groups clashed in Zabul.",
  "Zwei Taliban bewachten das Tor.",
  "Deux talibans gardaient la porte.",
  "Dos talibanes vigilaban la puerta.",
  "Двое талибов стояли у ворот.",
  "İki Taliban bakanı geldi.",
  "دو طالبان وزرا نے استعفیٰ دیا۔",
  "د طالبانو دوه وزیران راغلل.",
  "दो तालिबान मंत्री आए।",
  "两名塔利班部长访问了北京。",
])("one that counts its people is: %s", (text) => {
  expect(groups(text)).toEqual(["afghan-taliban"]);
});

it.each<[string, string[]]>([
  ["The Taliban opened a consulate in Karachi.", ["afghan-taliban"]],
  ["The Taliban claimed the attack on a police station in Karachi.", ["ttp"]],
  ["Los talibanes se atribuyeron el ataque a una comisaría de Karachi.", ["ttp"]],
  ["Les talibans ont revendiqué l'attaque d'un commissariat de Lahore.", ["ttp"]],
  ["Die Taliban bekannten sich zum Angriff auf eine Wache in Karatschi.", ["ttp"]],
])("a Pakistani city, and what a state has abroad: %s", (text, expected) => {
  expect(groups(text)).toEqual(expected);
});
