/** In the list of runs, between a run and the letters it has to be written in: "ttp=TTP"; and not even then in a line of capitals: "is~IS". */
export const EXACT = "=";
export const NOT_AMONG_CAPITALS = "~";
