/** What to open: addresses as they are, local files over a server on this machine. */
import { stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { type Server, serve } from "./serve.ts";

export interface Target {
  /** As a table names it. */
  name: string;
  address: string;
}

export interface Targets {
  targets: Target[];
  /** Every page comes from this machine. */
  local: boolean;
  close(): Promise<void>;
}

/**
 * @param given addresses (`https://…`) and paths of HTML files, relative to `folder`
 * @throws naming a file that is not there
 */
export async function resolveTargets(given: readonly string[], folder: string): Promise<Targets> {
  const folders: Record<string, string> = {};
  const places = await Promise.all(
    given.map((item) => (isAddress(item) ? null : fileAt(resolve(folder, item), item))),
  );
  for (const [index, file] of places.entries()) if (file !== null) folders[`page-${index}`] = dirname(file);
  const local = Object.keys(folders).length > 0;
  const server: Server | null = local ? await serve(folders) : null;
  const targets = given.map((item, index) => {
    const file = places[index] ?? null;
    if (file === null) return { name: item, address: item };
    const name = basename(file);
    return { name, address: `${server!.address}page-${index}/${encodeURIComponent(name)}` };
  });
  return {
    targets,
    local: places.every((file) => file !== null),
    close: async () => server?.close(),
  };
}

function isAddress(item: string): boolean {
  return /^https?:\/\//i.test(item);
}

async function fileAt(path: string, asGiven: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile())
    throw new Error(
      `${asGiven} is neither a file nor an address (addresses begin with http:// or https://).`,
    );
  return path;
}
