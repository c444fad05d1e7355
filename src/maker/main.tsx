/** The page on which an editor makes an analysis from an article. */
import { drawPage } from "../pages/Boundary.tsx";
import { Maker } from "./Maker.tsx";

drawPage("maker", "makerTitle", () => <Maker />);
