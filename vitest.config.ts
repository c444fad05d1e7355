/**
 * Four projects. `unit` and `unit-alone` run in Node; `chromium` and `firefox` run the same specs against the built extension in the
 * real browser (`npm run build` first, or `npm test`, which does): one project after the other, but in `npm test` at once.
 */
import { basename } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { BROWSERS } from "./scripts/lib/browsers.ts";

/** These take longest, in this order: begun first, none is left alone at the end. */
const LONGEST = (
  "card-rules hostile memory hit options card-frames update reach card-places kills mutations languages ways-in own-names " +
  "card-edges compromised"
).split(" ");

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.indexOf(basename(moduleId, ".spec.ts"));
      return place < 0 ? LONGEST.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/** Whose modules keep a state, or are replaced by a test: each of these files has modules of its own. */
const ALONE = "test/{background,browser,content}/**/*.test.{ts,tsx}";

const unit = (name: string, isolate: boolean, include: string, exclude: string[] = []) => ({
  test: {
    ...{ name, isolate, include: [include], exclude },
    setupFiles: ["scripts/lib/messages.ts"],
    // Properties run thousands of cases: seconds on a machine of one's own, more beside two browsers.
    testTimeout: 60_000,
  },
});

const endToEnd = BROWSERS.map((browser, index) => ({
  test: {
    name: browser,
    include: ["test/e2e/**/*.spec.ts"],
    provide: { browser },
    // Files of one worker hand their browser on (test/e2e/session.ts). That takes a process that lives on between them, and
    // projects that take no turns: a worker ends when what comes next is another project's.
    pool: "forks" as const,
    isolate: false,
    sequence: { groupOrder: index + 1 },
    // A browser starts in seconds, not milliseconds, and more slowly while another one is starting.
    hookTimeout: 90_000,
    testTimeout: 90_000,
    // A browser has moods of its own on a busy machine. What passes at the second try is named by `npm test`, not hidden.
    retry: 1,
  },
}));

export default defineConfig({
  test: {
    // Each worker of an end-to-end project has a browser of its own, or two.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      unit("unit", false, "test/**/*.test.{ts,tsx}", [ALONE]),
      unit("unit-alone", true, ALONE),
      ...endToEnd,
    ],
  },
});
