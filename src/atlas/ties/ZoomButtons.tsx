import type { RefObject } from "preact";
import { t } from "../../i18n/t.ts";
import type { Viewport } from "./viewport.ts";

/** Nearer, farther, all of it. */
export function ZoomButtons({ viewport }: { viewport: RefObject<Viewport | null> }) {
  const buttons = [
    ["atlasZoomIn", "M6 2.5v7M2.5 6h7", () => viewport.current?.zoomBy(1.4)],
    ["atlasZoomOut", "M2.5 6h7", () => viewport.current?.zoomBy(1 / 1.4)],
    ["atlasFit", "M2 4.5V2h2.5M7.5 2H10v2.5M10 7.5V10H7.5M4.5 10H2V7.5", () => viewport.current?.fit()],
  ] as const;
  return (
    <div class="zoom">
      {buttons.map(([key, path, act]) => (
        <button key={key} type="button" aria-label={t(key)} title={t(key)} onClick={act}>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d={path} />
          </svg>
        </button>
      ))}
    </div>
  );
}
