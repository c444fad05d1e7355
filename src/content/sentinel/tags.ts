/** Elements by what they are to a text that is only sieved. What the reader makes of them is in page/dom/elements.ts. */
const tags = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Words on either side are two, whatever the style says. */
export const BLOCK = tags(
  "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul",
);
/** Nothing in them is text to a reader; text goes on behind them. */
export const UNREAD = tags(
  "applet area audio base br canvas col datalist embed frame head hr iframe img input link meta meter noembed noframes optgroup option param picture progress rp rt script select source style template textarea title track video wbr",
);
/** Their text is of its own, and the text around goes on behind it. */
export const APART = tags("math noscript sub sup svg");
