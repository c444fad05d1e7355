/** The page after installation. */

import { bundledPack } from "sidelight:pack";
import { render } from "preact";
import { indexPack } from "../pack/lookup.ts";
import { speak } from "../platform/i18n.ts";
import { text } from "../welcome/text.ts";
import { Welcome } from "../welcome/Welcome.tsx";

speak(document, text.title);
render(<Welcome pack={indexPack(bundledPack())} />, document.getElementById("welcome")!);
