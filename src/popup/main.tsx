/** The popup's page. */
import { PACK_ID } from "sidelight:id";
import { readPack } from "../browser/packs/pack-reader.ts";
import { drawPage } from "../pages/Boundary.tsx";
import { Popup } from "./Popup.tsx";

drawPage("popup", "popupTitle", () => <Popup loadPack={() => readPack(PACK_ID)} />);
