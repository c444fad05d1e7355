/** Each way to the network, to markup and to code that there is, planted in a file of its kind, and seen. */
import { describe, expect, test } from "vitest";
import { forbiddenIn } from "../../scripts/checks/shipped.ts";

const SCRIPTS = [
  'fetch("/x")',
  'const {fetch:a}=window;a("/x")',
  'window["fetch"]("/x")',
  'const n="fetch";globalThis[n]("/x")',
  "globalThis[`fetch`]('/x')",
  "new XMLHttpRequest",
  "new WebSocket(u)",
  "new WebTransport(u)",
  "new EventSource(u)",
  "navigator.sendBeacon(u)",
  "new RTCPeerConnection({})",
  "importScripts(u)",
  "new Worker(u)",
  "new SharedWorker(u)",
  "navigator.serviceWorker.register(u)",
  "new FontFace('x',u)",
  'import("./x")',
  "new Image",
  "new Audio(u)",
  "image.src=u",
  "image['src']=u",
  "image.srcset=u",
  "frame.srcdoc=u",
  "link.ping=u",
  'e.setAttribute("src",u)',
  'e.setAttributeNS(n,"xlink:href",u)',
  'document.createElement("script")',
  'document.createElementNS(n,"image")',
  'document.createElement("link")',
  'h("img",{alt:""})',
  'h("a",{ping:u})',
  "location=u",
  "location.href=u",
  "window.location=u",
  "document.location.assign(u)",
  "open(u)",
  "window.open(u)",
  "URL.createObjectURL(b)",
  "chrome.downloads.download({})",
  "runtime.connectNative(n)",
  'const a="https://example.org/"',
  'const a="//example.org/x"',
  "const a=`wss://`+host",
  'const a={"https://example.org/":1}',
  'class A{static "//example.org/"=1}',
  "const {a:{fetch:b}}=c",
  "a.innerHTML=b",
  "a['outerHTML']+=b",
  "a.insertAdjacentHTML('beforeend',b)",
  "a.setHTMLUnsafe(b)",
  "Document.parseHTMLUnsafe(b)",
  "range.createContextualFragment(b)",
  "eval(a)",
  "globalThis.eval(a)",
  "new Function(a)",
  "Function('return this')()",
  "document.write(a)",
  "window.document.writeln(a)",
  'const a="data:text/html,x"',
  'style.textContent="a{background:url(x)}"',
  "style.textContent=\"@import 'x'\"",
];

const OTHERS: ReadonlyArray<readonly [file: string, text: string]> = [
  ["x.css", "a { background: url(x.png) }"],
  ["x.css", '@import "x.css";'],
  ["x.css", "@font-face { font-family: x }"],
  ["x.html", '<script src="https://example.org/x.js"></script>'],
  ["x.html", '<link rel="prefetch" href="x" />'],
  ["x.html", '<img src="x.png" />'],
  ["x.html", '<meta http-equiv="refresh" content="0; url=x" />'],
  ["manifest.json", '{ "update_url": "https://example.org/" }'],
  ["x.wasm", ""],
];

describe("a request, markup or code of text is seen", () => {
  test.each(SCRIPTS)("%s", (code) => {
    expect(forbiddenIn("x.js", code).length).toBeGreaterThan(0);
  });

  test.each(OTHERS)("%s: %s", (file, text) => {
    expect(forbiddenIn(file, text).length).toBeGreaterThan(0);
  });
});

const HARMLESS = [
  "prefetch();important();const a={fetch:1};class B{fetch(){}}",
  '"fetch the others, http and //, by data: and blob: of text"',
  'const a="https://www.arabnews.pk/node/2214726",b="http://www.w3.org/2000/svg"',
  'h("div",{class:"a"});document.createElement("div");e.setAttribute("id","x")',
  "const source={src:1};list.replace(a,b);popup.open=true;dialog.open()",
  "const src=1;const location=rangeOf(x)",
  "if(a.innerHTML==b.__html)c(a.outerHTML);Function.prototype.call(a);stream.write(b)",
];

test.each(HARMLESS)("what makes none is left alone: %s", (code) => {
  expect(forbiddenIn("x.js", code)).toEqual([]);
});

test("a page of the extension may name its own files", () => {
  const page = '<link rel="stylesheet" href="popup.css" /><script src="popup.js"></script><title>x</title>';
  expect(forbiddenIn("popup.html", page)).toEqual([]);
});

test.each(["link.href=URL.createObjectURL(b)", "location.reload()"])("only our own pages may: %s", (code) => {
  for (const page of ["popup", "options", "welcome"])
    expect(forbiddenIn(`dist/chromium/${page}.js`, code)).toEqual([]);
  for (const other of ["content", "background"])
    expect(forbiddenIn(`dist/chromium/${other}.js`, code)).toHaveLength(1);
});
