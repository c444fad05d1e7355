/** What the pages are made of: names whole and in pieces, decoys, ambiguous forms and what decides them, and glue. */

const NAMES = (
  "Tehreek-i-Taliban Pakistan (TTP) |The TTP said nothing. |TTP|Taliban |Taliban|the Afghan Taliban |Pakistani Taliban|" +
  "Daesh| Daesh, |al-Qaeda|al-Qaeda in the Arabian Peninsula |al-|Al|Qaeda |Tali|ban|IS|IS fighters in Syria |ISIS|" +
  "Isis, goddess of the Nile, |UN Security Council |UN| Security Council|Wolfson College|, Oxford|, Cambridge |" +
  "Wilson Center |Stimson| Center|Zahid Hussain |Arab News|Kabul |Islamabad|NACTA|طالبان |تحریک طالبان پاکستان|و|داعش|安理会"
).split("|");

const OTHERS = [
  ...(
    "タリバン|TTP, a disorder of the blood, with few platelets in the plasma |" +
    "tactics, techniques and procedures (TTP) |TALIBAN AND DAESH MET AGAIN |-linked |’s |a quiet afternoon |x|1"
  ).split("|"),
  ...[" ", "\n", "", ". ", "@", "/", "https://example.org/", "\u00ad", "\u200d", "\u0301", "\ud83d"],
];

/** More often than not a name, or much of one. */
export const TEXTS = [...NAMES, ...NAMES, ...OTHERS];

export const TAGS = (
  "p p div div section article li blockquote pre td x-card h1 h2 h3 span span b em a i code mark label button font ruby rt " +
  "slot br wbr hr sup textarea template noscript details summary dialog svg"
).split(" ");

/** As pages write them with `innerHTML`: `%` is one of the texts. */
export const MARKUP = `<p>%</p>
<p>%<b>%</b>%</p><p>%</p>
<h2>%</h2><p>%</p>
%<br>%
<span>%</span><span>%</span>
<span class=row>%</span><span>%</span>
<b>%</b>%
<table><caption>%</caption><tr><th>%<td>%<tr><td colspan=2>%</table>
<ul><li>%<li>%<ul><li>%</ul></ul>
<x-card><b slot=s>%</b>%</x-card>
<details><summary>%</summary>%</details>
<div hidden>%</div>%
<div contenteditable>%</div>%
<select><option>%</select>%
<script type=application/json>%</script>%
<ruby>%<rt>%</ruby>%
<div class=gone><p>%</p><h3>%</h3></div>
<!-- % -->%
<svg><text>%</text></svg>%
`.split("\n");

/** `name=value`: set where the element has not that value, removed where it has. */
export const ATTRIBUTES = (
  "hidden=|hidden=|contenteditable=true|contenteditable=false|role=textbox|class=gone|class=gone|class=row|class=inline|" +
  "class=apart|class=closing|class=cm-editor|style=display: none|style=display: block|style=display: inline|" +
  "style=visibility: hidden|slot=s|open=|dir=rtl|aria-hidden=true|data-state=1"
).split("|");
