/** One shape for each stance, so that it is told without colour: paths in 12 × 12, filled, or drawn by a line of `width`. */
import type { Stance } from "../pack/types.ts";

export const STANCE_PATHS: Readonly<Record<Stance, ReadonlyArray<{ d: string; width?: number }>>> = {
  reported: [{ d: "M2 6A4 4 0 1 1 10 6A4 4 0 1 1 2 6Z" }],
  official: [
    {
      d: "M1.5 5 6 1.5 10.5 5v1h-9zM2.5 7h1.6v2.5H2.5zm2.7 0h1.6v2.5H5.2zm2.7 0h1.6v2.5H7.9zM1.5 10h9v1h-9z",
    },
  ],
  estimate: [
    { d: "M1.5 4.8c1.5-2.2 3-2.2 4.5-.9s3 1.3 4.5-.9M1.5 9c1.5-2.2 3-2.2 4.5-.9s3 1.3 4.5-.9", width: 1.6 },
  ],
  opinion: [{ d: "M1.5 2h9v6.5H6.2L3.5 11V8.5h-2z", width: 1.5 }],
  editor: [{ d: "M6 1.5 10.5 6 6 10.5 1.5 6z", width: 1.5 }],
};
