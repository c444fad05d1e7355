import type { Lock } from "../../src/background/settings/writer.ts";

/** A lock as the browser's: tasks run one after the other, whatever becomes of those before. */
export function queue(): Lock {
  let tail: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = tail.then(task);
    tail = run.catch(() => undefined);
    return run;
  };
}
