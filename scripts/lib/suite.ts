/** The checks that `npm run lint` and `npm test` share, in the order in which they are worth knowing. */
import { checkBiome, checkWebExt } from "../checks/lint.ts";
import { checkMessages } from "../checks/messages.ts";
import { checkRooms } from "../checks/rooms.ts";
import type { Check } from "./checks.ts";
import { buildExtension } from "./extension.ts";
import { typeCheck } from "./tsc.ts";

export const SOURCE_CHECKS: readonly Check[] = [
  { name: "types: the extension", run: () => typeCheck("tsconfig.json") },
  {
    name: "types: the pure rooms know no document and no extension API",
    run: () => typeCheck("tsconfig.pure.json"),
  },
  { name: "types: scripts and tests", run: () => typeCheck("tsconfig.node.json") },
  { name: "biome: format and lint", run: checkBiome },
  { name: "messages: every language has every word, and none stands in the code", run: checkMessages },
  { name: "rooms: who may import whom, and no circle", run: checkRooms },
];

export const BUILD_CHECK: Check = {
  name: "build: both browsers, within budget, without network or markup from text",
  run: async () => (await buildExtension({ minify: true })).problems,
};

/** These need a build. */
export const BUILT_CHECKS: readonly Check[] = [
  { name: "web-ext lint: no error, no warning", run: checkWebExt },
];
