/** `pack diff OLD NEW`: what readers of the old one get with the new. */
import { diffPacks, isUnchanged, type PackDiff } from "../../src/pack/format/diff-packs.ts";
import { readPack } from "./files.ts";

export async function diffFiles(before: string, after: string): Promise<boolean> {
  const [old, fresh] = [await readPack(before), await readPack(after)];
  for (const one of [old, fresh]) if ("problems" in one) for (const line of one.problems) console.error(line);
  if ("problems" in old || "problems" in fresh) return false;
  const diff = diffPacks(old.pack, fresh.pack);
  if (isUnchanged(diff)) console.log("No difference.");
  for (const line of linesOf(diff)) console.log(line);
  return true;
}

function* linesOf({ head, entities, names, sentences }: PackDiff): Generator<string> {
  if (head.length > 0) yield `~ ${head.join(", ")}`;
  yield* changes(entities, ({ id, name }) => `${id}: ${name}`);
  yield* changes(names, ({ owner, use, text }) => `${owner}: ${use} “${text}”`);
  yield* changes(sentences, ({ kind, id, text }) => `${id}: ${kind}: ${text}`);
}

/** As in other tools' diffs: − gone, + new, ~ changed, with what it was before. */
function* changes<T>(
  { added, removed, changed }: { added: T[]; removed: T[]; changed: { before: T; after: T }[] },
  say: (one: T) => string,
): Generator<string> {
  for (const one of removed) yield `- ${say(one)}`;
  for (const one of added) yield `+ ${say(one)}`;
  for (const { before, after } of changed) {
    const [was, is] = [say(before), say(after)];
    yield was === is ? `~ ${is}` : `~ ${was}\n  → ${is}`;
  }
}
