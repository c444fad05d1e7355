/** The states of card, popup and options that the gallery shows and the accessibility rules are held to. */

export interface GalleryState {
  name: string;
  of: "card" | "popup" | "options";
  /** CSS px of the window. */
  width: number;
  height: number;
  /** Buttons that are pressed, one after the other, before the picture: by a part of their text or label. */
  presses?: readonly string[];
  /** Of the interface; English without. */
  language?: "ur" | "ar";
}

const card = (name: string, more: Partial<GalleryState> = {}): GalleryState => ({
  name: `card-${name}`,
  of: "card",
  width: 560,
  height: 640,
  ...more,
});
const popup = (name: string, more: Partial<GalleryState> = {}): GalleryState => ({
  name: `popup-${name}`,
  of: "popup",
  width: 400,
  height: 600,
  ...more,
});
const options = (name: string, more: Partial<GalleryState> = {}): GalleryState => ({
  name: `options-${name}`,
  of: "options",
  width: 900,
  height: 1200,
  ...more,
});

export const STATES: readonly GalleryState[] = [
  card("group"),
  card("choice"),
  card("institution"),
  card("person"),
  card("work"),
  card("place"),
  card("count"),
  card("pinned"),
  card("menu", { presses: ["More"] }),
  card("menu-no-site", { presses: ["More"] }),
  card("muted", { presses: ["More", "on this site"] }),
  card("copied", { presses: ["More", "Copy"] }),
  card("wrong-match", { presses: ["Wrong match"] }),
  card("paragraph", { presses: ["¶"] }),
  card("walked", { presses: ["Daesh"] }),
  card("unfolded", { presses: ["more statements"] }),
  card("urdu-page"),
  card("in-urdu", { language: "ur" }),
  card("in-urdu-menu", { language: "ur", presses: ["مزید"] }),
  card("in-urdu-narrow", { language: "ur", width: 320, height: 568 }),
  card("in-arabic", { language: "ar" }),
  card("in-arabic-muted", { language: "ar", presses: ["المزيد", "في هذا الموقع"] }),
  card("in-arabic-walked", { language: "ar", presses: ["Daesh"] }),
  card("narrow", { width: 320, height: 568 }),
  card("sheet", { width: 390, height: 700 }),
  card("zoomed-400", { width: 320, height: 256 }),
  card("zoomed-400-middle", { width: 320, height: 256 }),
  card("zoomed-400-middle-menu", { width: 320, height: 256, presses: ["More"] }),
  card("low-middle", { width: 700, height: 256 }),
  popup("home"),
  popup("results"),
  popup("nothing"),
  popup("entity"),
  popup("off"),
  popup("paused"),
  popup("unread"),
  popup("trouble"),
  popup("no-pack"),
  popup("narrow", { width: 320, height: 256 }),
  popup("in-urdu", { language: "ur" }),
  popup("in-arabic", { language: "ar" }),
  options("all"),
  options("read-only"),
  options("paused"),
  options("quiet", { height: 2000 }),
  options("in-urdu", { language: "ur" }),
  options("in-arabic", { language: "ar" }),
  options("narrow", { width: 320, height: 640 }),
];

export const THEMES = ["light", "dark"] as const;
export type GalleryTheme = (typeof THEMES)[number];
