/**
 * Nothing leaves the browser: every file that is shipped is searched for whatever could make a request. Scripts are
 * parsed, so that words in texts are no finding and spacing or `window["fetch"]` is no hiding place. What this cannot
 * see is a name put together at run time; that takes intent, and review is there for it.
 */
import { readdir, readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { type Node, parse } from "acorn";
import { BROWSERS } from "../lib/browsers.ts";
import { extensionFolder, named } from "../lib/paths.ts";

/** Named at all, as a variable or as a property of anything. */
const APIS = new Set([
  ...["fetch", "fetchLater", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource"],
  ...["sendBeacon", "RTCPeerConnection", "webkitRTCPeerConnection", "mozRTCPeerConnection", "importScripts"],
  ...[
    "Worker",
    "SharedWorker",
    "serviceWorker",
    "audioWorklet",
    "paintWorklet",
    "FontFace",
    "createObjectURL",
  ],
  ...[
    "connectNative",
    "sendNativeMessage",
    "reportError",
    "ReportingObserver",
    "XDomainRequest",
    "ActiveXObject",
  ],
  ...["NDEFReader", "PresentationRequest", "PaymentRequest", "IdentityCredential", "downloads", "webRequest"],
]);
/** Loads something when it is made: `new Image`. */
const CONSTRUCTORS = new Set(["Image", "Audio", "Request"]);
/** Loads something when it is set, as a property, an attribute or a property of a virtual element. */
const SOURCES = new Set([
  ...[
    "src",
    "srcset",
    "srcSet",
    "srcdoc",
    "srcDoc",
    "poster",
    "ping",
    "formAction",
    "formaction",
    "codebase",
  ],
  ...[
    "imagesrcset",
    "imageSrcset",
    "manifest",
    "xlinkHref",
    "xlink:href",
    "background",
    "longdesc",
    "lowsrc",
  ],
]);
/** An element of this kind is one that loads. A form is none: it sends when it is submitted, which `form-action` forbids. */
const LOADERS = new Set([
  ...[
    "script",
    "img",
    "image",
    "iframe",
    "frame",
    "embed",
    "object",
    "link",
    "audio",
    "video",
    "source",
    "track",
  ],
  ...["base", "portal", "fencedframe", "applet", "feImage"],
]);
/** Leads a window elsewhere. */
const NAVIGATION = new Set(["assign", "replace", "reload"]);

/** Addresses that are no request: namespaces, and the one link that a card shows and only the reader can follow. */
const ALLOWED = [
  "http://www.w3.org/1999/xhtml",
  "http://www.w3.org/2000/svg",
  "http://www.w3.org/1998/Math/MathML",
  "http://www.w3.org/1999/xlink",
  "http://www.w3.org/XML/1998/namespace",
  "https://www.arabnews.pk/node/2214726",
];

const ADDRESS =
  /\b(?:https?|wss?|ftp):\/\/[^\s"'`<>)]*|(?<![:\w])\/\/[\w[][^\s"'`<>)]*|\bdata:[\w/+.-]+[;,]/gi;
const SHEET = /\burl\s*\(|@import\b|\bimage-set\s*\(|@font-face\b|\bsrc\s*\(/gi;
const MARKUP =
  /<(?:img|iframe|frame|object|embed|audio|video|source|track|base|meta\s+http-equiv)\b[^>]*>|\bstyle\s*=|\b(?:prefetch|preload|preconnect|dns-prefetch|modulepreload|speculationrules)\b|\b(?:ping|srcset|background)\s*=/gi;

/** Everything in the built folders that could make a request, one line each. Needs a build. */
export async function checkNetwork(): Promise<string[]> {
  const problems = await Promise.all(BROWSERS.map((browser) => checkFolder(extensionFolder(browser))));
  return problems.flat();
}

async function checkFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  if (files.length === 0) return [`${named(folder)} holds nothing to check`];
  const problems = await Promise.all(
    files.sort().map(async (file) => networkUses(file, await readFile(file, "utf8"))),
  );
  return problems.flat().map((problem) => problem.replace(folder, named(folder)));
}

/** What in this file could make a request; `file` decides by its ending how it is read. */
export function networkUses(file: string, text: string): string[] {
  const found = usesIn(extname(file), text);
  if (found === null) return [`${file}: nobody has said how to check such a file`];
  return unique(
    found.filter((use) => EXCEPTIONS.get(basename(file)) !== use),
    file,
  );
}

/**
 * The options hand the reader's settings to the downloads as a blob in memory; there is no other way to save a file that
 * every browser has. No frame, worker or picture there could load from it: each of those is looked for by itself.
 */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([["options.js", ".createObjectURL"]]);

function usesIn(ending: string, text: string): string[] | null {
  switch (ending) {
    case ".js":
      return scriptUses(text);
    case ".css":
      return [...all(text, SHEET), ...addressesIn(text)];
    case ".html":
      return [...all(text, MARKUP), ...addressesIn(text)];
    case ".json":
      return addressesIn(text);
    // Pictures, and notices that nothing reads.
    case ".png":
    case ".txt":
      return [];
    default:
      return null;
  }
}

function scriptUses(text: string): string[] {
  const found: string[] = [];
  try {
    const program = parse(text, { ecmaVersion: "latest", sourceType: "script" });
    walk(program as AnyNode, null, (node, parent) => found.push(...usesOf(node, parent)));
  } catch (error) {
    found.push(`it cannot be parsed (${error instanceof Error ? error.message : error})`);
  }
  return found;
}

/** Any node of the tree, by the properties that are looked at here. */
interface AnyNode extends Node {
  name?: string;
  value?: unknown;
  computed?: boolean;
  key?: AnyNode;
  property?: AnyNode;
  object?: AnyNode;
  callee?: AnyNode;
  left?: AnyNode;
  arguments?: AnyNode[];
  properties?: AnyNode[];
  cooked?: string;
}

function walk(
  node: AnyNode,
  parent: AnyNode | null,
  visit: (node: AnyNode, parent: AnyNode | null) => void,
): void {
  visit(node, parent);
  for (const child of Object.values(node))
    for (const each of Array.isArray(child) ? child : [child]) if (isNode(each)) walk(each, node, visit);
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === "object" && value !== null && typeof (value as AnyNode).type === "string";

function usesOf(node: AnyNode, parent: AnyNode | null): string[] {
  switch (node.type) {
    case "ImportExpression":
    case "ImportDeclaration":
      return ["import"];
    case "Identifier":
      return APIS.has(node.name!) && !isKey(node, parent) ? [node.name!] : [];
    case "MemberExpression":
      return memberUses(node);
    case "ObjectPattern":
      return namesIn(node).filter((name) => APIS.has(name));
    case "NewExpression":
      return CONSTRUCTORS.has(calledName(node)) ? [`new ${calledName(node)}`] : [];
    case "CallExpression":
      return callUses(node);
    case "AssignmentExpression":
      return assignmentUses(node.left!);
    case "Literal":
      return typeof node.value === "string" ? textUses(node.value) : [];
    case "TemplateElement":
      return textUses((node.value as { cooked?: string | null }).cooked ?? "");
    default:
      return [];
  }
}

/** The name in `{ name: … }` or `class { name() {} }`, which is nobody's API; that in `x.name` is seen with its parent. */
function isKey(node: AnyNode, parent: AnyNode | null): boolean {
  if (!parent || parent.computed) return false;
  return parent.key === node ? parent.value !== node : parent.property === node;
}

function memberUses(node: AnyNode): string[] {
  const name = nameOf(node.property, node.computed);
  return APIS.has(name) ? [`.${name}`] : [];
}

function callUses(node: AnyNode): string[] {
  const name = calledName(node);
  const [first, second] = (node.arguments ?? []).map((argument) =>
    argument.type === "Literal" && typeof argument.value === "string" ? argument.value : "",
  );
  if (/^createElement(?:NS)?$/.test(name)) {
    const tag = (name === "createElement" ? first : second) ?? "";
    return LOADERS.has(tag) ? [`${name}("${tag}")`] : [];
  }
  if (/^setAttribute(?:NS)?$/.test(name)) {
    const attribute = (name === "setAttribute" ? first : second) ?? "";
    return SOURCES.has(attribute) ? [`${name}("${attribute}")`] : [];
  }
  const callee = node.callee!;
  if (name === "open" && (callee.type === "Identifier" || isWindow(callee.object))) return ["open()"];
  if (NAVIGATION.has(name) && isLocation(callee.object)) return [`location.${name}()`];
  return virtualElementUses(node.arguments ?? []);
}

/** `jsx("img", { src: … })`, whatever the minifier has made of `jsx`. */
function virtualElementUses([tag, attributes]: AnyNode[]): string[] {
  if (tag?.type !== "Literal" || attributes?.type !== "ObjectExpression") return [];
  const kind = LOADERS.has(String(tag.value)) ? [`<${tag.value}>`] : [];
  const names = namesIn(attributes).filter((name) => SOURCES.has(name));
  return [...kind, ...names.map((name) => `<${tag.value} ${name}>`)];
}

/** Names of the properties of an object, or of those that a pattern takes out of one. */
const namesIn = ({ properties = [] }: AnyNode): string[] =>
  properties.map(({ key, computed }) => nameOf(key, computed));

function assignmentUses(left: AnyNode): string[] {
  if (isLocation(left)) return ["location ="];
  if (left.type !== "MemberExpression") return [];
  const name = nameOf(left.property, left.computed);
  if (isLocation(left.object)) return [`location.${name} =`];
  return SOURCES.has(name) ? [`.${name} =`] : [];
}

function textUses(text: string): string[] {
  // `globalThis[name]` with the name in a variable; a text that is nothing but the name has no other use here.
  return [...(APIS.has(text) ? [`"${text}"`] : []), ...all(text, SHEET), ...addressesIn(text)];
}

const nameOf = (node: AnyNode | undefined, computed: boolean | undefined): string => {
  if (node?.type === "Literal") return String(node.value);
  if (node?.type === "TemplateLiteral") return "";
  return computed ? "" : (node?.name ?? "");
};

function calledName(node: AnyNode): string {
  const callee = node.callee!;
  return callee.type === "MemberExpression" ? nameOf(callee.property, callee.computed) : (callee.name ?? "");
}

const isWindow = (node: AnyNode | undefined): boolean =>
  node?.type === "Identifier" && /^(?:window|self|globalThis|top|parent)$/.test(node.name!);

const isLocation = (node: AnyNode | undefined): boolean =>
  (node?.type === "Identifier" && node.name === "location") ||
  (node?.type === "MemberExpression" && nameOf(node.property, node.computed) === "location");

/** A scheme alone names nobody, nor does a match pattern for every host. */
const NOBODY = /^https?:\/\/(?:\*\/\*)?$/;

function addressesIn(text: string): string[] {
  return all(text, ADDRESS).filter((address) => !ALLOWED.includes(address) && !NOBODY.test(address));
}

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([found]) => found);

const unique = (found: readonly string[], file: string): string[] =>
  [...new Set(found)].map((use) => `${file}: could reach for the network: ${use.slice(0, 120)}`);
