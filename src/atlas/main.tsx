/** The atlas: a page that shows all of an analysis. */
import { bundledPack } from "sidelight:pack";
import { indexPack } from "../pack/lookup.ts";
import { drawPage } from "../pages/Boundary.tsx";
import { Atlas } from "./Atlas.tsx";

drawPage("atlas", "atlasTitle", () => <Atlas bundled={indexPack(bundledPack())} />);
