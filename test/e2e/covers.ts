/** Markup in which “Daesh” stands once, and whether a reader who points at it sees it. */

const PICTURE = `<img alt="" style="position:absolute;inset:0;width:100%;height:100%" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9' fill='teal'/></svg>">`;

/** Text with something laid over all of it. */
const under = (cover: string, css = "") =>
  `<style>${css}</style><div id="box" style="position:relative;padding:20px"><p>Of Daesh here.</p>${cover}</div>`;
const over = (css: string, content = "") =>
  under(`<div style="position:absolute;inset:0;${css}">${content}</div>`);

export const SEEN_THROUGH: Array<[name: string, html: string]> = [
  [
    "a link stretched over its teaser",
    `<article style="position:relative"><h3><a href="#x" class="all">Read on</a></h3><p>Of Daesh here.</p></article>
     <style>.all::after { content: ""; position: absolute; inset: 0 }</style>`,
  ],
  [
    "the stretched link that it stands in itself",
    `<article style="position:relative;background:#eee"><h3><a href="#x" class="all">Of Daesh here</a></h3></article>
     <style>.all::after { content: ""; position: absolute; inset: 0 }</style>`,
  ],
  [
    "a small button whose place to press is larger than its looks",
    `<p>Of Daesh here <button class="wide">x</button></p>
     <style>.wide { position: relative; background: red } .wide::after { content: ""; position: absolute; inset: -10px -10px -10px -200px }</style>`,
  ],
  [
    "an empty link over a card",
    under('<a href="#x" aria-label="open" style="position:absolute;inset:0"></a>'),
  ],
  [
    "a layer for ripples in a link",
    '<p><a href="#x" style="position:relative;display:block">Of Daesh here<span style="position:absolute;inset:0"></span></a></p>',
  ],
  [
    "a layer for ripples in an open shadow root",
    under('<x-ripple style="position:absolute;inset:0"></x-ripple><script></script>'),
  ],
  ["an empty overlay", over("")],
  ["an overlay that tints a little, as where a link is hovered", over("background:rgb(0 0 0 / 0.08)")],
  ["a picture of no opacity", under(`<div style="opacity:0">${PICTURE}</div>`)],
  ["a field of no opacity", under('<input type="file" style="position:absolute;inset:0;opacity:0">')],
  ["an empty layer that takes no pointer", over("pointer-events:none")],
  [
    "the background of its own box",
    '<div style="background:gold;position:relative;z-index:2"><p>Of Daesh here.</p></div>',
  ],
  [
    "a decoration of its own box, which lies beneath it",
    `<p class="deco">Of Daesh here.</p>
     <style>.deco { position: relative; z-index: 0 } .deco::before { content: ""; position: absolute; inset: 0; background: gold; z-index: -1 }</style>`,
  ],
  [
    "a banner that ends beside it",
    `<div style="position:relative"><p style="margin:0">Of Daesh here.</p><div style="position:absolute;top:100%;left:0;right:0;height:40px;background:red"></div></div>`,
  ],
  [
    "its picture, where its words stand over that and take no pointer",
    `<a href="#x" style="position:relative;display:block;height:80px">${PICTURE}<p style="position:absolute;left:10px;bottom:0;color:white;pointer-events:none">Of Daesh here.</p></a>`,
  ],
  ["nothing, inert", "<p inert>Of Daesh here.</p>"],
  ["nothing, higher than its line", '<p style="height:6px;line-height:6px">Of Daesh here.</p>'],
  [
    "the next lines, that overlap with its own",
    '<p style="line-height:0.5;width:5em">Words of Daesh <a href="#x" style="background:gold">and a link, more than one line</a></p>',
  ],
  ["the holes of its paragraph: a part in a slot", "<x-slotted><p>Of Daesh here.</p></x-slotted>"],
];

