/** Every import of a TypeScript source, type-only ones included (which bundlers drop without a trace). */
import { parseSync } from "oxc-parser";

export interface Import {
  specifier: string;
  /** Only types come over: nothing of it is left at run time. */
  typeOnly: boolean;
  /** Counted from 1. */
  line: number;
}

/**
 * @param file its name, which tells the parser the dialect
 * @throws naming the file, where the source cannot be parsed
 */
export function importsOf(file: string, source: string): Import[] {
  const { module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  const lineAt = (offset: number) => source.slice(0, offset).split("\n").length;
  const found: Import[] = module.staticImports.map(({ moduleRequest, entries, start }) => ({
    specifier: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    line: lineAt(start),
  }));
  for (const { entries, start } of module.staticExports) {
    const specifier = entries.find(({ moduleRequest }) => moduleRequest)?.moduleRequest?.value;
    if (specifier !== undefined)
      found.push({ specifier, typeOnly: entries.every(({ isType }) => isType), line: lineAt(start) });
  }
  for (const { moduleRequest, start } of module.dynamicImports) {
    const specifier = /^["'`](.*)["'`]$/s.exec(source.slice(moduleRequest.start, moduleRequest.end))?.[1];
    if (specifier === undefined)
      throw new Error(`${file}:${lineAt(start)}: an import of what is not a literal`);
    found.push({ specifier, typeOnly: false, line: lineAt(start) });
  }
  return found.sort((a, b) => a.line - b.line);
}
