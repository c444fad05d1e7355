/**
 * A picture to be saved: a list of what is drawn, in order. Written as SVG and painted on a canvas from the same list, so that both
 * files show the same, and neither is loaded from anywhere. Colours are those of the light theme, on white paper.
 */

export type Item =
  | {
      d: string;
      fill?: string;
      stroke?: string;
      width?: number;
      dash?: string;
      title?: string;
      at?: readonly [x: number, y: number];
      scale?: number;
    }
  | {
      text: string;
      x: number;
      y: number;
      size: number;
      bold?: boolean;
      fill?: string;
      anchor?: "start" | "middle" | "end";
      direction?: "ltr" | "rtl";
      /** Drawn around the letters in the colour of the paper: a line behind them stays readable. */
      halo?: boolean;
    };

export interface Picture {
  /** CSS px. */
  width: number;
  height: number;
  title: string;
  items: readonly Item[];
}

export const FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif";
export const PAPER = "#ffffff";
export const INK = "#1c2127";
export const MUTED = "#596069";
export const LINE = "#c9c4b8";
export const STANCE_INK = {
  reported: "#4d5862",
  official: "#245796",
  estimate: "#37663c",
  opinion: "#8a4407",
  editor: "#75459a",
} as const;

/** A rectangle as a path. */
export const box = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}h${width}v${height}h${-width}Z`;
