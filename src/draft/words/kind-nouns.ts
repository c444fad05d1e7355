/**
 * Words in names, and beside them, that tell what kind of thing is named: "University", "партия", "حركة", "公司". Written down by
 * hand, in the languages in which names are spotted; a name without one of them has no kind until an editor says it.
 */
import type { EntityKind } from "../../pack/types.ts";
import { foldText } from "../../spot/letters/fold.ts";

type KindWords = Readonly<Partial<Record<EntityKind, string>>>;

/** Latin script, any language: they differ too little to be kept apart. */
const LATIN: KindWords = {
  institution:
    "government regime embassy university college school academy institute institution centre center laboratory laboratories lab council ministry department office agency authority commission committee court tribunal parliament assembly senate congress bank fund foundation trust society association organization organisation union federation company corporation corp inc ltd llc gmbh group holdings partners ventures therapeutics airlines museum library archive archives gallery theatre theater hospital clinic cathedral consulate police military service services bureau board registry observatory press times post journal gazette herald tribune guardian news newspaper magazine radio television broadcasting network station programme program alliance conference secretariat treasury administration directorate consortium cooperative chamber " +
    "universität hochschule schule akademie institut zentrum ministerium amt behörde gericht bundestag bundesrat parlament stiftung gesellschaft verband verein bund bank museum bibliothek archiv theater krankenhaus kirche botschaft polizei zeitung rundfunk verlag kommission ausschuss programm entwicklungsprogramm vereinte vereinten forum " +
    "université école académie institut centre conseil ministère département agence autorité commission comité cour parlement assemblée sénat banque fonds fondation société association organisation fédération compagnie musée bibliothèque hôpital église ambassade " +
    "universidad escuela academia instituto consejo ministerio departamento agencia autoridad comisión comité corte tribunal parlamento asamblea senado banco fondo fundación sociedad asociación organización unión federación compañía museo biblioteca embajada " +
    "università scuola accademia istituto consiglio ministero agenzia autorità commissione comitato corte parlamento banca fondo fondazione società associazione organizzazione ambasciata universidade escola conselho ministério fundação " +
    "üniversitesi bakanlığı merkezi kurulu bankası vakfı derneği müzesi universiteit ministerie uniwersytet ministerstwo",
  group:
    "party movement front army brigade brigades militia battalion regiment corps guard guards force forces club band team orchestra choir ensemble faction league legion resistance rebels insurgents taliban coalition cell gang cartel tribe clan brotherhood partei bewegung armee brigade miliz chor orchester parti mouvement armée milice partido movimiento ejército frente partito esercito hareketi partisi tehreek lashkar jaish jamaat jamiat hizb harakat tanzim",
  place:
    "river lake mount mountain mountains street road avenue square park island islands valley city town village county district province region state republic kingdom sea ocean bay gulf strait bridge harbour harbor port airport forest desert peninsula coast quarter canal creek  fluss see berg straße strasse platz insel tal stadt dorf kreis provinz republik königreich meer rivière lac mont rue île vallée ville province république mer río lago monte calle isla valle ciudad provincia república mar fiume via isola città",
  work: "report act treaty convention declaration protocol constitution bible quran symphony opera chronicle chronicles saga manifesto encyclopedia encyclopaedia",
};

/** Cyrillic, without endings: Russian and Ukrainian inflect them. */
const CYRILLIC: KindWords = {
  institution:
    "университет институт академ школ центр совет министерств ведомств агентств комитет комисси суд парламент дум банк фонд организаци союз федераци компани корпораци музе библиотек театр больниц церк посольств полици служб газет журнал радио обществ ассоциаци управлени",
  group: "парти движени фронт арми бригад отряд батальон полк групп группировк клуб хор оркестр сил лиг",
  place:
    "рек озер гор улиц площад остров долин город сел деревн район област провинци республик мор залив край",
};

/** Arabic script; names begin with them (Arabic, Persian, Urdu, Pashto). */
const ARABIC: KindWords = {
  institution:
    "جامعة جامعه كلية معهد مركز مدرسة أكاديمية وزارة مجلس هيئة لجنة لجان محكمة برلمان بنك مصرف صندوق مؤسسة منظمة اتحاد شركة متحف مكتبة مستشفى كنيسة سفارة شرطة جهاز إدارة صحيفة جريدة مجلة قناة إذاعة وكالة مرصد ائتلاف نقابة رابطة جمعية دار شبكة " +
    "دانشگاه پوهنتون مرکز وزارت شورای سازمان بانک اداره موسسه کمیته کمیسیون سفارت روزنامه پارلمان ادارہ مجلس جامعہ وزارتِ سفارتخانہ روزنامہ مدرسہ کمیٹی بورڈ",
  group:
    "حركة حزب جماعة تنظيم جبهة جيش لواء كتيبة كتائب فصيل فصائل قوات ميليشيا وحدات سرايا حلف تيار تحالف طائفة قبيلة فرقة جنبش گروه ارتش نیروهای تحریک جماعت تنظیم لشکر جیش سپاہ حزب اتحاد جبهه",
  place:
    "مدينة محافظة بلدة منطقة قرية ولاية جزيرة نهر جبل بحر وادي ميناء مطار شارع حي إقليم جمهورية مملكة ولایت شهر ولسوالی استان دریای رود کوه ضلع صوبہ شہر دریائے وادی گاؤں جزیرہ علاقہ",
  work: "كتاب رواية فيلم مجلة تقرير معاهدة کتاب فیلم رمان",
};

