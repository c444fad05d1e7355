import { afterEach, describe, expect, it } from "vitest";
import { type InterfaceLanguage, speakIn } from "../../scripts/lib/messages.ts";
import { faultWords } from "../../src/pages/fault-words.ts";
import type { Fault } from "../../src/settings/change/faults.ts";
import { parseBackup } from "../../src/settings/file/backup.ts";
import { normalisePattern } from "../../src/settings/page/sites.ts";

afterEach(() => speakIn("en"));

const said = (language: InterfaceLanguage, fault: Fault): string => {
  speakIn(language);
  return faultWords(fault);
};
const faultOf = (file: string): Fault => {
  const read = parseBackup(file);
  if (read.ok) throw new Error("nothing is wrong with it");
  return read.problem.fault;
};
const delay = faultOf('{ "sidelight": "settings", "version": 1, "values": { "hoverDelay": 9 } }');

describe("what is wrong", () => {
  it("is said with its place and its reason", () => {
    expect(said("en", delay)).toBe(
      "Line 1, column 68 (values.hoverDelay): It must be a whole number from 100 to 2000.",
    );
    expect(said("en", faultOf('{ "sidelight" }'))).toBe(
      "Line 1, column 15: “}” stands here. Expected: a colon.",
    );
    expect(said("en", faultOf("{"))).toMatch(
      /^Line 1, column 2: The file ends here\. Expected: a comma or a closing brace/,
    );
  });

  it.each(["ur", "ar"] as const)("is said in %s, places included, each in its own direction", (language) => {
    const words = said(language, delay);
    for (const place of ["68", "values.hoverDelay", "100", "2000"])
      expect(words).toContain(`\u2068${place}\u2069`);
    expect(words.replace(/\u2068[^\u2069]*\u2069/g, "")).not.toMatch(/[a-z]/i);
    const site = normalisePattern("chrome://settings");
    expect(site.ok ? "" : said(language, site.error)).toContain("\u2068chrome\u2069");
    const letters = said(language, faultOf("{"));
    expect(letters).not.toMatch(/[a-z$]/i);
  });
});
