/** The content script: one copy in every frame, whoever injects it and however often. */
import { takePlace } from "../platform/place.ts";
import { startFrame } from "./frame.ts";

const place = takePlace();
if (place) startFrame(place);
