/**
 * What nothing that is shipped may do: reach for the network, and turn text into markup or code. Every file of the build is
 * searched. Scripts are parsed, so that words in texts are no finding and spacing or `window["fetch"]` is no hiding place.
 * What this cannot see is a name put together at run time; that takes intent, and review is there for it.
 */
import { readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import type {
  CallExpression,
  Expression,
  Node,
  ObjectExpression,
  ObjectPattern,
  Property,
  SpreadElement,
} from "acorn";
import { type AnyNode, parse } from "acorn";
import { full } from "acorn-walk";
import type { BrowserName } from "../lib/browsers.ts";
import { extensionFolder, filesBelow, named, PAGES } from "../lib/paths.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Named at all, as a variable or as a property of anything. */
const APIS = words(
  "fetch fetchLater XMLHttpRequest WebSocket WebSocketStream WebTransport EventSource sendBeacon RTCPeerConnection " +
    "webkitRTCPeerConnection mozRTCPeerConnection importScripts Worker SharedWorker serviceWorker audioWorklet paintWorklet " +
    "FontFace createObjectURL connectNative sendNativeMessage reportError ReportingObserver XDomainRequest ActiveXObject " +
    "NDEFReader PresentationRequest PaymentRequest IdentityCredential downloads webRequest",
);
/** Loads something when it is made: `new Image`. */
const CONSTRUCTORS = words("Image Audio Request");
/** Loads something when it is set, as a property, an attribute or a property of a virtual element. */
const SOURCES = words(
  "src srcset srcSet srcdoc srcDoc poster ping formAction formaction codebase imagesrcset imageSrcset manifest xlinkHref " +
    "xlink:href background longdesc lowsrc",
);
/** An element of this kind is one that loads. A form is none: it sends when it is submitted, which `form-action` forbids. */
const LOADERS = words(
  "script img image iframe frame embed object link audio video source track base portal fencedframe applet feImage",
);
/** Leads a window elsewhere. */
const NAVIGATION = words("assign replace reload");

/** Turns text into markup: called, or set as a property. `srcdoc` is among the sources. */
const INJECTORS = words("insertAdjacentHTML setHTMLUnsafe parseHTMLUnsafe createContextualFragment");
const MARKUP_PROPERTIES = words("innerHTML outerHTML");
/** Turns text into code. */
const EVALUATORS = words("eval Function");

/** Addresses that are no request: namespaces, and the one link that a card shows and only the reader can follow. */
const ALLOWED = words(
  "http://www.w3.org/1999/xhtml http://www.w3.org/2000/svg http://www.w3.org/1998/Math/MathML " +
    "http://www.w3.org/1999/xlink http://www.w3.org/XML/1998/namespace https://www.arabnews.pk/node/2214726",
);
/** A scheme alone names nobody, nor does a match pattern for every host. */
const NOBODY = /^https?:\/\/(?:\*\/\*)?$/;

const ADDRESS =
  /\b(?:https?|wss?|ftp):\/\/[^\s"'`<>)]*|(?<![:\w])\/\/[\w[][^\s"'`<>)]*|\bdata:[\w/+.-]+[;,]/gi;
const SHEET = /\burl\s*\(|@import\b|\bimage-set\s*\(|@font-face\b|\bsrc\s*\(/gi;
const MARKUP =
  /<(?:img|iframe|frame|object|embed|audio|video|source|track|base|meta\s+http-equiv)\b[^>]*>|\bstyle\s*=|\b(?:prefetch|preload|preconnect|dns-prefetch|modulepreload|speculationrules)\b|\b(?:ping|srcset|background)\s*=/gi;

/**
 * Our own pages hand the reader's settings, and what is taken along of the atlas, to the downloads as a blob in memory; there is no other way to save a file that
 * every browser has. No frame, worker or picture there could load from it: each of those is looked for by itself. And a
 * page of ours that something threw in begins again: what it loads then is itself.
 */
const EXCEPTIONS = new Set(
  PAGES.flatMap((page) => [".createObjectURL", "location.reload()"].map((use) => `${page}.js ${use}`)),
);

/** Everything in the built folders that may not be there, one line each. Needs a build. */
export async function checkShipped(browsers: readonly BrowserName[]): Promise<string[]> {
  return (await Promise.all(browsers.map((browser) => checkFolder(extensionFolder(browser))))).flat();
}

async function checkFolder(folder: string): Promise<string[]> {
  const files = (await filesBelow(folder)).map((file) => join(folder, file));
  if (files.length === 0) return [`${named(folder)} holds nothing to check`];
  const problems = files.map(async (file) => forbiddenIn(named(file), await readFile(file, "utf8")));
  return (await Promise.all(problems)).flat();
}

/** What in this file may not be there; `file` decides by its ending how it is read. */
export function forbiddenIn(file: string, source: string): string[] {
  const found = usesIn(extname(file), source);
  if (found === null) return [`${file}: nobody has said how to check such a file`];
  return [...new Set(found)]
    .filter((use) => !EXCEPTIONS.has(`${basename(file)} ${use}`))
    .map(
      (use) => `${file}: could reach for the network, or make markup or code of text: ${use.slice(0, 120)}`,
    );
}

function usesIn(ending: string, source: string): string[] | null {
  if (ending === ".js") return scriptUses(source);
  if (ending === ".css") return [...all(source, SHEET), ...addressesIn(source)];
  if (ending === ".html") return [...all(source, MARKUP), ...addressesIn(source)];
  if (ending === ".json") return addressesIn(source);
  // Pictures, and notices that nothing reads.
  return ending === ".png" || ending === ".txt" ? [] : null;
}

function scriptUses(source: string): string[] {
  const found: string[] = [];
  try {
    const program = parse(source, { ecmaVersion: "latest", sourceType: "script" });
    full(program, (node) => void found.push(...usesOf(node as AnyNode)));
  } catch (error) {
    found.push(`it cannot be parsed (${error instanceof Error ? error.message : error})`);
  }
  return found;
}

/** What this node does of itself. Names of properties are no nodes of the walk: they are looked at with their parents. */
function usesOf(node: AnyNode): string[] {
  switch (node.type) {
    case "ImportExpression":
      return ["import"];
    case "Identifier":
      return APIS.has(node.name) || INJECTORS.has(node.name) ? [node.name] : [];
    case "MemberExpression":
      return APIS.has(nameOf(node)) || INJECTORS.has(nameOf(node)) ? [`.${nameOf(node)}`] : [];
    case "ObjectPattern":
      return namesIn(node).filter((name) => APIS.has(name));
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      return node.key.type === "Literal" ? textUses(String(node.key.value)) : [];
    case "NewExpression":
      return isEvaluator(node.callee) || CONSTRUCTORS.has(nameOf(node.callee))
        ? [`new ${nameOf(node.callee)}`]
        : [];
    case "CallExpression":
      return callUses(node);
    case "AssignmentExpression":
      return assignmentUses(node.left);
    case "Literal":
      return typeof node.value === "string" ? textUses(node.value) : [];
    case "TemplateElement":
      return textUses(node.value.cooked ?? "");
    default:
      return [];
  }
}

function callUses({ callee, arguments: given }: CallExpression): string[] {
  const name = nameOf(callee);
  // `createElementNS` and `setAttributeNS` have the namespace first.
  const [, kind, ns] = /^(createElement|setAttribute)(NS)?$/.exec(name) ?? [];
  const first = given[ns ? 1 : 0];
  const text = first?.type === "Literal" ? String(first.value) : "";
  if (kind) return (kind === "createElement" ? LOADERS : SOURCES).has(text) ? [`${name}("${text}")`] : [];
  if (isEvaluator(callee)) return [`${name}()`];
  const of = callee.type === "MemberExpression" ? callee.object : null;
  if (/^write(?:ln)?$/.test(name) && of && nameOf(of) === "document") return [`document.${name}()`];
  const isWindow = of?.type === "Identifier" && /^(?:window|self|globalThis|top|parent)$/.test(of.name);
  if (name === "open" && (of === null || isWindow)) return ["open()"];
  if (NAVIGATION.has(name) && of && nameOf(of) === "location") return [`location.${name}()`];
  return virtualElementUses(given);
}

/** `jsx("img", { src: … })`, whatever the minifier has made of `jsx`. */
function virtualElementUses([tag, attributes]: ReadonlyArray<Expression | SpreadElement>): string[] {
  if (tag?.type !== "Literal" || attributes?.type !== "ObjectExpression") return [];
  const kind = LOADERS.has(String(tag.value)) ? [`<${tag.value}>`] : [];
  const names = namesIn(attributes).filter((name) => SOURCES.has(name));
  return [...kind, ...names.map((name) => `<${tag.value} ${name}>`)];
}

/** Names of the properties of an object, or of those that a pattern takes out of one. */
const namesIn = ({ properties }: ObjectExpression | ObjectPattern): string[] =>
  properties
    .filter((each): each is Property => each.type === "Property")
    .map(({ key, computed }) => propertyName(key, computed));

function assignmentUses(left: Node): string[] {
  const name = nameOf(left);
  if (name === "location") return ["location ="];
  const target = left as AnyNode;
  if (target.type !== "MemberExpression") return [];
  if (nameOf(target.object) === "location") return [`location.${name} =`];
  return SOURCES.has(name) || MARKUP_PROPERTIES.has(name) ? [`.${name} =`] : [];
}

const isEvaluator = (callee: Node): boolean => EVALUATORS.has(nameOf(callee));

function textUses(text: string): string[] {
  // `globalThis[name]` with the name in a variable; a text that is nothing but the name has no other use here.
  return [...(APIS.has(text) ? [`"${text}"`] : []), ...all(text, SHEET), ...addressesIn(text)];
}

/** `x` of `x`, `a.x` and `a["x"]`; empty for what has no name. */
function nameOf(node: Node): string {
  const { type, ...rest } = node as AnyNode & { name?: string; property?: Node; computed?: boolean };
  return type === "MemberExpression" ? propertyName(rest.property!, rest.computed!) : (rest.name ?? "");
}

function propertyName(node: Node, computed: boolean): string {
  const { type, value, name } = node as Node & { value?: unknown; name?: string };
  return type === "Literal" ? String(value) : computed ? "" : (name ?? "");
}

/** A column of numbers (stored-lexicon.ts), in which anything may stand that looks like an address. */
const COLUMN = /^[124]:[\w+/]*={0,2}$/;

function addressesIn(text: string): string[] {
  if (COLUMN.test(text)) return [];
  return all(text, ADDRESS).filter((address) => !ALLOWED.has(address) && !NOBODY.test(address));
}

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([found]) => found);
