/** A picture as a PNG file: painted, at twice its size, on a canvas that is never in the document. */
import { FONT, INK, type Item, PAPER, type Picture } from "./picture.ts";

const DENSITY = 2;

export function pngOf({ width, height, items }: Picture): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = width * DENSITY;
  canvas.height = height * DENSITY;
  const context = canvas.getContext("2d")!;
  context.scale(DENSITY, DENSITY);
  context.fillStyle = PAPER;
  context.fillRect(0, 0, width, height);
  for (const item of items) {
    context.save();
    paint(context, item);
    context.restore();
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("The picture is too large."))),
      "image/png",
    ),
  );
}

function paint(context: CanvasRenderingContext2D, item: Item): void {
  if ("d" in item) {
    const { d, fill, stroke, width = 1, dash, at, scale = 1 } = item;
    if (at) context.translate(...at);
    context.scale(scale, scale);
    const path = new Path2D(d);
    if (fill) {
      context.fillStyle = fill;
      context.fill(path);
    }
    if (!stroke) return;
    context.strokeStyle = stroke;
    context.lineWidth = width;
    if (dash) context.setLineDash(dash.split(" ").map(Number));
    context.stroke(path);
    return;
  }
  const { text, x, y, size, bold, fill = INK, anchor = "start", direction = "ltr", halo } = item;
  context.font = `${bold ? 600 : 400} ${size}px ${FONT}`;
  context.direction = direction;
  context.textAlign = anchor === "middle" ? "center" : anchor;
  if (halo) {
    context.strokeStyle = PAPER;
    context.lineWidth = 3;
    context.lineJoin = "round";
    context.strokeText(text, x, y);
  }
  context.fillStyle = fill;
  context.fillText(text, x, y);
}
