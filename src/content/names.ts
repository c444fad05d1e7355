/** The bundled names, compiled by the build. Run in a frame between the sentinel and what takes them up (main.ts). */
import { bundledNames } from "sidelight:names";
import { giveNames } from "./extension/names-handover.ts";

giveNames(bundledNames);
