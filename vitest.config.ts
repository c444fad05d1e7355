/**
 * Three projects. `unit` runs in Node; `chromium` and `firefox` run the same specs against the built extension in the
 * real browser (`npm run build` first, or `npm test`, which does).
 */
import { defineConfig } from "vitest/config";
import { BROWSERS } from "./scripts/lib/browsers.ts";

const endToEnd = BROWSERS.map((browser) => ({
  test: {
    name: browser,
    include: ["test/e2e/**/*.spec.ts"],
    provide: { browser },
    // A browser starts in seconds, not milliseconds, and more slowly while the other one is starting.
    hookTimeout: 90_000,
    testTimeout: 90_000,
  },
}));

export default defineConfig({
  test: {
    // Each end-to-end file is a browser of its own: two at a time is what a small machine bears.
    maxWorkers: 2,
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