export const HIDDEN_BY: Array<[name: string, html: string]> = [
  ["an opaque banner", over("background:white")],
  ["a dimming veil", over("background:rgb(0 0 0 / 0.5)")],
  ["a blur", over("backdrop-filter:blur(9px)")],
  ["a gradient", over("background:linear-gradient(red,blue)")],
  ["a picture", under(PICTURE)],
  ["a canvas", under('<canvas style="position:absolute;inset:0;width:100%;height:100%"></canvas>')],
  ["a frame", under('<iframe srcdoc="" style="position:absolute;inset:0;width:100%;height:100%"></iframe>')],
  ["other text", over("font-size:200px;line-height:60px;overflow:hidden", "MMMMMMM")],
  [
    "a decoration of an empty overlay",
    under(
      '<i class="mask"></i>',
      ".mask { position: absolute; inset: 0 } .mask::before { content: ''; position: absolute; inset: 0; background: teal }",
    ),
  ],
  [
    "a decoration of its own box",
    under("", "#box::after { content: ''; position: absolute; inset: 0; background: teal }"),
  ],
  [
    "a menu that is open over it",
    over("", '<ul style="position:absolute;inset:0;margin:0;background:white;z-index:3"><li>Entry</li></ul>'),
  ],
  [
    "a later cell of the same place",
    '<div style="display:grid"><p style="grid-area:1/1">Of Daesh here.</p><div style="grid-area:1/1;background:teal"></div></div>',
  ],
  [
    "a header that stays while the page scrolls",
    '<header style="position:fixed;top:0;left:0;right:0;height:120px;background:white">Top</header><p>Of Daesh here.</p><p style="height:2000px"></p><!--scroll:30-->',
  ],
  [
    "a heading that sticks",
    '<h2 style="position:sticky;top:0;margin:0;height:100px;background:white">Sticks</h2><p style="margin:0">Of Daesh here.</p><p style="height:2000px"></p><!--scroll:90-->',
  ],
  [
    "a picture that is in an open shadow root",
    under('<x-picture style="position:absolute;inset:0"></x-picture>'),
  ],
  [
    "a dialog",
    '<p>Of Daesh here.</p><dialog id="modal" style="inset:0;width:100%;height:100%">Dialog</dialog>',
  ],
  [
    "what a dialog lays over the page",
    '<p>Of Daesh here.</p><dialog id="modal" style="margin-top:300px">Dialog</dialog>',
  ],
  [
    "what a popover lays over the page",
    '<p>Of Daesh here.</p><div popover id="popover">Popover</div><style>#popover::backdrop { background: rgb(200 0 0 / 0.5) }</style>',
  ],
  [
    "the folded part of an accordion",
    '<p>Before.</p><div style="max-height:0;overflow:hidden"><p style="margin:0">Of Daesh here.</p></div><p style="margin:0">Plain words follow, more of them than before.</p>',
  ],
  [
    "the edge of a box that clips",
    '<div style="width:3em;overflow:clip"><p style="white-space:nowrap">It is there, of Daesh here.</p></div>',
  ],
  ["a clip path", '<p style="clip-path:inset(0 0 100% 0)">Of Daesh here.</p>'],
  [
    "the edge of a box, taking no pointer",
    '<div style="height:0;overflow:hidden;pointer-events:none"><p>Of Daesh here.</p></div>',
  ],
  [
    "a picture over it, taking no pointer itself",
    under(PICTURE).replace("<p", '<p style="pointer-events:none"'),
  ],
];

export const SET_OTHERWISE: Array<[name: string, html: string]> = [
  ["turned upside down", '<p style="transform:rotate(180deg);width:20em">Of Daesh here.</p>'],
  ["turned by a part", '<p style="transform:rotate(35deg);width:20em;margin-top:150px">Of Daesh here.</p>'],
  ["made larger", '<p style="transform:scale(1.7);transform-origin:0 0">Of Daesh here.</p>'],
  ["in perspective", '<p style="transform:perspective(300px) rotateY(30deg);width:20em">Of Daesh here.</p>'],
  ["zoomed by the page", '<div style="zoom:1.6"><p>Of Daesh here.</p></div>'],
  [
    "in the second column",
    '<div style="columns:2;column-gap:80px;height:60px;width:600px">One two three four five six seven eight nine ten eleven of the Daesh group here.</div>',
  ],
  ["written downwards", '<p style="writing-mode:vertical-rl;height:200px">Of Daesh here.</p>'],
  [
    "written downwards in Chinese",
    '<p lang="zh" style="writing-mode:vertical-rl;height:200px">报道说达伊什在会议上。</p>',
  ],
  ["written sideways", '<p style="writing-mode:sideways-lr;height:200px">Of Daesh here.</p>'],
  ["from right to left", '<p dir="rtl">داعش کے بارے میں</p>'],
  ["from right to left among Latin letters", '<p dir="rtl">خبر Daesh خبر</p>'],
  ["with a reading above it", '<p style="font-size:28px"><ruby>Daesh<rt>reading</rt></ruby> today</p>'],
  ["not to be selected", '<p style="user-select:none;-webkit-user-select:none">Of Daesh here.</p>'],
  ["in a button", "<p><button>Of Daesh here</button></p>"],
  ["in a label", '<p><label><input type="checkbox"> Daesh</label></p>'],
  ["in a summary", "<details><summary>Of Daesh here</summary>x</details>"],
  ["in a legend", "<fieldset><legend>Daesh</legend></fieldset>"],
  ["in a page that is inverted", '<p style="filter:invert(1) hue-rotate(180deg)">Of Daesh here.</p>'],
  ["in a box of no box", '<p><span style="display:contents">Of Daesh here.</span></p>'],
  ["in an open shadow root", "<x-text></x-text>"],
  [
    "deep in a scrolled box",
    '<div style="height:90px;overflow:auto" class="scrolled"><p style="height:300px">Up</p><p>Of Daesh here.</p></div>',
  ],
];
