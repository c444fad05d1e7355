/** Words that stand beside the name of a person: titles before it, what people do behind it. */
import { foldText } from "../../spot/letters/fold.ts";

const BEFORE =
  "mr mrs ms miss dr prof professor sir dame lord lady president vice-president minister chancellor premier senator governor mayor judge justice general colonel major captain lieutenant sergeant admiral commander king queen prince princess pope bishop archbishop cardinal father sister brother imam sheikh mullah maulana ayatollah rabbi ambassador secretary attorney director chairman chairwoman chair ceo coach herr frau doktor bundeskanzler bundeskanzlerin präsident präsidentin minister ministerin general oberst könig königin papst bischof kanzler monsieur madame mme mlle docteur professeur président présidente ministre señor señora doctor doctora presidente presidenta ministro ministra rey reina signor signora professore bay sayın başkan " +
  "господин госпожа президент премьер министр генерал доктор профессор сенатор губернатор король папа патриарх директор глава";
const ARABIC_BEFORE =
  "الرئيس الوزير السيد السيدة الدكتور الدكتورة الأستاذ الجنرال العميد العقيد اللواء الملك الأمير الشيخ الناشط الناشطة المحامي الكاتب الصحفي الباحث النائب القاضي السفير البابا صدر وزیراعظم ڈاکٹر مولانا مفتی جنرل ملا سردار چوہدری پروفیسر جناب محترمہ سینیٹر جسٹس آقای خانم رئیس‌جمهور داکتر دکتر استاد ملا مولوی جنرال قاضی";
const HAN_BEHIND =
  "总统 總統 主席 总理 總理 部长 部長 先生 女士 教授 博士 将军 將軍 发言人 發言人 氏 首相 大統領 さん 議員 议员 議長 会長 社長 市長 市长 知事 監督 选手 選手";
/** "Doudna said", "erklärte Schmidt": who says something is a person, or speaks for one. */
const SAYS =
  "said says told tells wrote writes argued argues added adds explained explains asked recalled recalls insisted insists sagt sagte erklärte erklärt meint meinte betonte dit déclaré explique affirme dice dijo explicó afirma disse afferma spiega сказал сказала заявил заявила отметил отметила dedi";

const before = new Set([...BEFORE.split(" "), ...ARABIC_BEFORE.split(" ")].map(foldText));
const behind = HAN_BEHIND.split(" ").sort((a, b) => b.length - a.length);
const says = new Set(SAYS.split(" ").map(foldText));

export const isTitle = (word: string): boolean => before.has(foldText(word));
export const isSaying = (word: string): boolean => says.has(foldText(word));
/** Of Han and kana: the title that `text` begins with. */
export const titleAtStart = (text: string): string | null =>
  behind.find((one) => text.startsWith(one)) ?? null;
