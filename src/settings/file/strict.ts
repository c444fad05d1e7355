/** Every text brought into its canonical form, or refused: for what writes settings, and for what shows problems. */
import { readAlias } from "../aliases.ts";
import type { TextReaders } from "../parse.ts";
import { normalisePattern } from "../sites.ts";

export const strictly: TextReaders = Object.freeze({ pattern: normalisePattern, alias: readAlias });
