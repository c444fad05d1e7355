/** The options page. */

import { bundledPack } from "sidelight:pack";
import { render } from "preact";
import { Options } from "../options/Options.tsx";
import { indexPack } from "../pack/lookup.ts";

render(<Options pack={indexPack(bundledPack())} />, document.getElementById("options")!);
