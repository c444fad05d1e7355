/** `pack new NAME`: a pack to fill in. */
import { emptyPack, exampleEntity, freshId, TO_WRITE } from "../../src/draft/skeleton.ts";
import { packText } from "../lib/analysis/load.ts";
import { placeFor, today, writeNew } from "./files.ts";

export async function newPack(name: string, language: string, out: string | undefined): Promise<boolean> {
  const id = freshId(name, new Set());
  const path = placeFor(id, out);
  const pack = {
    ...emptyPack(id, language, today()),
    passages: [{ id: "p1", gist: `${TO_WRITE}: one line of your own on the article's first paragraph` }],
    entities: [exampleEntity(language)],
  };
  await writeNew(path, packText(pack));
  console.log(`${path}\nFill in what says ${TO_WRITE}; npm run pack -- check FILE counts what is left.`);
  return true;
}
