/** The built extension with its scripts altered on purpose, in a browser of its own. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, inject } from "vitest";
import { extensionFolder } from "../../scripts/lib/paths.ts";
import { launch } from "../harness/driver/launch.ts";
import { FOR_TESTS, type Session, useServer } from "./session.ts";

/** A script's name → what becomes of it: `{ "popup.js": (script) => FAULT + script }`. */
type Alterations = Readonly<Record<string, (script: string) => string>>;

interface AlteredExtension extends Session {
  /** Alters further scripts, or the same ones otherwise: each time from what was built. */
  alter(alterations: Alterations): Promise<void>;
}

/** To be read inside of tests only. */
export function useAlteredExtension(alterations: Alterations): AlteredExtension {
  const built = extensionFolder(inject("browser"));
  let folder: string;
  const altered = {
    async alter(alterations: Alterations) {
      for (const [name, alter] of Object.entries(alterations))
        await writeFile(join(folder, name), alter(await readFile(join(built, name), "utf8")));
    },
  } as AlteredExtension;
  useServer(altered);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "sidelight-altered-"));
    await cp(built, folder, { recursive: true });
    await altered.alter(alterations);
    altered.driver = await launch(inject("browser"), { ...FOR_TESTS, extension: folder });
  });
  afterAll(async () => {
    await altered.driver?.close();
    await rm(folder, { recursive: true, force: true });
  });
  return altered;
}
