/** The options page. */

import { bundledPack } from "sidelight:pack";
import { render } from "preact";
import { Options } from "../options/Options.tsx";
import { text } from "../options/text.ts";
import { indexPack } from "../pack/lookup.ts";
import { speak } from "../platform/i18n.ts";

speak(document, text.title);
render(<Options pack={indexPack(bundledPack())} />, document.getElementById("options")!);
