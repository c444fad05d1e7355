/** The options page. */

import { bundledPack } from "sidelight:pack";
import { drawPage } from "../options/Boundary.tsx";
import { Options } from "../options/Options.tsx";
import { text } from "../options/text.ts";
import { indexPack } from "../pack/lookup.ts";
import { speak } from "../platform/i18n.ts";

speak(document, text.title);
drawPage("options", () => <Options pack={indexPack(bundledPack())} />);
