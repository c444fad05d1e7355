/** The linters: Biome over the tree, and Mozilla's over the extension that was built for Firefox. */
import { extensionFolder } from "../lib/paths.ts";
import { failureOf, runNode } from "../lib/run.ts";

export async function checkBiome(): Promise<string[]> {
  const ran = await runNode("@biomejs/biome/bin/biome", [
    "check",
    "--colors=off",
    "--error-on-warnings",
    ".",
  ]);
  return ran.status === 0 ? [] : failureOf(ran, "biome check");
}

interface LintMessage {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

/** Errors and warnings both count: a store's reviewer sees them all. */
export async function checkWebExt(): Promise<string[]> {
  const args = [
    "lint",
    "--source-dir",
    extensionFolder("firefox"),
    "--output",
    "json",
    "--boring",
    "--no-config-discovery",
  ];
  const ran = await runNode("web-ext/bin/web-ext.js", args);
  let report: { errors: LintMessage[]; warnings: LintMessage[] };
  try {
    report = JSON.parse(ran.stdout);
  } catch {
    return failureOf(ran, "web-ext lint");
  }
  return [...report.errors, ...report.warnings].map(
    ({ code, message, file, line }) => `${file ?? "extension"}${line ? `:${line}` : ""}: ${code}: ${message}`,
  );
}
