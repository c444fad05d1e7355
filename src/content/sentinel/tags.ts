/** Elements by what they are to a text that is only sieved. What the reader makes of them is in page/dom/elements.ts. */
const tags = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/**
 * Words on either side are two, whatever the style says. Not all of them: of others both ways are sieved, which costs a
 * little more and loses nothing, and these are what texts are mostly made of.
 */
export const BLOCK = tags(
  "article aside blockquote dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header li main nav ol p pre section table td th tr ul",
);
/** Nothing in them is text to a reader, and words on either side are two. Of those without contents, the common ones. */
export const UNREAD = tags(
  "applet audio br canvas head hr iframe img input meter progress select textarea video",
);
/** Nothing in them is text to a reader; text goes on behind them as if they were not there. */
export const HIDDEN = tags("datalist noembed noframes rp rt script style template title wbr");
/** Their text is of its own, and the text around goes on behind it. */
export const APART = tags("math noscript sub sup svg");
