/**
 * One table of named cases: a text with what is to be found in it. `[entity:words]` marks a mention; the brackets are
 * taken away before the text is spotted, so every row states the exact spans and that nothing else is found.
 */
import { describe, expect, it } from "vitest";
import { spotText } from "../../src/spot/decide/plain-text.ts";
import { lexicon } from "./lexicon.ts";

const CASES: Record<string, Record<string, string>> = {
  folding: {
    case: "[daesh:DAESH] and [daesh:daesh]",
    "diacritics, composed and not": "[daesh:Dáesh], [daesh:Da\u0301esh]",
    "marks on the last letter": "[daesh:Daesh\u0300\u0301] [daesh:داعشّ]\u200b, [daesh:داعشـ]",
    "a mark that is a letter, behind an ideograph": "[daesh:伊斯兰国]\u09bc",
    "full width": "[daesh:ＤＡＥＳＨ]",
    "mathematical letters": "[daesh:𝐃𝐚𝐞𝐬𝐡]",
    "soft hyphen and zero-width space": "[daesh:Da\u00adesh] [daesh:Da\u200besh]",
    "bidi controls around": "\u202b[daesh:داعش]\u202c",
    "harakat and tatweel": "[daesh:دَاعِش] [daesh:داعـــش]",
    "Arabic letter variants": "[ttp:تحريك طالبان پاكستان]",
    "pe is not be": "تحریک [afghan-taliban:طالبان] باکستان",
    "every apostrophe": "[daesh:Da’esh] [daesh:Daʿesh] [daesh:Da‘esh]",
    "every dash": "[al-qaeda:al‑Qaeda] [al-qaeda:al–Qaeda] [al-qaeda:al Qaeda]",
    "non-breaking space and line break":
      "[al-qaeda:al\u00a0Qaeda] [al-qaeda:al\nQaeda] [al-qaeda:al-\nQaeda]",
    "voiced kana in two forms": "[al-qaeda:アルカイタ\u3099]、[al-qaeda:ｱﾙｶｲﾀﾞ]",
    "lone surrogates pass": "\ud800 [daesh:Daesh] \udc00",
  },
  edges: {
    "inside a word": "Daeshy, undaesh, Talibanisation",
    "digits belong to words": "Daesh2 2Daesh",
    possessive: "[daesh:Daesh]’s, [afghan-taliban:Taliban]'s",
    compounds: "[daesh:Daesh]-linked, anti-[daesh:Daesh]",
    "slash between names": "[daesh:Daesh]/[al-qaeda:al-Qaeda]",
    hashtag: "#[daesh:Daesh]",
    handle: "@Daesh and @daesh",
    "handle from behind": "Daesh@home",
    "federated handle": "follow @reader@daesh.example",
    "e-mail": "write to daesh@example.org or x@daesh.example",
    address: "see https://example.org/daesh/x, www.daesh.example, daesh.example, example.org/daesh",
    "a name that runs into an address, or out of one":
      "al qaeda.example/x, al qaeda.example, https://example.org/al Qaeda",
    "behind an address": "https://example.org/x [daesh:Daesh], (https://example.org/x) [daesh:Daesh]",
    "behind an address, without spaces":
      "详见https://example.org/daesh。[afghan-taliban:塔利班]说，[daesh:伊斯兰国]",
    path: "in /srv/daesh/list.txt and C:\\daesh\\x",
    "a missing space is no host": "They fled Daesh.The next day".replace("Daesh", "[daesh:Daesh]"),
    "an underscore that joins":
      "DAESH_MAX, X_DAESH, daesh_1; _[daesh:Daesh]_ #Free_[daesh:Daesh]_now [daesh:داعش]_خراسان",
    "a word broken at a line's end":
      "[daesh:Dae-\nsh], [daesh:dae-\r\n  sh], [ttp:Paki-\nstani Tali-\nban], [daesh:Isla-\nmic State]",
    "words that are none, and halves that are words":
      "Dae-\nSh, Da-\nesh, Dae- \nsh, [al-qaeda:al-\nQaeda], Daes-\nhx",
    "brackets and quotes": "([daesh:Daesh]) “[daesh:Daesh]” «[daesh:Daesh]»",
    "Han beside anything": "反对[daesh:伊斯兰国]和[afghan-taliban:塔利班]。",
    "Arabic proclitics":
      "و[daesh:داعش] وب[daesh:داعش] لل[al-qaeda:قاعدة] بال[afghan-taliban:طالبان] د[daesh:داعش]",
    Cyrillic: "«[afghan-taliban:Талибан]»",
  },
  "longest match": {
    "a longer name wins": "[ttp:Pakistani Taliban]",
    "a decoy paints nothing": "al-Qaeda in Iraq",
    "a broken decoy is the name": "[al-qaeda:al-Qaeda] in Irak",
    "punctuation parts names": "Pakistani. [afghan-taliban:Taliban]; al, Qaeda; al (Qaeda)",
    "a spaced dash parts names": "Pakistani – [afghan-taliban:Taliban]",
    "names side by side are names one by one":
      "[daesh:Daesh]-[al-qaeda:al-Qaeda] talks; [agency:Daesh al-Qaeda] talked",
    "a comma joins where the name has one": "[college:Wolfson College, Cambridge]; Wolfson College Cambridge",
    "after an elision": "d’[college:Islamabad], [college:Collège d’Islamabad]",
    "quotation marks inside a name":
      "the “[ttp:Pakistani” Taliban], «[ttp:Pakistani» Taliban], “[ttp:Pakistani Taliban]”",
    "a period before a quotation mark parts names": "Pakistani.” [afghan-taliban:Taliban]",
    "Urdu full stops in an abbreviation": "[ttp:ٹی۔ٹی۔پی]۔",
    "initials with periods": "the [council:U.N. Security Council], [council:U.N.S.C]. U.N.",
  },
  signs: {
    "in any of their forms, with spaces or without":
      "[agency:R&AW], [agency:R & AW], [agency:R＆AW], [agency:R&\nAW]’s, anti-[agency:R&AW]",
    "no other sign, and none": "R+AW, R/AW, R, AW, RAW, R AW, R-AW, R&&AW, r&aw",
    "a bracket is closed": "[agency:Lashkar (LeT)], [agency:lashkar（LeT）]; Lashkar (LeT, Lashkar LeT",
    "a slash": "[agency:LeT/JuD] or [agency:LeT / JuD], LeT-JuD",
    "no address, no path": "https://example.org/LeT/JuD, x/LeT/JuD.html",
    "a plus is a plus": "[agency:C++ Guild], C Guild, C+ Guild",
    "at the end and at the beginning": "[agency:Go!] go. [agency:#Voice] voice #[daesh:Daesh]",
    "not those of the name before": "[agency:Go!]Voice [agency:#Voice][agency:#Voice]",
    several: "[agency:A – (B)], A (B), A – B",
    "beside a name without": "[daesh:Daesh]&[al-qaeda:al-Qaeda] [daesh:Daesh] (al) Qaeda",
  },
  case: {
    "acronyms are exact": "[council:UNSC] unsc Unsc",
    "exact letters have their accents": "[council:UNSC] UNŞC",
    capital: "they swat flies in [swat:Swat], [swat:SWAT]",
    "a name in capitals": "an islamic state, [daesh:Islamic State], [daesh:ISLAMIC STATE]",
  },
  trust: {
    "needs support": "TTP is a word.",
    "spelled out": "The [ttp:Tehreek-i-Taliban Pakistan] ([ttp:TTP]).",
    "spelled out the other way round": "[ttp:TTP] ([ttp:Tehreek-i-Taliban Pakistan])",
    "spelled out elsewhere on the page":
      "[ttp:TTP] said.\n\nThe [ttp:Tehreek-i-Taliban Pakistan] ([ttp:TTP])",
    "named elsewhere on the page": "[ttp:TTP] said.\n\nThe [ttp:Pakistani Taliban].",
    "a word near by": "[ttp:TTP] in [swat:Swat]",
    "a word near by, others in between":
      "In [swat:Swat], not in Kabul, not in Kabul, not in Kabul, the [ttp:TTP] met.",
    "a word against": "TTP with a low platelet count",
    "a word against it beats the rest of the page":
      "The [ttp:Pakistani Taliban] came.\n\nTTP with a low platelet count",
    "spelled out as something else": "a trusted third party (TTP). TTP in [swat:Swat]",
    "the other disease": "thrombotic thrombocytopenic purpura (TTP). TTP.",
    "a surname, after the whole name":
      "[author:Ada Reed], the novelist. [author:Reed] wrote. Mr [author:Reed] left.",
    "a surname on another page, or another's": "Reed, a novelist.",
    "a surname behind another name": "[author:Ada Reed], the novelist, met Lou Reed. A reed bent.",
    "a surname of somebody who is not supported": "Ada Reed came. Reed left.",
    "a word that chooses nothing": "[ttp:TTP] in the west of Pakistan",
    "a two-letter word beside one in capitals":
      'militants, provided "AS IS"; [daesh:IS] militants; militants (ISIL, [daesh:IS])',
    "among acronyms in a script without case": "[daesh:Daesh]。ISIS、ISILとも。[daesh:IS]は militants",
    "words repeated": "IS.\n\nmilitants, militants.\n\nmilitants and militants.",
    "a two-letter word in a headline": "THIS IS WHAT MILITANTS WANT NOW",
  },
  ambiguity: {
    prior: "The [afghan-taliban:Taliban] said.",
    qualifier: "The [ttp:Taliban] in Pakistan said.",
    "a state near by": "Pakistan backed the [afghan-taliban:Taliban].",
    "the other one in the same sentence": "The [afghan-taliban:Taliban] met the [ttp:TTP] in [swat:Swat].",
    "the same one, explained":
      "In [swat:Swat] the [ttp:Taliban] ([ttp:TTP]) met. “[ttp:Taliban] of the [ttp:TTP]”, in [swat:Swat].",
    "a full name in the next sentence":
      "The [ttp:Taliban] agreed. It is the [ttp:Tehreek-i-Taliban Pakistan].",
    "a full name in the same sentence":
      "The [afghan-taliban:Taliban] met the [ttp:Pakistani Taliban] in [swat:Swat].",
    "words near by": "In [swat:Swat] the [ttp:Taliban] came.",
    "words for the other": "In Kabul the [afghan-taliban:Taliban] came.",
    "the passage has named one": "The [ttp:Pakistani Taliban] came. The [ttp:Taliban] said.",
    "the page has named one":
      "The [ttp:TTP], or [ttp:Tehreek-i-Taliban Pakistan], came. The [ttp:Pakistani Taliban] left.\n\nThe [ttp:Taliban] said.",
    "each passage its own":
      "The [afghan-taliban:Taliban] in Kabul said.\n\nThe [ttp:Taliban] in Pakistan said.",
  },
};

describe.each(Object.entries(CASES))("%s", (_, cases) => {
  it.each(Object.entries(cases))("%s", (_, marked) => {
    const { text, expected } = unmark(marked);
    const found = spotText(lexicon, text).map(({ entity, start, end }) => ({ entity, start, end }));
    expect(remark(text, found)).toBe(remark(text, expected));
  });
});

interface Span {
  entity: string;
  start: number;
  end: number;
}

function unmark(marked: string): { text: string; expected: Span[] } {
  const expected: Span[] = [];
  let text = "";
  let at = 0;
  for (const match of marked.matchAll(/\[([a-z-]+):([^\]]+)\]/gu)) {
    text += marked.slice(at, match.index);
    expected.push({ entity: match[1]!, start: text.length, end: text.length + match[2]!.length });
    text += match[2]!;
    at = match.index + match[0].length;
  }
  return { text: text + marked.slice(at), expected };
}

function remark(text: string, spans: readonly Span[]): string {
  let out = "";
  let at = 0;
  for (const { entity, start, end } of spans) {
    out += `${text.slice(at, start)}[${entity}:${text.slice(start, end)}]`;
    at = end;
  }
  return out + text.slice(at);
}
