/** The hostile pages, and what each expects: the block `expect` in its markup, or a comment `expect: {…}` in XML and text. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { inRoot } from "../../../scripts/lib/paths.ts";

export const HOSTILE = inRoot("test/hostile");

export interface Expectation {
  /** The texts of the marks in order, or (of many) their number. */
  marks: string[] | number;
  /** Pairs of entity and text in order, or their number; nothing is said of them if absent. */
  mentions?: Array<[entity: string, text: string]> | number;
  /** What the popup is told; `marked` if absent. */
  status?: "marked" | "unreadable";
  /** The marks of each frame, in the order of the tree. */
  frames?: Array<string[]>;
  /** `opens`: hovering the first mark brings the card. `never`: it cannot, and no error and no trace are left. */
  card?: "opens" | "never";
  /** The page never comes to rest: its mutations are not counted, and elements with `data-volatile` are not compared. */
  restless?: true;
  /** Big: `npm test` opens it in a small size, `npm run check:hostile` in the full one. */
  sizes?: { small: number; full: number };
  /** Sent with the page. */
  headers?: Record<string, string>;
}

export interface HostileCase {
  /** File name. */
  name: string;
  expects: Expectation;
}

const BLOCK = /<script type="application\/json" id="expect">([\s\S]*?)<\/script>|\bexpect: (\{.*\})/;

export function expectationIn(text: string): Expectation | null {
  const found = BLOCK.exec(text);
  return found ? (JSON.parse((found[1] ?? found[2])!) as Expectation) : null;
}

/** @throws naming a file without an expectation; folders below hold what the cases load */
export async function readCases(folder: string): Promise<HostileCase[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort();
  return Promise.all(
    names.map(async (name) => {
      const expects = expectationIn(await readFile(join(folder, name), "utf8"));
      if (!expects) throw new Error(`${name} says nothing of what it expects`);
      return { name, expects };
    }),
  );
}
