/** The page after installation. */
import { bundledPack } from "sidelight:pack";
import { indexPack } from "../pack/lookup.ts";
import { drawPage } from "../pages/Boundary.tsx";
import { Welcome } from "./Welcome.tsx";

drawPage("welcome", "welcomeTitle", () => <Welcome pack={indexPack(bundledPack())} />);
