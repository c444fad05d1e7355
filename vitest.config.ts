/**
 * Three projects. `unit` runs in Node; `chromium` and `firefox` run the same specs against the built extension in the
 * real browser (`npm run build` first, or `npm test`, which does), one project after the other.
 */
import { basename } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { BROWSERS } from "./scripts/lib/browsers.ts";

/** These take far longer than others: begun first, none is left alone at the end. */
const LONGEST = [
  "memory.spec.ts",
  "hostile.spec.ts",
  "card-rules.spec.ts",
  "mutations.spec.ts",
  "kills.spec.ts",
  "update.spec.ts",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => (LONGEST.includes(basename(moduleId)) ? 0 : 1);
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

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
    // Each worker of an end-to-end project has a browser of its own, or two. With four on two processors, files that mostly
    // wait took two thirds of their time; the whole took no less than with two, and tests ran into their patience.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      // Properties run thousands of cases: seconds on a machine of one's own, more beside two browsers.
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
          setupFiles: ["test/harness/messages.ts"],
          testTimeout: 60_000,
        },
      },
      ...endToEnd,
    ],
  },
});
