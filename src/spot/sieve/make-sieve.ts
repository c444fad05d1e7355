/** A sieve of its runs (choose.ts): made where a pack is built or a name is given, never in a page. */
import { makeVocabulary } from "../names/vocabulary.ts";
import { End, EXACT, type Sieve, type Written } from "./sieve.ts";

interface Node {
  word: number;
  children: Map<number, Node>;
  /** `null`: in whatever letters. */
  written: Written[] | null;
}

const LINE = /^([^=~]*)([=~]?)(.*)$/;

/** @param runs of folded words, one a line (choose.ts) */
export function makeSieve(runs: string): Sieve {
  const lines = runs.split("\n").map((line) => LINE.exec(line)!);
  const spelled = lines.map(([, run]) => run!.split(" "));
  const ids = new Map<string, number>();
  const idOf = (word: string): number => {
    const known = ids.get(word);
    if (known === undefined) ids.set(word, ids.size);
    return known ?? ids.size - 1;
  };
  // The first words get the lowest ids.
  for (const [first] of spelled) idOf(first!);
  const firstWords = ids.size;
  const root: Node = { word: 0, children: new Map(), written: [] };
  lines.forEach(([, , sign, text], i) => {
    addRun(root, spelled[i]!.map(idOf), sign ? { text: text!, amongCapitals: sign === EXACT } : null);
  });
  return { vocabulary: makeVocabulary([...ids.keys()], firstWords), firstWords, ...layOut(root) };
}

function addRun(root: Node, run: readonly number[], written: Written | null): void {
  let node = root;
  for (const word of run) {
    let child = node.children.get(word);
    if (!child) {
      child = { word, children: new Map(), written: [] };
      node.children.set(word, child);
    }
    node = child;
  }
  if (written) node.written?.push(written);
  else node.written = null;
}

/** Level by level, so that a node's children stand side by side. */
function layOut(root: Node): Pick<Sieve, "children" | "words" | "ends" | "written"> {
  const nodes = [root];
  const children: number[] = [];
  const written: Record<number, readonly Written[]> = {};
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    children.push(nodes.length);
    nodes.push(...[...node.children.values()].sort((a, b) => a.word - b.word));
    if (node.written && node.written.length > 0) written[at] = node.written;
  }
  return {
    children: Int32Array.from([...children, nodes.length]),
    words: Int32Array.from(nodes, ({ word }) => word),
    ends: Uint8Array.from(nodes, (node) => endOf(node)),
    written,
  };
}

const endOf = ({ written }: Node): number =>
  written === null ? End.Any : written.length > 0 ? End.Written : End.None;
