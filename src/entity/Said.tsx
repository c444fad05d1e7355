/** A sentence or a name out of a pack, which says what language it is in and reads in its own direction. */
import type { Sentence } from "../pack/texts.ts";
import { languageAttributes } from "./words/script.ts";

export const Said = ({ text, lang }: Sentence) => <bdi {...languageAttributes(lang)}>{text}</bdi>;
