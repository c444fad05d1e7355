/** Pixels of a screenshot. Browsers write plain PNGs: eight bits a channel, not interlaced. */
import { unzlibSync } from "fflate";

export interface Picture {
  width: number;
  height: number;
  /** Red, green and blue of the pixel at a place, as one number. */
  at(x: number, y: number): number;
}

const HEADER = 8;
/** Bytes of a pixel, by the colour type: RGB and RGBA. */
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

export function decodePng(bytes: Uint8Array): Picture {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [file.getUint32(16), file.getUint32(20)];
  const channels = CHANNELS[bytes[25]!];
  if (channels === undefined || bytes[24] !== 8 || bytes[28] !== 0)
    throw new Error("no PNG of this kind is read");
  const parts: Uint8Array[] = [];
  for (let at = HEADER; at < bytes.length; at += file.getUint32(at) + 12) {
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (kind === "IDAT") parts.push(bytes.subarray(at + 8, at + 8 + file.getUint32(at)));
  }
  const rows = unfilter(unzlibSync(Buffer.concat(parts)), width * channels, height, channels);
  return {
    width,
    height,
    at(x, y) {
      const i = (y * width + x) * channels;
      return (rows[i]! << 16) | (rows[i + 1]! << 8) | rows[i + 2]!;
    },
  };
}

/** Undoes what makes rows compress better: each byte is stored as the difference to those beside and above it. */
function unfilter(stored: Uint8Array, row: number, height: number, channels: number): Uint8Array {
  const out = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    const kind = stored[y * (row + 1)]!;
    for (let x = 0; x < row; x++) {
      const at = y * row + x;
      const left = x >= channels ? out[at - channels]! : 0;
      const up = y > 0 ? out[at - row]! : 0;
      const corner = y > 0 && x >= channels ? out[at - row - channels]! : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind]!;
      out[at] = stored[y * (row + 1) + 1 + x]! + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const [byLeft, byUp, byBoth] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs) as [
    number,
    number,
    number,
  ];
  return byLeft <= byUp && byLeft <= byBoth ? left : byUp <= byBoth ? up : corner;
}
