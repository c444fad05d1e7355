/** A small server on the loopback, so that local files behave like pages: an origin, content types, frames. */
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve, sep } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".htm": "text/html",
  ".xhtml": "application/xhtml+xml",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".pdf": "application/pdf",
  ".css": "text/css",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".txt": "text/plain",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

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
      if (file === null || !(await stat(file)).isFile()) throw new Error("none");
      const bytes = await readFile(file);
      response.writeHead(200, {
        "content-type": contentType(file, bytes),
        "cache-control": "no-store",
        ...headersOf(bytes.toString("utf8")),
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
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    requests,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Never outside of the folders, whatever the path says. */
function fileOf(path: string, folders: Readonly<Record<string, string>>): string | null {
  const { pathname } = new URL(path, "http://127.0.0.1");
  const [, key = "", ...rest] = decodeURIComponent(pathname).split("/");
  const folder = Object.hasOwn(folders, key) ? resolve(folders[key]!) : null;
  if (folder === null) return null;
  const file = join(folder, ...rest);
  return file.startsWith(folder + sep) ? file : null;
}

/**
 * The type, and UTF-8 where the bytes are that and the document does not say otherwise: saved pages often declare
 * older encodings in their own markup, and a header would overrule them.
 */
function contentType(file: string, bytes: Buffer): string {
  const type = TYPES[extname(file).toLowerCase()] ?? "application/octet-stream";
  if (!/^text\/|json|xml/.test(type)) return type;
  const declares = type === "text/html" && /charset\s*=/i.test(bytes.subarray(0, 4096).toString("latin1"));
  return declares || !isUtf8(bytes) ? type : `${type}; charset=utf-8`;
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
