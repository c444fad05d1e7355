/**
 * Every sentence of PRIVACY.md stands here, with the tests behind it, or with why there can be none; and the tests are there.
 * A sentence that is changed there is to be looked at here.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inRoot } from "../../scripts/lib/paths.ts";

/** How a sentence begins; the tests, each as `file: title`. */
const TESTED: ReadonlyArray<readonly [sentence: string, ...tests: string[]]> = [
  [
    "Sidelight sends nothing anywhere.",
    "pages.spec.ts: marked as it expects, and otherwise as in a browser without the extension",
    "hostile.spec.ts: $name",
  ],
  ["It has no server", "shipped.test.ts: a request, markup or code of text is seen"],
  ["Every sentence below", "privacy.test.ts: has its tests"],
  [
    "In the browser's own storage",
    "privacy.spec.ts: of pages that were read, and cards that were opened, nothing is stored",
  ],
  ["what you changed in the options", "writer.test.ts: stores what was touched and never a default"],
  ["until when marking is paused", "pause.test.ts: is none unless the reader wants one"],
  ["the sites for which you made a rule", "card-request.test.ts: what a card asks for"],
  ["when you last changed each", "writer.test.ts: stores what was touched and never a default"],
  ["one earlier copy of the same", "writer.test.ts: keeps the copy before, in the same write"],
  ["what your organisation prescribes", "managed.spec.ts: what is prescribed and valid holds, and is locked"],
  [
    "what you write on the page for making an analysis",
    "maker.spec.ts: the work is kept between visits; what was ticked off comes back with what was written; beginning anew deletes it",
  ],
  [
    "the analyses that you add",
    "packs-install.spec.ts: a pack that is pasted is looked at before anything is stored",
    "journey.spec.ts: an analysis is made, saved, installed elsewhere, seen on a card beside the bundled one, found, removed and brought back",
  ],
  [
    "a random word",
    "update.spec.ts: the old copy goes with its card and marks, the new one works without a reload",
  ],
  [
    "Until the browser is closed",
    "guarded-storage.test.ts: nobody is told of it, and it is put back",
    "card-requests.test.ts: asks come one after the other, are carried out, and are counted beyond the background's sleep",
  ],
  [
    "It also holds the addresses of pages",
    "card-requests.test.ts: which of two is meant on a page is noted of that page, and taken back",
    "pages-meant.test.ts: what is left of closed tabs goes with the next word",
    "messaging.test.ts: %s speaks for its page, or not",
  ],
  [
    "Where only chosen sites are read, it holds",
    "where-to-read.spec.ts: where only chosen sites are read, a page can be read once",
  ],
  [
    "Nothing else about the pages that you read is stored",
    "privacy.spec.ts: of pages that were read, and cards that were opened, nothing is stored",
  ],
  [
    "What a page contains is kept in that page's memory",
    "memory.spec.ts: pages in one tab",
    "memory.spec.ts: frames %s, come and gone",
  ],
  [
    "While analyses that you added are in use",
    "packs.spec.ts: names that come later bring what they need of it, and what is marked stays",
    "privacy.spec.ts: of pages that were read, and cards that were opened, nothing is stored",
  ],
  ["The same holds in private windows", "messaging.test.ts: a private page"],
  ["Text that you look up", "menu.test.ts: opens the popup at once, and tells it what to look up, once"],
  ["It is not stored, and stands in no address", "menu.test.ts: with no word of the page in its address"],
  [
    "What you choose after the keyword",
    "omnibox.test.ts: what is chosen",
    "menu.test.ts: from a private window, has an address that says nothing",
  ],
  ["The atlas is such a page", "atlas.spec.ts: an address opens what it names: %s"],
  ["Opened from a private window", "atlas-opening.test.ts: from a private window its address names nothing"],
  [
    "Sync is off",
    "store.spec.ts: the mirror: nothing before it is turned on, then what was touched and nothing else",
  ],
  ["Then your settings", "sync.test.ts: hands on what was changed"],
  [
    "The page's elements and text are not changed",
    "pages.spec.ts: marked as it expects, and otherwise as in a browser without the extension",
    "privacy.spec.ts: a page can see which of the words that it shows are marked",
  ],
  [
    "A page can also remove them.",
    "living.spec.ts: cleared by the page: the marks are back with the reader's next click",
  ],
  [
    "Only names that you could read where they stand",
    "marks.spec.ts: only what is near is painted; what is scrolled to comes, and what is left goes",
    "marks.spec.ts: that its page has %s has no mark until it is shown",
    "pages.spec.ts: marked as it expects",
  ],
  [
    "No name of a highlight tells",
    "marks.spec.ts: no name of a highlight tells which card is open, or where the reader has jumped to",
  ],
  [
    "Where one of them stands in a page's text",
    "privacy.spec.ts: a page can see which of the words that it shows are marked, names of the reader's own among them",
  ],
  [
    "A name can be kept to sites",
    "own-names.spec.ts: a name is looked for on its sites only, wherever the page goes meanwhile",
  ],
  ["By names that it shows", "privacy.spec.ts: What is left unmarked is told by that."],
  [
    "Where a name out of one is marked",
    "packs.spec.ts: a pack that is installed is marked at once, and a page that is opened then has it",
  ],
  [
    "An analysis can be kept to sites",
    "packs.spec.ts: it is switched off and on, and kept to sites, without a reload",
  ],
  [
    "Where you have given it marks of its own",
    "packs-everywhere.spec.ts: a pack's marks are told from others by a style of their own, which the options show beside it",
  ],
  [
    "What you have said to be the same in two analyses",
    "same.test.ts: is read out of storage as far as it is valid, and told to no page",
  ],
  [
    "While a card is open, the page contains one more element",
    "privacy.spec.ts: of an open card a page has an element, and nothing that is in it",
  ],
  [
    "What the card says is in a closed shadow root",
    "privacy.spec.ts: of an open card a page has an element, and nothing that is in it",
    "card-alone.spec.ts: text of the card cannot be selected, so nothing of it is among what a page can ask for",
  ],
  [
    "One way is left:",
    "privacy.spec.ts: whether words stand in an open card, a page can find out by searching itself",
  ],
  [
    "With it a script can ask",
    "privacy.spec.ts: whether words stand in an open card, a page can find out by searching itself",
  ],
  [
    "Presses, movements of the pointer",
    "card-alone.spec.ts: neither pointer, nor keys, nor focus in the card are heard, and its buttons work by both",
  ],
  [
    "Left are that the pointer enters",
    "card-alone.spec.ts: What a script that was there first hears all the same",
  ],
  [
    "Sidelight has no web-accessible resources",
    "privacy.spec.ts: no file of the extension can be asked for by a page",
    "build.test.ts: asks for little",
  ],
  [
    "If that matters on some site",
    "popup.spec.ts: switched off for the site, the marks of the open page vanish",
  ],
  [
    "It can have less marked on its own site",
    "compromised.spec.ts: it has a rule made for the site that it is on, and for no other",
  ],
  ["It cannot have a rule made", "messaging.test.ts: asks for its own site or for none"],
  [
    "It can have a name left unmarked everywhere",
    "compromised.spec.ts: it leaves few names unmarked elsewhere",
    "card-request.test.ts: asks for all sites more than a few times, before a while has passed",
  ],
  [
    "It can change no other setting",
    "compromised.spec.ts: it changes no setting",
    "card-request.test.ts: takes back nothing that the reader has set",
  ],
  [
    "In Chrome and Edge it can neither read",
    "compromised.spec.ts: it switches nothing off, and makes no settings for anybody",
    "compromised.spec.ts: in chromium it reads nothing there",
  ],
  [
    "What it writes there is undone",
    "compromised.spec.ts: a sentence that it plants stands on no card, and not in the popup",
    "pack-reader.test.ts: holds another sentence under the same id",
    "guarded-storage.test.ts: nobody is told of it, and it is put back",
  ],
  [
    "Storage that was filled",
    "compromised.spec.ts: all room taken: changes and a reset go through, and what took it is gone",
  ],
  [
    "In both browsers, that script is told",
    "compromised.spec.ts: it is told of the settings what bears on its own site",
    "for-site.test.ts: keeps what holds for all sites or for any page of this one, and names no other",
  ],
  [
    "Of the analyses that you added, it can ask",
    "packs.spec.ts: a card has each pack's words under its own title and source; what they name is had when it is asked for",
  ],
  ["It cannot have them listed", "messaging.test.ts: is not served %s"],
];

