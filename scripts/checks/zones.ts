/** Who may import whom. Each room of `src/` names the rooms and packages that it may reach; anything else is an error. */
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path/posix";
import { importsOf } from "../lib/imports.ts";
import { packageOf } from "../lib/licences.ts";
import { inRoot, ROOT } from "../lib/paths.ts";

interface Zone {
  /** Rooms whose code it may use; itself is always allowed. */
  code: readonly string[];
  /** Rooms of which it may use types only. */
  types: readonly string[];
  /** Packages. `*` stands for any. */
  packages: readonly string[];
  /** No document, no extension API: type-checked without them, and bundled alone. */
  pure?: true;
}

const ANY_ROOM_BUT_PAGE = ["spot", "pack", "search", "settings", "messages", "card", "platform"];

export const ZONES: Readonly<Record<string, Zone>> = {
  spot: { code: [], types: ["pack"], packages: [], pure: true },
  pack: { code: [], types: ["spot"], packages: [], pure: true },
  search: { code: [], types: ["pack", "spot"], packages: ["fuse.js"], pure: true },
  settings: { code: [], types: ["pack"], packages: [], pure: true },
  messages: { code: [], types: ["pack", "settings", "spot", "page"], packages: [], pure: true },
  page: { code: ["spot"], types: ["pack"], packages: [] },
  card: { code: ["pack"], types: ["spot", "page"], packages: ["preact"] },
  platform: { code: ["settings", "messages", "pack"], types: [], packages: ["webextension-polyfill"] },
  popup: { code: ANY_ROOM_BUT_PAGE, types: [], packages: ["*"] },
  options: { code: ANY_ROOM_BUT_PAGE, types: [], packages: ["*"] },
  welcome: { code: [...ANY_ROOM_BUT_PAGE, "options"], types: [], packages: ["*"] },
  entries: {
    code: [...ANY_ROOM_BUT_PAGE, "page", "popup", "options", "welcome"],
    types: [],
    packages: ["*"],
  },
};

/** Rooms that may ask for the bundled analysis; the others are handed a pack. */
const BUNDLED_INTO = ["entries", "popup", "options"];

export const PURE_ROOMS = Object.keys(ZONES).filter((room) => ZONES[room]!.pure);

/** Every import in `src/` that its zone does not allow, one line each. */
export async function checkZones(): Promise<string[]> {
  const files = await sourceFiles();
  const problems = await Promise.all(
    files.map(async (file) => problemsIn(file, await readFile(join(ROOT, file), "utf8"))),
  );
  return problems.flat();
}

/** Sources under `src/`, relative to the project, sorted. */
export async function sourceFiles(): Promise<string[]> {
  const entries = await readdir(inRoot("src"), { recursive: true });
  return entries
    .map((entry) => join("src", entry.replaceAll("\\", "/")))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .sort();
}

export function problemsIn(file: string, source: string): string[] {
  const room = roomOf(file);
  const zone = room === null ? undefined : ZONES[room];
  if (room === null || !zone)
    return [`${file}: src/ has no room of that name; give it a zone in scripts/checks/zones.ts`];
  return importsOf(source).flatMap(({ specifier, typeOnly, line }) => {
    const at = `${file}:${line}:`;
    if (specifier.startsWith("sidelight:"))
      return BUNDLED_INTO.includes(room) ? [] : [`${at} ${file} may not import the bundled analysis`];
    if (!specifier.startsWith(".")) {
      const name = packageOf(`node_modules/${specifier}/`)!;
      const allowed = zone.packages.includes("*") || zone.packages.includes(name);
      return allowed ? [] : [`${at} ${file} may not import the package ${name}`];
    }
    const target = join(dirname(file), specifier);
    // The English messages say which keys there are.
    if (target === "assets/_locales/en/messages.json" && typeOnly) return [];
    const other = roomOf(target);
    if (other === room || (other !== null && zone.code.includes(other))) return [];
    if (other !== null && zone.types.includes(other))
      return typeOnly ? [] : [`${at} ${file} may import only types from ${target} (use "import type")`];
    return [`${at} ${file} may not import ${target}`];
  });
}

/** `spot` of `src/spot/letters/fold.ts`; `null` outside the rooms. */
function roomOf(path: string): string | null {
  return /^src\/([^/]+)\/./.exec(path)?.[1] ?? null;
}
