/** The popup's page. */

import { PACK_ID } from "sidelight:id";
import { speakBy } from "../card/words.ts";
import { drawPage } from "../options/Boundary.tsx";
import { readMessage, speak } from "../platform/i18n.ts";
import { readPack } from "../platform/pack-reader.ts";
import { Popup } from "../popup/Popup.tsx";
import { text } from "../popup/text.ts";

speakBy(readMessage);
speak(document, text.title);
drawPage("popup", () => <Popup loadPack={() => readPack(PACK_ID)} />);
