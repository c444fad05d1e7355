/** The page after installation. */

import { bundledPack } from "sidelight:pack";
import { render } from "preact";
import { speakBy } from "../card/words.ts";
import { indexPack } from "../pack/lookup.ts";
import { readMessage, speak } from "../platform/i18n.ts";
import { text } from "../welcome/text.ts";
import { Welcome } from "../welcome/Welcome.tsx";

speakBy(readMessage);
speak(document, text.title);
render(<Welcome pack={indexPack(bundledPack())} />, document.getElementById("welcome")!);
