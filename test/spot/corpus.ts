/** The labelled texts in `corpus/`: one file a language, named by its tag. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type LabelledText, parseMarked } from "../harness/evaluate/labelled.ts";

const FOLDER = join(import.meta.dirname, "corpus");

/** @throws {Error} where a file is not in the format of `parseMarked` */
export async function loadCorpus(): Promise<LabelledText[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith(".txt")).sort();
  const texts = await Promise.all(
    files.map(async (file) =>
      parseMarked(file, file.slice(0, -".txt".length), await readFile(join(FOLDER, file), "utf8")),
    ),
  );
  return texts.flat();
}
