/** The options page. */

import { bundledPack } from "sidelight:pack";
import { readMessage, speak } from "../browser/i18n.ts";
import { speakBy } from "../entity/words.ts";
import { indexPack } from "../pack/lookup.ts";
import { drawPage } from "../pages/Boundary.tsx";
import { Options } from "./Options.tsx";
import { text } from "./text.ts";

speakBy(readMessage);
speak(document, text.title);
drawPage("options", () => <Options pack={indexPack(bundledPack())} />);