/** Arabic script; names end with them (Urdu above all). */
const ARABIC_BEHIND: KindWords = {
  institution:
    "یونیورسٹی کالج انسٹیٹیوٹ سینٹر سنٹر کونسل کمیشن کورٹ بینک ٹرسٹ فاؤنڈیشن میوزیم اسکول ہسپتال عدالت پارلیمان",
  group: "پارٹی لیگ موومنٹ فورس فوج گروپ محاذ کلب",
  place: "جھیل پہاڑ ریاست آباد",
};

/** Han and kana; names end with them. */
const HAN: KindWords = {
  institution:
    "大学 大學 学院 學院 学校 學校 研究所 研究院 研究中心 中心 センター 委员会 委員會 委員会 理事会 理事會 议会 議會 議会 国会 國會 法院 裁判所 银行 銀行 公司 株式会社 会社 集团 集團 グループ 基金会 基金會 財団 协会 協會 協会 联盟 聯盟 連盟 组织 組織 机构 機構 博物馆 博物館 图书馆 圖書館 図書館 医院 醫院 病院 大使馆 大使館 警察 警察局 报 报社 日报 日報 新聞 通讯社 通訊社 通信社 电视台 電視台 テレビ 外交部 国防部 國防部 卫生部 衛生部 財務省 外務省 防衛省 内閣 政府 法庭 安理会 安理會",
  group: "党 黨 军 軍 部队 部隊 阵线 陣線 戦線 运动 運動 派 团 團 楽団 武装 武裝 塔利班 乐队 樂隊 合唱团",
  place: "省 市 县 縣 県 区 區 町 村 州 岛 島 山 河 川 江 湖 海 湾 灣 街 路 国 國 自治区",
  work: "条约 條約 条約 宪法 憲法 协定 協定 报告 報告",
};

/** Endings of German compounds: "Gates-Stiftung", "Weltwirtschaftsforum". */
const GERMAN_ENDINGS =
  /(?:stiftung|forum|ministerium|partei|bank|verband|verein|universität|hochschule|gericht|gerichtshof|behörde|bundesamt|institut|zentrum|programm|gesellschaft|kommission|rundfunk|zeitung|museum|bewegung|agentur|bund|union|organisation)$/iu;

const byFold = (words: KindWords): ReadonlyMap<string, EntityKind> =>
  new Map(
    Object.entries(words).flatMap(([kind, list]) =>
      list.split(" ").map((word) => [foldText(word), kind as EntityKind] as const),
    ),
  );
const latin = byFold(LATIN);
const cyrillic = [...byFold(CYRILLIC)].sort((a, b) => b[0].length - a[0].length);
const arabic = byFold(ARABIC);
const arabicBehind = byFold(ARABIC_BEHIND);
const han = [...byFold(HAN)].sort((a, b) => b[0].length - a[0].length);

/** The kind that a word of a name tells; of Latin and Cyrillic script. */
export function kindOfWord(word: string): EntityKind | null {
  const folded = foldText(word);
  const known = latin.get(folded);
  if (known) return known;
  if (/^\p{Script=Cyrillic}/u.test(folded)) {
    const stem = cyrillic.find(([one]) => folded.startsWith(one) && folded.length - one.length <= 4);
    return stem ? stem[1] : null;
  }
  // "Gates-Stiftung" folds to two words, of which the last is known already.
  const last = folded.split(" ").at(-1)!;
  if (last !== folded && latin.has(last)) return latin.get(last)!;
  return /^\p{Lu}\p{Ll}{3,}/u.test(word) && GERMAN_ENDINGS.test(word) && word.length > 8
    ? "institution"
    : null;
}

/** Of Arabic script: the kind of what is named behind this word; the article (ال) and a conjunction before it not counted. */
export function kindBehindArabic(word: string): EntityKind | null {
  const folded = foldText(word);
  for (const form of [folded, folded.replace(/^[وفبل]?(?:ال|لل)/, ""), folded.replace(/^[وفبل]/, "")])
    if (form.length > 1 && arabic.has(form)) return arabic.get(form)!;
  return null;
}

/** Of Arabic script: the kind of what is named before this word. */
export const kindBeforeArabic = (word: string): EntityKind | null => arabicBehind.get(foldText(word)) ?? null;

/** Of Han and kana: what a name ends with, as "大学" of "东京大学", and its kind. */
export function kindOfHanEnd(name: string): { kind: EntityKind; end: string } | null {
  for (const [end, kind] of han) if (name.length > end.length && name.endsWith(end)) return { kind, end };
  return null;
}
