/**
 * Whether a name is also an everyday word, so that it says nothing when read alone: "State", "Church", "Broad". The article itself
 * tells most of them, for it writes them in small letters elsewhere; some common ones are written down here.
 */
import { foldText } from "../../spot/letters/fold.ts";

const COMMON =
  "state states government army police court church party union council house bank board office company group people president minister king queen city town country world war peace west east north south western eastern northern southern central national international internet media press news report book best big broad common general great high home human image images labor labour law life light local long main market men women modern money new old open order part power public right rights school science second section security service social special standard system team technology time times top trade university water week will work year years english french german spanish chinese arabic american european asian african british russian christian muslim jewish islamic catholic protestant facebook twitter email web website online credit source photo video share comments subscribe tagged click read menu search advertisement copyright newsletter " +
  "staat regierung armee polizei gericht kirche partei union rat haus bank leute welt krieg frieden westen osten norden süden menschen jahr jahre tag tage zeit woche land länder stadt frau frauen mann männer kinder teil ende anfang frage fragen problem thema beispiel grund weg leben arbeit geld recht macht politik wirtschaft gesellschaft artikel autor quelle bild foto video kommentar anzeige " +
  "état gouvernement armée police église parti conseil monde guerre paix ouest est nord sud pays ville estado gobierno ejército policía iglesia partido consejo mundo guerra paz oeste este norte sur país ciudad " +
  "حکومت پولیس عدالت فوج وزیر وزیراعظم صدر انتظامیہ اپوزیشن عوام ملزم ماہرین دولت پلیس ارتش دادگاه رئیس‌جمهور وزیر مردم کارشناسان";
/** Letters in capitals that name no one: "CEO", "DVD", "III". */
const COMMON_LETTERS =
  "am pm ad bc bce ce ceo cfo cto tv dvd cd pdf url http https html css faq diy ok id ids pr hr it ai pc phd md ba ma bsc msc vip q&a gdp usd eur gbp kg km cm mm mph hz khz mhz ghz dna rna hiv aids co2 ii iii iv vi vii viii ix xi xii xiii xiv xv xx xxi i-e e-g isbn issn doi rss api usb gps sms atm etc bzw usw ggf kfz lkw pkw gmbh";

const common = new Set([...COMMON.split(" "), ...COMMON_LETTERS.split(" ")].map(foldText));

/** Whether every word of it is. */
export function isCommon(name: string): boolean {
  return foldText(name.replace(/(\p{Lu})s$/u, "$1"))
    .split(" ")
    .every((word) => common.has(word) || /^\d*$/.test(word));
}
