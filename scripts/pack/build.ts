/** `pack build FOLDER`: a pack that is edited as a folder, one file an entity, becomes the one file that readers install. */
import { readPackFile } from "../../src/pack/format/read-pack.ts";
import { joinAnalysis, packText, problemLineOf, readAnalysisFiles } from "../lib/analysis/load.ts";
import { PACK_ENDING, writeNew } from "./files.ts";

export async function buildFolder(
  folder: string,
  here: (path: string) => string,
  out: string | undefined,
): Promise<boolean> {
  const pack = joinAnalysis(await readAnalysisFiles(folder));
  const text = packText(pack);
  const result = readPackFile(text);
  if (!result.ok) {
    for (const problem of result.problems) console.error(problemLineOf(problem));
    return false;
  }
  const path = out ?? here(`${pack.id}${PACK_ENDING}`);
  await writeNew(path, text);
  console.log(path);
  return true;
}
