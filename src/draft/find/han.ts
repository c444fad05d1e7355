/**
 * Names in Chinese and Japanese, which set no spaces and have no capitals. The browser's word segmenter parts the text; found are runs of
 * its words that end with "大学", "委员会", "党" and the like, what precedes a title of persons, katakana as foreign names are written,
 * countries. Names that the segmenter does not know come in pieces: beginnings are a guess, and names without any of these are not found.
 */
import type { Found, Guess } from "../types.ts";
import { kindOfHanEnd } from "../words/kind-nouns.ts";
import type { Segment } from "../words/segments.ts";
import { titleAtStart } from "../words/titles.ts";
import type { Article, ReadParagraph } from "./article.ts";

const KATAKANA_NAME = /[\p{Script=Katakana}ー]{2,}(?:[・＝=][\p{Script=Katakana}ー]+)*/gu;
/** Grammar, and verbs of reports: a name begins behind them. */
const STOPS =
  /^(?:的|在|和|与|與|是|了|對|对|为|為|由|从|從|向|到|于|於|被|把|将|將|及|或|也|就|都|而|但|并|並|以|等|这|這|那|该|該|其|他|她|它|我|你|们|們|有|没|不|说|說|称|稱|表示|宣布|认为|認為|成立|加入|来自|來自|通过|通過|根据|根據|因|因为|因為|上|下|中|里|裡|内|内の|年|月|日|前|后|後|当|當|可能|已|已经|已經|正在|曾|后来|後來|一|一个|一個|一名|一些|各|各地|全|多|多个|多個|每|某|两|兩|数|数十|[\p{Script=Hiragana}]+|\P{L}+)$/u;
const MOST_SEGMENTS = 5;

export function* findHan(article: Article): Generator<Found> {
  for (const paragraph of article.paragraphs) {
    const { segments } = paragraph;
    for (let i = 0; i < segments.length; i++) {
      yield* endingAt(paragraph, segments, i);
      yield* beforeTitle(paragraph, segments, i);
      const { start, end, text } = segments[i]!;
      const country = article.countries.get(text);
      if (country !== undefined) {
        const guess: Guess = { kind: "place", because: "country", word: country };
        yield { paragraph: paragraph.index, start, end, text, way: "country", guess };
      }
    }
    for (const { 0: text, index: start } of paragraph.text.matchAll(KATAKANA_NAME))
      if (text.length > 2)
        yield { paragraph: paragraph.index, start, end: start + text.length, text, way: "sounds" };
  }
}

/** A name that ends with the segment at `at`. */
function* endingAt(paragraph: ReadParagraph, segments: readonly Segment[], at: number): Generator<Found> {
  const last = segments[at]!;
  // "中心城市": the name goes on; what ends it is looked at when it is reached.
  const next = segments[at + 1];
  if (next?.start === last.end && !STOPS.test(next.text) && kindOfHanEnd(last.text + next.text)) return;
  const from = beginning(segments, at);
  const text = paragraph.text.slice(segments[from]!.start, last.end);
  const told = kindOfHanEnd(text);
  if (!told || (from === at && text.length < 3) || text.length > 16) return;
  // A single sign of a place ("国", "山") is the end of too many words.
  if (told.end.length === 1 && (told.kind === "place" ? from < at : text.length < 3)) return;
  const guess: Guess = { kind: told.kind, because: "noun", word: told.end };
  yield { paragraph: paragraph.index, start: segments[from]!.start, end: last.end, text, way: "noun", guess };
}

function* beforeTitle(paragraph: ReadParagraph, segments: readonly Segment[], at: number): Generator<Found> {
  const { end } = segments[at]!;
  const title = titleAtStart(paragraph.text.slice(end, end + 4));
  if (!title || STOPS.test(segments[at]!.text)) return;
  let from = at;
  // Given names and family names come in pieces of one sign.
  while (
    from > 0 &&
    end - segments[from - 1]!.start <= 4 &&
    touches(segments, from) &&
    !STOPS.test(segments[from - 1]!.text)
  )
    from--;
  const start = segments[from]!.start;
  const text = paragraph.text.slice(start, end);
  if (text.length < 2 || kindOfHanEnd(text)) return;
  const guess: Guess = { kind: "person", because: "title", word: title };
  yield { paragraph: paragraph.index, start, end, text, way: "title", guess };
}

/** Back to a mark, to grammar, or so many words. */
function beginning(segments: readonly Segment[], at: number): number {
  let from = at;
  while (
    from > 0 &&
    at - from < MOST_SEGMENTS &&
    touches(segments, from) &&
    !STOPS.test(segments[from - 1]!.text)
  )
    from--;
  return from;
}

const touches = (segments: readonly Segment[], at: number): boolean =>
  segments[at - 1]!.end === segments[at]!.start;
