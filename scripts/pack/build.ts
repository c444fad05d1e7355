/** `pack build FOLDER`: a pack that is edited as a folder, one file an entity, becomes the one file that readers install. */
import { readPackFile } from "../../src/pack/format/read-pack.ts";
import { joinAnalysis, packText, problemLineOf, readAnalysisFiles } from "../lib/analysis/load.ts";
import { placeFor, writeNew } from "./files.ts";

export async function buildFolder(folder: string, out: string | undefined): Promise<boolean> {
  const pack = joinAnalysis(await readAnalysisFiles(folder));
  const text = packText(pack);
  const result = readPackFile(text);
  if (!result.ok) {
    for (const problem of result.problems) console.error(problemLineOf(problem));
    return false;
  }
  const path = placeFor(pack.id, out);
  await writeNew(path, text);
  console.log(path);
  return true;
}
