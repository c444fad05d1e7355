/** `npm run lint`: everything that can be said of the sources and of the build without running them. */
import { runChecks } from "./lib/checks.ts";
import { BUILD_CHECK, BUILT_CHECKS, SOURCE_CHECKS } from "./lib/suite.ts";

const failed = await runChecks([...SOURCE_CHECKS, BUILD_CHECK, ...BUILT_CHECKS]);
process.exitCode = failed.length === 0 ? 0 : 1;
