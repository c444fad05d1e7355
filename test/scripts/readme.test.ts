/** README's section on missing marks speaks in the words of the popup: what a reader sees there is found here. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { inRoot } from "../../scripts/lib/paths.ts";

const messages = JSON.parse(readFileSync(inRoot("assets/_locales/en/messages.json"), "utf8")) as Record<
  string,
  { message: string }
>;
const readme = readFileSync(inRoot("README.md"), "utf8");
const section = /^\*\*I see no marks\.\*\*.*?(?=^Does none|^\*\*A word)/ms
  .exec(readme)![0]
  .replace(/\*\*[^*]+\*\*/g, "")
  .replace(/\s+/g, " ");
/** What stands in a place of a message is left open: "Marking is off on …". */
const words = Object.entries(messages).map(
  ([key, { message }]) => [key, message.replace(/\$\d/g, "…")] as const,
);
const quoted = [...section.matchAll(/\*([^*]+)\*/g)].map(([, text]) => text!.replace(/\.$/, ""));

it("quotes messages as they are, from their beginning", () => {
  // The browser's own words, and a heading of the README itself.
  const others = ["Site access", "What it cannot do"];
  const strange = quoted.filter(
    (text) => !others.includes(text) && !words.some(([, message]) => message.startsWith(text)),
  );
  expect(quoted.length).toBeGreaterThan(8);
  expect(strange).toEqual([]);
});

it.each([
  ...["popupOffEverywhere", "popupPausedUntil", "popupOffHere", "popupNotChosen", "popupReadOnce"],
  ...[
    "popupUnread_withheld",
    "popupUnread_browser",
    "popupUnread_file",
    "popupUnread_early",
    "popupFoundNone",
  ],
])("has %s", (key) => {
  const message = words.find(([each]) => each === key)![1];
  expect(quoted.some((text) => message.startsWith(text))).toBe(true);
});
