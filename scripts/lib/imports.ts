/** Every import of a TypeScript source, type-only ones included (which bundlers drop without a trace). */
export interface Import {
  specifier: string;
  /** Only types come over: nothing of it is left at run time. */
  typeOnly: boolean;
  /** Counted from 1. */
  line: number;
}

const COMMENT_OR_STRING = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;
const STATEMENT = /^[ \t]*(?:import|export)\s+(?:([^"'`;=()]*?)\s*from\s*)?["']([^"']+)["']/gm;
const CALL = /\bimport\s*\(\s*["']([^"']+)["']\s*\)(\s*\.)?/g;

export function importsOf(source: string): Import[] {
  // Blank comments out, keeping the line count; strings are matched only so that "//" in one is no comment.
  const code = source.replace(COMMENT_OR_STRING, (text) =>
    text.startsWith("/") ? text.replace(/[^\n]/g, " ") : text,
  );
  const lineAt = (index: number) => code.slice(0, index).split("\n").length;
  const found: Import[] = [];
  for (const match of code.matchAll(STATEMENT)) {
    const start = match.index + match[0].search(/\S/);
    found.push({ specifier: match[2]!, typeOnly: isTypeOnly(match[1] ?? ""), line: lineAt(start) });
  }
  for (const match of code.matchAll(CALL)) {
    // `import("x").Name` is a type; an import at run time yields a promise, of which only `.then` is taken.
    found.push({ specifier: match[1]!, typeOnly: false, line: lineAt(match.index) });
  }
  return found.sort((a, b) => a.line - b.line);
}

/** `type { A }`, `type A`, or `{ type A, type B }`. */
function isTypeOnly(clause: string): boolean {
  if (/^type\s+[^,]/.test(clause)) return true;
  const names = /^\{([^}]*)\}$/.exec(clause.trim())?.[1];
  if (names === undefined) return false;
  const each = names
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  return each.length > 0 && each.every((name) => name.startsWith("type "));
}
