/** Pictures that are put together of others, for the stores: drawn by a page of the browser, photographed by the caller. */
import type { Page } from "puppeteer-core";

/** CSS px: what the stores ask for. The square one is Edge's logo. */
export const TILES = [
  { width: 440, height: 280 },
  { width: 1400, height: 560 },
  { width: 300, height: 300 },
] as const;
export type TileSize = (typeof TILES)[number];

/** A screenshot with a card on it, and where the card ends in it, CSS px. */
export interface Shot {
  card: Uint8Array;
  right: number;
}

const source = (png: Uint8Array): string => `data:image/png;base64,${Buffer.from(png).toString("base64")}`;

/** The popup below the corner where the browser has its buttons, over the page that it was opened on. */
export async function popupOverPage(page: Page, under: Uint8Array, popup: Uint8Array): Promise<void> {
  await page.setContent(`<style>
      body { margin: 0; background: #fff }
      img { display: block }
      .popup { position: fixed; top: 8px; right: 24px; border-radius: 10px; box-shadow: 0 0 0 1px #0003, 0 12px 40px #0005 }
    </style>
    <img src="${source(under)}"><img class="popup" src="${source(popup)}">`);
}

/** The sign, the name, and one sentence; beside it, where there is room, a piece of the screenshot with the card. */
export async function tile(page: Page, size: TileSize, icon: string, shot: Shot): Promise<void> {
  const { width, height } = size;
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  const isWide = width > 1_000;
  const isSquare = width === height;
  const unit = isWide ? 2 : 1;
  await page.setContent(`<style>
      body { margin: 0; width: ${width}px; height: ${height}px; overflow: hidden; display: flex; align-items: center;
        background: linear-gradient(100deg, #12333f 55%, #1d4a58); color: #fff; font-family: system-ui, sans-serif }
      .words { flex: none; box-sizing: border-box; width: ${isWide ? 620 : width}px; padding: 0 ${28 * unit}px;
        ${isSquare ? "text-align: center" : ""} }
      svg { width: ${isSquare ? 128 : 72 * unit}px; display: block; margin: ${isSquare ? "0 auto 12px" : `0 0 ${14 * unit}px`} }
      svg { border-radius: 24%; box-shadow: 0 0 0 2px #ffffff3d }
      h1 { margin: 0; font-size: ${(isSquare ? 34 : 36) * unit}px; letter-spacing: -0.01em }
      p { margin: ${8 * unit}px 0 0; font-size: ${(isSquare ? 15 : 17) * unit}px; line-height: 1.4; color: #e9dcc0; text-wrap: balance }
      .shot { flex: 1; align-self: stretch; margin: 56px 0 0; border-radius: 14px 0 0 0;
        background: url("${source(shot.card)}") ${Math.min(0, 740 - shot.right)}px 0 / 1280px no-repeat #fbfaf7; box-shadow: 0 12px 60px #0008 }
    </style>
    <div class="words">${icon}<h1>Sidelight</h1><p>What one analysis says of the names you read, and who says so.</p></div>
    ${isWide ? '<div class="shot"></div>' : ""}`);
}
