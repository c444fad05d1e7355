/** A command run in this process instead of one of its own, which takes a second to start. */
import { vi } from "vitest";

export interface Outcome {
  /** As the process would end. */
  code: number;
  /** What it prints. */
  out: string;
  err: string;
}

class Exit extends Error {}

/**
 * @param words on the command line
 * @param run the command
 * @param folder in which one calls it, as npm says it
 */
export async function given(words: readonly string[], run: () => unknown, folder?: string): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const { exitCode } = process;
  vi.spyOn(console, "log").mockImplementation((line) => void out.push(`${line}\n`));
  vi.spyOn(console, "error").mockImplementation((line) => void err.push(`${line}\n`));
  vi.spyOn(process, "exit").mockImplementation((status) => {
    process.exitCode = status ?? 0;
    throw new Exit();
  });
  vi.spyOn(process, "argv", "get").mockReturnValue(["node", "script", ...words]);
  if (folder !== undefined) vi.stubEnv("INIT_CWD", folder);
  process.exitCode = 0;
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
  } finally {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  }
  const code = Number(process.exitCode);
  process.exitCode = exitCode;
  return { code, out: out.join(""), err: err.join("") };
}
