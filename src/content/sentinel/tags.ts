/** Elements by what they are to a text that is only sieved. What the reader makes of them is in page/dom/elements.ts. */
const tags = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Words on either side are two, whatever the style says. */
export const BLOCK = tags(
  "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul",
);
/** Nothing in them is text to a reader, and words on either side are two. */
export const UNREAD = tags(
  "applet audio br canvas embed frame head hr iframe img input meter optgroup option picture progress select textarea video",
);
/** Nothing in them is text to a reader; text goes on behind them as if they were not there. */
export const HIDDEN = tags(
  "area base col datalist link meta noembed noframes param rp rt script source style template title track wbr",
);
/** Their text is of its own, and the text around goes on behind it. */
export const APART = tags("math noscript sub sup svg");
