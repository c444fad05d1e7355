/** The popup's page. */

import { bundledPack } from "sidelight:pack";
import { render } from "preact";
import { speakBy } from "../card/words.ts";
import { indexPack } from "../pack/lookup.ts";
import { readMessage, speak } from "../platform/i18n.ts";
import { Popup } from "../popup/Popup.tsx";
import { text } from "../popup/text.ts";

speakBy(readMessage);
speak(document, text.title);
render(<Popup loadPack={() => indexPack(bundledPack())} />, document.getElementById("popup")!);
