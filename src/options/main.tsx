/** The options page. */

import { bundledPack } from "sidelight:pack";
import { speak } from "../browser/i18n.ts";
import { indexPack } from "../pack/lookup.ts";
import { drawPage } from "../pages/Boundary.tsx";
import { Options } from "./Options.tsx";
import { text } from "./text.ts";

speak(document, text.title);
drawPage("options", () => <Options pack={indexPack(bundledPack())} />);
