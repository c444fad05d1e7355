/** The shape of each kind and the line of each stance: neither needs a colour to be told. Paths of SVG. */
import type { EntityKind, Stance } from "../../pack/types.ts";

/** What `stroke-dasharray` takes; "" for a line without gaps. In CSS px at the first look. */
export const DASHES: Readonly<Record<Stance, string>> = {
  reported: "",
  official: "14 4",
  estimate: "1.5 4",
  opinion: "6 4",
  editor: "9 3 2 3",
};

/** A shape around 0,0, `radius` half its width. */
export function shapeOf(kind: EntityKind, radius: number): string {
  const r = round(radius);
  const part = (share: number) => round(radius * share);
  switch (kind) {
    case "group":
      return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
    case "institution":
      return `M${-part(0.9)} ${-part(0.9)}H${part(0.9)}V${part(0.9)}H${-part(0.9)}Z`;
    case "person":
      return `M${-part(0.5)} ${-part(0.9)}H${part(0.5)}L${r} 0L${part(0.5)} ${part(0.9)}H${-part(0.5)}L${-r} 0Z`;
    case "work":
      return `M${-part(0.75)} ${-r}H${part(0.35)}L${part(0.75)} ${-part(0.55)}V${r}H${-part(0.75)}Z`;
    case "place":
      return `M0 ${r}L${-part(0.72)} ${part(0.1)}A${part(0.82)} ${part(0.82)} 0 1 1 ${part(0.72)} ${part(0.1)}Z`;
  }
}

const round = (value: number): number => Math.round(value * 100) / 100;
