/** The popup's page. */

import { PACK_ID } from "sidelight:id";
import { readMessage, speak } from "../browser/i18n.ts";
import { readPack } from "../browser/pack-reader.ts";
import { speakBy } from "../entity/words.ts";
import { drawPage } from "../pages/Boundary.tsx";
import { Popup } from "./Popup.tsx";
import { text } from "./text.ts";

speakBy(readMessage);
speak(document, text.title);
drawPage("popup", () => <Popup loadPack={() => readPack(PACK_ID)} />);
