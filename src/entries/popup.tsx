/** The popup's page. */

import { bundledPack } from "sidelight:pack";
import { render } from "preact";
import { indexPack } from "../pack/lookup.ts";
import { Popup } from "../popup/Popup.tsx";

render(<Popup pack={indexPack(bundledPack())} />, document.getElementById("popup")!);