/** What a test of ours cannot see, or what only leads over. */
const SAID: ReadonlyArray<readonly [sentence: string, why: string]> = [
  [
    "that the page after installation has been shown",
    "the browser tells of an installation once, before a test can look",
  ],
  ["It is random so that pages cannot listen", "a purpose"],
  ["Sidelight itself still sends nothing.", "the first sentence again"],
  ["Removing the extension removes all of it.", "the browser's doing"],
  ["We do not claim to be invisible.", "leads over"],
  ["They are painted with", "how, not what"],
  ["Sidelight does not recognise", "what it cannot see, it cannot be tested for"],
  ["Where Sidelight comes after", "the order in which the browser calls listeners"],
  ["A site that wants to know", "follows from the list above it"],
  ["Of your settings it can learn", "follows from the list above it"],
  ["Browsers keep a page", "the browser's doing"],
  ["A page that breaks through that", "leads over"],
  ["In Firefox, which cannot keep it out", "a weakness of the platform: nothing of ours to be tested"],
];

/** The sentences, without markup. A point's heading, bold and with a full stop, is none. */
const sentences = readFileSync(inRoot("PRIVACY.md"), "utf8")
  .split(/\n\n|\n- /)
  .filter((part) => !part.startsWith("#"))
  .map((part) =>
    part
      .replace(/^- /, "")
      .replace(/^\*\*[^*]+\.\*\*/, "")
      .replace(/[*`]/g, "")
      .replace(/\s+/g, " ")
      .trim(),
  )
  .flatMap((part) => part.split(/(?<=\.) (?=[A-Z])/))
  .filter((sentence) => sentence !== "");

function isSentence(text: string): boolean {
  return [...TESTED, ...SAID].some(([beginning]) => text.startsWith(beginning));
}

const sources = new Map(
  readdirSync(inRoot("test"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(spec|test)\.ts$/.test(path))
    .map((path) => [path.split("/").at(-1)!, readFileSync(inRoot("test", path), "utf8")]),
);

test("every sentence stands here, and no other", () => {
  expect(sentences.filter((sentence) => !isSentence(sentence))).toEqual([]);
  for (const [beginning] of [...TESTED, ...SAID])
    expect(
      sentences.some((sentence) => sentence.startsWith(beginning)),
      beginning,
    ).toBe(true);
});

describe("has its tests", () => {
  test.each(TESTED.map(([sentence, ...tests]) => ({ sentence, tests })))("$sentence", ({ tests }) => {
    for (const each of tests) {
      const [, file, title] = /^(\S+): (.*)$/.exec(each)!;
      expect([...sources.keys()]).toContain(file);
      expect(sources.get(file!)).toContain(title);
    }
  });
});
