/** A small server on the loopback, so that local files behave like pages: an origin, content types, frames. */
import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve, sep } from "node:path";

/** `type/subtype: endings` */
const TYPES = new Map(
  [
    "text/html: .html .htm",
    "text/css: .css",
    "text/javascript: .js .mjs",
    "text/plain: .txt",
    "application/xhtml+xml: .xhtml",
    "application/xml: .xml",
    "application/pdf: .pdf",
    "application/json: .json",
    "image/svg+xml: .svg",
    "image/png: .png",
    "image/jpeg: .jpg .jpeg",
    "image/gif: .gif",
    "image/webp: .webp",
    "font/woff2: .woff2",
    "application/wasm: .wasm",
  ].flatMap((line) => {
    const [type = "", endings = ""] = line.split(": ");
    return endings.split(" ").map((ending) => [ending, type] as const);
  }),
);

export interface Server {
  /** `http://127.0.0.1:PORT/`; the folders are below it under their keys. */
  address: string;
  /** Paths asked for, in order. */
  requests: string[];
  close(): Promise<void>;
}

/**
 * Serves each folder under its key: `{ a: folder }` makes its `y.html` into `…/a/y.html`.
 * @param headersOf what is sent with a file besides, by its text
 */
export async function serve(
  folders: Readonly<Record<string, string>>,
  headersOf: (text: string) => Readonly<Record<string, string>> = () => ({}),
): Promise<Server> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? "/";
    requests.push(path);
    try {
      const file = fileOf(path, folders);
      const bytes = await readFile(file);
      const headers = headersOf(bytes.toString("utf8"));
      response.writeHead(200, {
        ...{ "content-type": contentType(file, bytes), "cache-control": "no-store" },
        ...headers,
      });
      response.end(bytes);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" });
      response.end("There is no such file here.\n");
    }
  });
  await new Promise<void>((ready, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", ready);
  });
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests, close };
}

/** Never outside of the folders, whatever the path says. Throws where there is none. */
function fileOf(path: string, folders: Readonly<Record<string, string>>): string {
  const { pathname } = new URL(path, "http://127.0.0.1");
  const [, key = "", ...rest] = decodeURIComponent(pathname).split("/");
  if (!Object.hasOwn(folders, key)) throw new Error("no such folder");
  // A folder means its index, as everywhere: Speedometer's suites are opened so.
  const file = join(resolve(folders[key]!), ...rest, rest.at(-1) === "" ? "index.html" : "");
  if (!file.startsWith(resolve(folders[key]!) + sep)) throw new Error("outside");
  return file;
}

/**
 * The type, and UTF-8 where the bytes are that and the document does not say otherwise: saved pages often declare
 * older encodings in their own markup, and a header would overrule them.
 */
function contentType(file: string, bytes: Buffer): string {
  const type = TYPES.get(extname(file).toLowerCase()) ?? "application/octet-stream";
  if (!/^text\/|json|xml/.test(type)) return type;
  const declares = type === "text/html" && /charset\s*=/i.test(bytes.subarray(0, 4096).toString("latin1"));
  return declares || !isUtf8(bytes) ? type : `${type}; charset=utf-8`;
}
