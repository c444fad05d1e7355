/** Texts made to be slow: each aims at one part of the spotter. About `length` UTF-16 code units each. */
export function adversarialTexts(length: number, names: readonly string[]): Record<string, string> {
  const repeat = (piece: string) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const long = [...names].sort((a, b) => b.split(" ").length - a.split(" ").length)[0]!;
  const words = long.split(" ");
  return {
    "single letters": repeat("a b c d e f g h "),
    "first words of names": repeat(
      names
        .slice(0, 200)
        .map((name) => `${name.split(" ")[0]} `)
        .join(""),
    ),
    "names but for the last word": repeat(`${words.slice(0, -1).join(" ")} `),
    "words that begin as names do": repeat(
      names
        .slice(0, 200)
        .map((name) => `${name.slice(0, 5)}xx `)
        .join(""),
    ),
    "one endless word": repeat("abcdefghij"),
    initials: repeat("U.N.S.C.A.B."),
    "dashes and apostrophes": repeat("-'-’–' "),
    "combining marks": repeat("e\u0301\u0302\u0303\u0304\u0305\u0306 "),
    "soft hyphens": repeat("so\u00adft\u00ad "),
    "mathematical letters": repeat("𝐓𝐓𝐏 "),
    emoji: repeat("😀😁"),
    "Arabic with clitics": repeat("وبالكتاب ولل"),
    Han: repeat("中国人民日报社"),
    "voiced kana": repeat("ガギグゲゴ"),
    "lone surrogates": repeat("\ud800\ud801"),
    capitals: repeat("THIS IS WHAT WE SAY "),
    "an address without end": repeat("a.b/c:d@e"),
  };
}

/** Nothing but names: what is found has to be decided and reported, so this costs more than any text without them. */
export const onlyNames = (length: number, names: readonly string[]): string => {
  const piece = `${names.slice(0, 50).join(", ")}, `;
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
};
