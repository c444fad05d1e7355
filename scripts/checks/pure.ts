/** The pure rooms stand alone: each bundles with nothing but itself and the packages of its zone. */
import { build, type Plugin } from "esbuild";
import { inRoot, ROOT } from "../lib/paths.ts";
import { PURE_ROOMS, sourceFiles, ZONES } from "./zones.ts";

export async function checkPureRooms(): Promise<string[]> {
  const files = await sourceFiles();
  const problems = await Promise.all(
    PURE_ROOMS.map((room) =>
      bundleAlone(
        room,
        files.filter((file) => file.startsWith(`src/${room}/`)),
      ),
    ),
  );
  return problems.flat();
}

async function bundleAlone(room: string, entryPoints: string[]): Promise<string[]> {
  if (entryPoints.length === 0) return [`src/${room}: holds no source`];
  try {
    await build({
      absWorkingDir: ROOT,
      entryPoints,
      bundle: true,
      write: false,
      outdir: "alone",
      format: "esm",
      platform: "neutral",
      mainFields: ["module", "main"],
      logLevel: "silent",
      plugins: [onlyFrom(room)],
    });
    return [];
  } catch (error) {
    const { errors = [] } = error as {
      errors?: Array<{ text: string; location?: { file: string; line: number } }>;
    };
    return errors.map(
      ({ text, location }) => `${location?.file ?? `src/${room}`}:${location?.line ?? 1}: ${text}`,
    );
  }
}

function onlyFrom(room: string): Plugin {
  const own = inRoot("src", room);
  const packages = ZONES[room]!.packages.map((name) => inRoot("node_modules", name));
  return {
    name: "only-from",
    setup({ onLoad }) {
      onLoad({ filter: /.*/ }, ({ path }) =>
        [own, ...packages].some((folder) => path.startsWith(folder))
          ? null
          : {
              errors: [
                { text: `src/${room} does not stand alone: it brings in ${path.slice(ROOT.length + 1)}` },
              ],
            },
      );
    },
  };
}
