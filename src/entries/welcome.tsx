/** The page after installation. */

import { bundledPack } from "sidelight:pack";
import { speakBy } from "../card/words.ts";
import { drawPage } from "../options/Boundary.tsx";
import { indexPack } from "../pack/lookup.ts";
import { readMessage, speak } from "../platform/i18n.ts";
import { text } from "../welcome/text.ts";
import { Welcome } from "../welcome/Welcome.tsx";

speakBy(readMessage);
speak(document, text.title);
drawPage("welcome", () => <Welcome pack={indexPack(bundledPack())} />);
