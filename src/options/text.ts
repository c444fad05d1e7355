/** Every word of the options page, in one place. */
import type { EntityKind } from "../pack/types.ts";
import type { Density, MarkStyle, Modifier, OpenWay, QuietRule, Theme } from "../settings/types.ts";

export const text = {
  title: "Sidelight options",
  intro: "Changes are saved as you make them, and open pages follow at once.",
  saved: "Saved",
  notSaved: "Not saved.",
  unreadable: "Your settings could not be read",
  unreadableWhat:
    "So that nothing is lost, they are not touched. What you see below are the defaults, and nothing can be changed here.",
  newer: "Your settings were saved by a newer version of Sidelight",
  newerWhat: "They are used as far as this version understands them, and cannot be changed here.",
  repaired: "Some saved settings were damaged; their defaults are used instead.",

  what: "What is marked",
  enabled: "Mark pages at all",
  kinds: "Kinds",
  kindNames: {
    group: "Groups",
    institution: "Institutions",
    person: "People",
    work: "Books and papers",
    place: "Places",
  } satisfies Record<EntityKind, string>,
  placesHint: "Names of places are frequent; marking them marks a great deal.",
  entities: "Single names",
  entitiesHint: "Take out a name that you do not want marked, wherever it stands.",
  findEntity: "Find a name",
  noEntity: "No name matches.",
  kindOff: "its kind is off",
  quiet: "Not marked in part",
  quietRule: (name: string, { alias, site, until }: QuietRule) =>
    [
      alias === undefined ? name : `“${alias}” as ${name}`,
      site && `on ${site === "file://" ? "local files" : site}`,
      until && `until ${new Date(until).toLocaleTimeString("en", { hour: "numeric", minute: "2-digit" })}`,
    ]
      .filter(Boolean)
      .join(", "),
  removeQuiet: (rule: string) => `Mark again: ${rule}`,
  density: "How many",
  densities: {
    first: "The first mention in each section",
    all: "Every mention",
  } satisfies Record<Density, string>,

  look: "How marks look",
  styles: {
    dotted: "Dotted line",
    line: "Line",
    wavy: "Wavy line",
    double: "Double line",
    tint: "Tint",
  } satisfies Record<MarkStyle, string>,
  sampleLabel: "Sample",
  sampleBefore: "On Friday ",
  sampleName: "the Security Council",
  sampleAfter: " met again; a spokesman named no names.",

  opening: "How a card opens",
  openWays: {
    hover: "When the pointer rests on a mark",
    click: "On a click",
    keys: "By keyboard commands alone",
  } satisfies Record<OpenWay, string>,
  delay: "After",
  delayUnit: "ms",
  delayHint: (min: number, max: number) => `From ${min} to ${max} milliseconds.`,
  modifier: "Only while this key is held",
  modifiers: { none: "No key", alt: "Alt", ctrl: "Ctrl", shift: "Shift" } satisfies Record<Modifier, string>,

  sites: "Sites",
  byDefault: "Sites without a rule",
  markElsewhere: "Marked: everywhere but where a rule says no",
  markOnlyRules: "Not marked: only where a rule says yes",
  rules: "Rules",
  noRules: "No rules yet.",
  ruleSite: "Site",
  ruleHint: "example.org covers every host and page below it; example.org/live covers that part.",
  ruleMark: "Mark",
  ruleSkip: "Do not mark",
  addRule: "Add the rule",
  removeRule: (site: string) => `Remove the rule for ${site}`,
  ruleFor: (site: string) => `On ${site}`,
  localFiles: "local files",
  ruleAdded: (site: string) => `Rule for ${site} saved`,

  appearance: "Appearance",
  theme: "Cards, popup and this page",
  themes: { auto: "As the system", light: "Light", dark: "Dark" } satisfies Record<Theme, string>,
  badge: "Show on the toolbar button how many names a page has",

  reset: "Start over",
  resetWhat: "Every setting goes back to its default, site rules included.",
  resetButton: "Reset all settings…",
  resetAsk: "Reset everything? Your site rules and choices will be gone.",
  resetYes: "Reset all settings",
  resetNo: "Keep them",
};
