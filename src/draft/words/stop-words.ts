/**
 * The commonest words of each language: where a sentence begins they stand in capitals and name nothing, and how many of
 * which there are tells a text's language. Frequency lists agree on them; those here were written down by hand.
 */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: "a an the and or but nor so yet if then than that this these those there here it its he she they we you i his her their our your my him them us me who whom whose which what when where why how as at by for from in into of off on onto out over to under up with without within about above across after against along among around before behind below beneath beside between beyond during except inside near since through throughout toward towards until upon via is are was were be been being am do does did done has have had having will would can could may might must shall should not no yes all any both each every few more most much many other others another some such only own same very just also too even still already again ever never now today yesterday tomorrow once twice one two three four five six seven eight nine ten first second third last next new old many however moreover meanwhile although though because while whether unless despite instead perhaps indeed thus hence therefore according apart see",
  de: "der die das den dem des ein eine einen einem einer eines und oder aber doch denn sondern wenn weil dass ob als wie wo wer was wann warum ich du er sie es wir ihr ihnen sich mich dich uns euch mein dein sein ihre unser dieser diese dieses diesem diesen jener jede jeder jedes alle alles viele einige andere nicht kein keine keinen auch nur noch schon sehr so hier dort da nun dann immer nie in im an am auf aus bei mit nach von vom vor zu zum zur über unter durch für gegen ohne um seit bis während wegen trotz zwischen ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können muss müssen soll sollen will wollen darf",
  fr: "le la les l un une des du de d et ou mais donc or ni car si que qui quoi dont où quand comment pourquoi je tu il elle on nous vous ils elles se me te lui leur leurs mon ma mes ton ta tes son sa ses notre nos votre vos ce cet cette ces dans en sur sous avec sans pour par chez vers entre contre depuis pendant avant après à au aux ne pas plus moins très aussi encore déjà toujours jamais tout tous toute toutes autre autres même est sont était étaient sera seront a ont avait avaient être avoir fait peut doit selon ainsi alors cependant",
  es: "el la los las un una unos unas de del y e o u pero ni que quien quienes cual cuando donde como porque si no sí yo tú él ella nosotros ellos ellas se me te le les lo su sus mi mis tu tus nuestro este esta estos estas ese esa eso aquel en a al con sin por para sobre entre hasta desde hacia según durante contra es son era eran fue fueron ser está están ha han había hay más menos muy también ya todo todos toda todas otro otra otros",
  it: "il lo la i gli le un uno una di del della dei delle degli e o ma che chi cui quando dove come perché se non io tu lui lei noi voi loro si mi ti ci vi suo sua suoi sue questo questa questi queste quello in nel nella a al alla da dal con per su tra fra è sono era erano ha hanno più anche già tutto tutti altro altri",
  pt: "o a os as um uma uns umas de do da dos das e ou mas que quem quando onde como porque se não eu tu ele ela nós eles elas seu sua seus suas este esta esse essa isso em no na nos nas ao à com sem por para pelo pela sobre entre até desde é são era eram foi foram ser está há mais também já todo todos outro outra",
  nl: "de het een en of maar want dus als dan dat die dit deze er hier daar wie wat waar wanneer hoe ik jij hij zij we wij jullie ze zich mijn zijn haar hun ons onze in op aan uit bij met naar van voor over onder door tegen zonder om sinds tot is waren was wordt werd heeft hebben had niet geen ook nog al zeer meer",
  pl: "i w we na z ze do o od po za przez przed nad pod dla bez u że się nie to jest są był była było były być jak ale lub oraz który która które tym tej ten ta te tego co kto gdy już tylko także jego jej ich",
  tr: "ve bir bu şu o da de ile için gibi ama fakat ancak çünkü daha en çok ne ki mi mı olarak olan oldu var yok göre kadar sonra önce her hiç ben sen biz siz onlar",
  ru: "и в во на с со к ко о об от до по за из у не ни но а или что чтобы как когда где кто который которая которое которые это этот эта эти тот та те он она оно они мы вы я его её ее их ему им нас вас свой своя свои для при без под над через между после перед если же бы ли уже ещё еще только также был была было были быть есть будет нет все всё весь вся так там тут",
  uk: "і й в у на з із до по за від не ні але або що щоб як коли де хто який яка яке які це цей ця ці він вона воно вони ми ви я його її їх для при без під над через між після перед якщо же вже ще тільки також був була було були бути є буде немає все",
  ar: "قرب شمال جنوب شرق غرب شمالي جنوبي شرقي غربي باتجاه التابعة التابع الواقعة الواقع المعروفة المعروف أخرى آخر اخرى في من على إلى الى عن مع أن ان إن هذا هذه ذلك تلك الذي التي الذين هو هي هم كان كانت يكون قد لقد لا لم لن ما ماذا متى كيف أين كل بعض غير بعد قبل بين حتى ثم أو او و أي كما عند عندما منذ خلال حول ضد دون حيث إذا اذا لكن بل فيها فيه منها منه له لها لهم عليها عليه أما كذلك وقد وقال قال وقالت قالت أكد وأكد الى أنه انه أنها بأن بحسب وفق",
  ur: "کے کی کا کو میں سے پر نے اور ہے ہیں تھا تھی تھے یہ وہ اس ان ایک کہ جو بھی نہیں ہی تو تک گیا گئی گئے کر کرنے کیا ہو ہوا ہوئی رہا رہی رہے لیے ساتھ بعد پہلے اپنے اپنی اپنا کچھ تمام سب یا مگر لیکن جب جس جن انہوں کہا بارے دیا دی",
  fa: "و در به از که این آن را با برای است بود شد می نمی یک بر تا هم نیز اما یا هر چه چون اگر پس بین روی زیر پیش بعد همه خود او ما شما آنها آنان کرد کرده شده است‌ هستند بودند باشد گفت گفته خواهد دارد دارند بوده ولی وی داد داده دادند گرفت گرفته رفت آمد یافت خواست افزود",
  ps: "د په او چې ته له کې سره دا هغه دی ده دي يې یې نه به تر پر هم شو شوي وه و کړ کړي لپاره باندې څخه",
  hi: "के की का को में से पर ने और है हैं था थी थे यह वह इस उस एक कि जो भी नहीं ही तो तक कर करने किया हो हुआ रहा लिए साथ बाद अपने कुछ सभी या लेकिन जब",
};

const SETS = new Map(
  Object.entries(STOP_WORDS).map(([language, words]) => [language, new Set(words.split(" "))]),
);
const NONE: ReadonlySet<string> = new Set();

/** @param language a primary subtag, `en` */
export const stopWordsOf = (language: string): ReadonlySet<string> => SETS.get(language) ?? NONE;

/** The language of which most words are the commonest; of languages that share some, the one with more. */
export function likeliest(words: Iterable<string>, among: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words)
    for (const language of among)
      if (SETS.get(language)!.has(word)) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
