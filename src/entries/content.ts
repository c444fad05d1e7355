/** The content script: one copy in every frame, whoever injects it and however often. */
// First, so that the analysis comes before all code in the bundle: gzip looks back 32 kB, the analysis is as long as
// that, and code in front of it would be out of sight of the code behind (0.3 kB).
import "./bundled.ts";
import { takePlace } from "../platform/place.ts";
import { startFrame } from "./frame.ts";

const place = takePlace();
if (place) startFrame(place);
