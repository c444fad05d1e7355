/** English words that are a name nowhere. No other language has a list here: nobody has written one. */

/**
 * Words that stand in nearly every text about such matters, or in every text at all: as a name each would mark a page
 * full. As the spotter spells them.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  (
    "the and for with from that this which their there group groups party state army police government minister " +
    "president court council security forces force military militant militants fighter fighters war peace attack " +
    "attacks report media news people country city border region leader leaders official officials statement " +
    "spokesman talks terror terrorist terrorism islam islamic muslim muslims north south east west new old"
  ).split(" "),
);
