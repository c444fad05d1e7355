/** `npm run lint`: all that can be said of the sources and of the build without running them. `npm run typecheck`: types alone. */
import { BUILD_CHECKS, runChecks, SOURCE_CHECKS, TYPE_CHECKS } from "./lib/checks.ts";
import { cli } from "./lib/cli.ts";

const { types } = cli("lint, or npm run typecheck", { types: "flag" });
const failed = await runChecks(types ? TYPE_CHECKS : [...SOURCE_CHECKS, ...BUILD_CHECKS]);
process.exitCode = failed.length === 0 ? 0 : 1;
