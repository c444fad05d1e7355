/** The popup's page. */

import { bundledPack } from "sidelight:pack";
import { render } from "preact";
import { indexPack } from "../pack/lookup.ts";
import { speak } from "../platform/i18n.ts";
import { Popup } from "../popup/Popup.tsx";
import { text } from "../popup/text.ts";

speak(document, text.title);
render(<Popup pack={indexPack(bundledPack())} />, document.getElementById("popup")!);
