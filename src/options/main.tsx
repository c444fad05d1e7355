/** The options page. */
import { bundledFile } from "sidelight:file";
import { indexPack } from "../pack/lookup.ts";
import type { Pack } from "../pack/types.ts";
import { expandPack } from "../pack/variants.ts";
import { drawPage } from "../pages/Boundary.tsx";
import { Options } from "./Options.tsx";

// The build has read it as every pack is read: it is what it says.
const pack = () => indexPack(expandPack(JSON.parse(bundledFile) as Pack));
drawPage("options", "optionsTitle", () => <Options pack={pack()} file={bundledFile} />);
