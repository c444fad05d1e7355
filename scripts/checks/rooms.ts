/**
 * Who may import whom: the rooms of `src/` from the inside out. A room may import from itself and from the rooms above it
 * in the table, except those that it names; anything else fails the build. Types count like code: a type that crosses a
 * wall is knowledge that crosses it.
 */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path/posix";
import { type Import, importsOf } from "../lib/imports.ts";
import { packageOf } from "../lib/licences.ts";
import { filesBelow, inRoot, PAGES, ROOT } from "../lib/paths.ts";

interface Room {
  /** The folder under `src/`. Of two that hold a file, the longer one is its room. */
  path: string;
  /** No document, no extension API: type-checked without them (tsconfig.pure.json). */
  pure?: true;
  /** Rooms above it that it must not know. */
  not?: readonly string[];
  /** Packages that it may import. */
  packages?: readonly string[];
  /** It may ask for the bundled analysis (`sidelight:…`). The others are handed a pack. */
  bundled?: true;
}

/** Pages of the extension import nothing of one another: every page stands below the list of all the others. */
const page = (path: string): Room => ({
  path,
  not: [
    "content",
    "background",
    ...PAGES.filter((other) => other !== path),
    ...(path === "maker" ? [] : ["draft"]),
  ],
  packages: ["preact", "webextension-polyfill", "fuse.js", ...(path === "atlas" ? ["d3-force"] : [])],
  bundled: true,
});

const ROOMS: readonly Room[] = [
  { path: "i18n", pure: true },
  { path: "pack", pure: true },
  { path: "spot", pure: true },
  { path: "search", pure: true, packages: ["fuse.js"] },
  { path: "settings", pure: true, not: ["search", "spot"], packages: ["jsonc-parser"] },
  { path: "pack/format", pure: true, not: ["search"] },
  { path: "messages", pure: true, not: ["search"] },
  { path: "entity", not: ["search", "settings"], packages: ["preact"] },
  { path: "content/extension", not: ["search", "entity"] },
  { path: "content/page", not: ["search", "settings", "messages", "entity", "content/extension"] },
  { path: "content/card", not: ["search", "messages", "content/extension"], packages: ["preact"] },
  { path: "content/sentinel", not: ["search", "entity"] },
  { path: "content", not: ["search"], bundled: true },
  // Above the background, which calls the API by the same client as our pages do.
  { path: "browser", not: ["content", "entity"], packages: ["webextension-polyfill"], bundled: true },
  {
    path: "background",
    not: ["content", "entity"],
    packages: ["webextension-polyfill", "idb"],
    bundled: true,
  },
  // Below all that runs in pages of others: only an editor's page and the scripts draft.
  {
    path: "draft",
    pure: true,
    not: ["i18n", "search", "settings", "messages", "entity", "content", "browser", "background"],
  },
  { path: "pages", not: ["draft", "content", "background"], packages: ["preact"] },
  ...PAGES.map(page),
];

export const PURE_ROOMS = ROOMS.filter(({ pure }) => pure).map(({ path }) => path);

/** Every import in `src/` that crosses a wall, one line each. Circles of files are Biome's to find (`noImportCycles`). */
export async function checkRooms(): Promise<string[]> {
  const files = (await sourceFiles()).map(async (file) =>
    wallsCrossed(file, importsOf(file, await readFile(join(ROOT, file), "utf8"))),
  );
  return (await Promise.all(files)).flat();
}

/** Sources under `src/`, relative to the project, sorted. */
export async function sourceFiles(): Promise<string[]> {
  const files = (await filesBelow(inRoot("src"))).map((file) => join("src", file));
  return files.filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"));
}

/** @param file relative to the project, as `src/spot/decide/choose.ts` */
export function wallsCrossed(file: string, imports: readonly Import[]): string[] {
  const room = roomOf(file);
  if (!room) return [`${file}: src/ has no room of that name; give it one in scripts/checks/rooms.ts`];
  return imports.flatMap(({ specifier, typeOnly, line }) => {
    const refused = (what: string) => [`${file}:${line}: ${room.path} may not import ${what}`];
    if (specifier.startsWith("sidelight:")) return room.bundled ? [] : refused("the bundled analysis");
    if (!specifier.startsWith(".")) {
      const name = packageOf(`node_modules/${specifier}/`)!;
      return room.packages?.includes(name) ? [] : refused(`the package ${name}`);
    }
    const target = join(dirname(file), specifier);
    // The English messages say which keys there are.
    if (target === "assets/_locales/en/messages.json" && typeOnly) return [];
    const other = roomOf(target);
    return other && mayImport(room, other) ? [] : refused(target);
  });
}

function mayImport(room: Room, other: Room): boolean {
  if (room === other) return true;
  if (room.not?.some((path) => other.path === path || other.path.startsWith(`${path}/`))) return false;
  return ROOMS.indexOf(other) < ROOMS.indexOf(room);
}

/** `spot` of `src/spot/letters/fold.ts`; `content/page`, not `content`, of `src/content/page/…`. */
function roomOf(path: string): Room | undefined {
  return ROOMS.filter(({ path: room }) => path.startsWith(`src/${room}/`)).sort(
    (a, b) => b.path.length - a.path.length,
  )[0];
}
