/** The states of card, popup, options, atlas and first-run page that the gallery shows and the accessibility rules are held to. */

export interface GalleryState {
  name: string;
  of: "card" | "popup" | "options" | "atlas" | "welcome";
  /** CSS px of the window. */
  width: number;
  height: number;
  /** Buttons that are pressed, one after the other, before the picture: by a part of their text or label. */
  presses?: readonly string[];
  /** Of the interface; English without. */
  language?: "ur" | "ar";
  /** What is in it is in others: see `hasOthersColours`. */
  others?: true;
}

type More = Partial<GalleryState>;
const SIZES = {
  card: [560, 640],
  popup: [400, 600],
  options: [900, 1200],
  atlas: [1280, 800],
  welcome: [1100, 1100],
} as const;

/** States that only have a name, and those with more to them. */
function statesOf(of: GalleryState["of"], plain: string, others: Record<string, More>): GalleryState[] {
  const [width, height] = SIZES[of];
  const all = [...plain.split(" ").map((name): [string, More] => [name, {}]), ...Object.entries(others)];
  return all.map(([name, more]) => ({ name: `${of}-${name}`, of, width, height, ...more }));
}

const narrow = { width: 320, height: 568 };
const zoomed = { width: 320, height: 256 };

export const STATES: readonly GalleryState[] = [
  ...statesOf(
    "card",
    "group choice clear meant meant-by-rule institution person work place count pinned urdu-page",
    {
      menu: { presses: ["More"] },
      "menu-no-site": { presses: ["More"] },
      muted: { presses: ["More", "on this site"] },
      refused: { presses: ["More", "anywhere"] },
      copied: { presses: ["More", "Copy"] },
      "choice-opened": { presses: ["Wrong match"] },
      "choice-no-site-opened": { presses: ["Wrong match"] },
      "choice-said": { presses: ["Wrong match", "on this page"] },
      "choice-refused": { presses: ["Wrong match", "on this site"] },
      "clear-opened": { presses: ["Wrong match"] },
      "meant-undone": { presses: ["Undo"] },
      "wrong-match": { presses: ["Wrong match"] },
      paragraph: { presses: ["¶"] },
      walked: { presses: ["Daesh"] },
      unfolded: { presses: ["more statements"] },
      "in-urdu": { language: "ur" },
      "in-urdu-menu": { language: "ur", presses: ["مزید"] },
      "in-urdu-narrow": { language: "ur", ...narrow },
      "in-arabic": { language: "ar" },
      "in-arabic-muted": { language: "ar", presses: ["المزيد", "في هذا الموقع"] },
      "in-arabic-walked": { language: "ar", presses: ["داعش"] },
      "choice-in-urdu-opened": { language: "ur", presses: ["غلط پہچان"] },
      "choice-in-arabic-opened": { language: "ar", presses: ["تطابق خاطئ"] },
      "choice-in-arabic-said": { language: "ar", presses: ["تطابق خاطئ", "في هذا الموقع"] },
      "choice-narrow-opened": { ...narrow, presses: ["Wrong match"] },
      "choice-zoomed-400-opened": { ...zoomed, presses: ["Wrong match"] },
      narrow,
      sheet: { width: 390, height: 700 },
      "zoomed-400": zoomed,
      "zoomed-400-middle": zoomed,
      "zoomed-400-middle-menu": { ...zoomed, presses: ["More"] },
      "low-middle": { width: 700, height: 256 },
    },
  ),
  ...statesOf("popup", "home browse results nothing entity off paused unread trouble no-pack", {
    narrow: zoomed,
    "browse-in-urdu": { language: "ur" },
    "in-urdu": { language: "ur" },
    "results-in-urdu": { language: "ur" },
    "entity-in-urdu": { language: "ur" },
    "in-arabic": { language: "ar" },
    "results-in-arabic": { language: "ar" },
    "entity-in-arabic": { language: "ar" },
  }),
  ...statesOf("options", "all read-only paused", {
    quiet: { height: 2000 },
    meant: { height: 2400 },
    "meant-in-urdu": { language: "ur", height: 2400 },
    "meant-narrow": { width: 320, height: 640 },
    "in-urdu": { language: "ur" },
    "in-arabic": { language: "ar" },
    narrow: { width: 320, height: 640 },
  }),
  ...statesOf("atlas", "ties time article bad", {
    "ties-list": { presses: ["List"] },
    "ties-official": { presses: ["official"] },
    "ties-entity": {},
    "ties-walked": { presses: ["Afghan Taliban"] },
    "ties-tie": {},
    "time-event": {},
    "article-passage": {},
    "article-official": { presses: ["official"] },
    "ties-narrow": narrow,
    "ties-narrow-picture": { ...narrow, presses: ["Picture"] },
    "ties-entity-narrow": narrow,
    "time-narrow": narrow,
    "article-narrow": narrow,
    "ties-zoomed": zoomed,
    "time-zoomed": zoomed,
    "article-zoomed": zoomed,
    "ties-in-urdu": { language: "ur", others: true },
    "time-in-urdu": { language: "ur" },
    "article-in-urdu": { language: "ur" },
    "ties-entity-in-urdu": { language: "ur" },
    "ties-in-arabic": { language: "ar" },
    "time-in-arabic": { language: "ar" },
    "article-in-arabic": { language: "ar" },
  }),
  ...statesOf("welcome", "all", {
    opened: { presses: ["Taliban"], height: 2000 },
    "in-urdu": { language: "ur" },
    "in-arabic": { language: "ar" },
    narrow: { width: 320, height: 640 },
    firefox: {},
    chosen: {},
    zoomed,
    "in-urdu-zoomed": { ...zoomed, language: "ur" },
  }),
];

/**
 * Whether everything in it is drawn in the same colours in another state: in other words, in less room, or beside something else.
 * The Urdu has more in it than the English, a word on the translation and a way to the original; the Arabic has what the Urdu has.
 */
export function hasOthersColours({ of, language, width, height, others }: GalleryState): boolean {
  const [usual, high] = SIZES[of];
  return others === true || language === "ar" || width < usual || height < high;
}

export type GalleryTheme = "light" | "dark";
