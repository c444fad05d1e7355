/** The page after installation. */

import { bundledPack } from "sidelight:pack";
import { readMessage, speak } from "../browser/i18n.ts";
import { speakBy } from "../entity/words.ts";
import { indexPack } from "../pack/lookup.ts";
import { drawPage } from "../pages/Boundary.tsx";
import { text } from "./text.ts";
import { Welcome } from "./Welcome.tsx";

speakBy(readMessage);
speak(document, text.title);
drawPage("welcome", () => <Welcome pack={indexPack(bundledPack())} />);
