/** A block of text as it was written: one line, and whether its mark says that it is a heading. */
import type { Span } from "./types.ts";

export interface Block {
  text: string;
  emphasis: Span[];
  /** `undefined`: nothing says; its look decides. */
  heading?: boolean;
}

/** Every run of spaces one space, so that names read alike wherever a line was broken. */
export const oneLine = (text: string): string => text.replace(/[\s\u00a0]+/g, " ").trim();
