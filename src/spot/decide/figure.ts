/**
 * A group's name as a figure of speech: "the Taliban of hedges". What follows "of" is a common noun, and no place, people or
 * time, which a real group may be of: "the Taliban of the south", "of today". A verb that takes "of" by itself is none:
 * "accused the Taliban of torture", "acusó a los talibanes de borrar a las mujeres". To be asked only where nothing else
 * speaks for the name: in the news of a group words stand around it that do.
 */
import type { Hit } from "../match/hit.ts";

/** Behind the name: the word of belonging, an article, and the noun. Of German, every noun has a capital. */
const OF_NOUN = [
  /^\s(?:of)\s(?:the\s|our\s|your\s|my\s|his\s|her\s|their\s)?(?<noun>\p{Ll}[\p{L}’'-]*)/u,
  /^\s(?:de\sla\s|de\sl['’]|du\s|des\s|de\s|d['’])(?<noun>\p{Ll}[\p{L}-]*)/u,
  /^\s(?:del?)\s(?:la\s|los\s|las\s|el\s)?(?<noun>\p{Ll}[\p{L}-]*)/u,
  /^\s(?:der|des)\s(?<noun>\p{L}[\p{L}-]*)/u,
] as const;

/** Right before it: "estilo talibán de" is an adjective. */
const DETERMINER =
  /(?:^|[^\p{L}])(?:the|an?|des|our|my|your|these|those|this|les?|une?|ces|nos|vos|aux|los|las|una?|unos|unas|esos|estos|al|die|der|den|dem|diese[nr]?|eine?[nmr]?|als|zum)\s["“«„]?$/iu;
/** Places, times and people that a group may be of; beginnings of words. */
const REAL = new RegExp(
  `^(?:${[
    "today|yesterday|old|then|now|tomorrow|past|present|north|south|east|west|central|rural|tribal|urban|province|region|valley",
    "district|city|cities|capital|countr|border|frontier|interior|hill|mountain|village|area|zone|neighbour|neighbor|town|plain",
    "late|early|mid|pre|post|first|second|third|new|nineties|war|years?|time|era$|ages?$|madras|mosqu|seminar|generation|day|world|mullah|movement|group|clan",
    "this|that|these|those|which|whom|whose|what|it|its|all|any|some|being|having|not|no|two|three|both",
    "provinc|régi|vall|frontièr|capit|vill|pays|sud|nord|est|ouest|époque|ann|aujourd|hier|demain|début|gouvern|base|montagn|première",
    "génér|mollah|command|chef|réseau|groupe|districts?|intérieur|temps|guerre|nouv|deux",
    "provinci|zona|regi|sur|norte|este|oeste|país|ciudad|frontera|distrit|época|año|hoy|ayer|mañana|entonces|ahora|interior|montañ",
    "primer|mulá|red|grupo|lado|aquel|nuev|guerra|pueblo|aldea",
    "süd|nord|ost|west|provinz|region|hauptstadt|grenz|land|stadt|tal|dörfer|berg|gegenwart|ersten|zweiten|neunziger|achtziger|stunde",
    "generation|zeit|stämme|neuen|alten|mullah|jahre",
  ].join("|")})`,
  "iu",
);
/** "de borrar", "de détruire": an infinitive belongs to the verb before. */
const INFINITIVE = /^(?:\p{L}{2,}(?:ar|er|ir|re|arse|erse|irse))$/u;
/** So does what stands behind a verb, or an adjective, that takes "of"; looked for as far back, UTF-16 code units. */
const TAKES_OF =
  /(?:^|[^\p{L}])(?:accus|acus|beschuldig|suspect|sospech|soupçonn|convict|rid(?:s|ding)?\b|depriv|priv|strip|remind|assur|warn|inform|acquit|absolv|clear|cleans|purg|rob|notif|convinc|persuad|expect|requir|demand|exig|because|afraid|fear|capable|approv|critici|obten|obtien|obtenir|reçu)/iu;
const REACH = 60;
/** A noun with a capital, within a few words: "the Taliban of northern Helmand". */
const NAME_FOLLOWS = /^(?:\s[\p{L}’'-]+){0,2}\s\p{Lu}\p{Ll}/u;

/** "व्याकरण का तालिबान है", "句読点のタリバンだ": so and so's Taliban, said of somebody. */
const SAID_OF_SOMEBODY: ReadonlyArray<readonly [before: RegExp, behind: RegExp]> = [
  [/\p{M}?\sका\s$/u, /^\s(?:है|हैं|था|थे|बन|कहलात)/u],
  [/の$/u, /^(?:だ|である|です|と呼ば|のよう|みたい)/u],
];

/** How much of the text behind is looked at, UTF-16 code units. */
const BEHIND = 60;

export function isFigure(text: string, { start, end }: Hit): boolean {
  const behind = text.slice(end, end + BEHIND);
  const before = text.slice(Math.max(0, start - REACH), start);
  if (SAID_OF_SOMEBODY.some(([first, then]) => first.test(before) && then.test(behind))) return true;
  for (const pattern of OF_NOUN) {
    const found = pattern.exec(behind);
    const noun = found?.groups?.noun;
    if (!found || noun === undefined) continue;
    const isGerman = pattern === OF_NOUN[3];
    if (
      !DETERMINER.test(before) ||
      REAL.test(noun) ||
      INFINITIVE.test(noun) ||
      noun.endsWith("ing") ||
      TAKES_OF.test(before)
    )
      return false;
    return isGerman || !NAME_FOLLOWS.test(behind.slice(found[0].length));
  }
  return false;
}
