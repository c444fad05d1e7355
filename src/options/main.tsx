/** The options page. */
import { bundledPack } from "sidelight:pack";
import { indexPack } from "../pack/lookup.ts";
import { drawPage } from "../pages/Boundary.tsx";
import { Options } from "./Options.tsx";

drawPage("options", "optionsTitle", () => <Options pack={indexPack(bundledPack())} />);
