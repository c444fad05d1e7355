/** A drawing of the toolbar with Sidelight's button in it: our own, for each browser. Says nothing that the words beside it do not. */
import type { Platform } from "../browser/platform.ts";

export function PinPicture({ kind }: { kind: Platform["kind"] }) {
  if (kind === "phone") return null;
  return (
    <svg class="pin" viewBox="0 0 300 120" aria-hidden="true">
      <rect class="pin-bar" x="1" y="1" width="298" height="34" rx="8" />
      <rect class="pin-address" x="12" y="9" width="180" height="18" rx="9" />
      <g transform="translate(206 8)">
        <Button />
      </g>
      <g class="pin-lines" transform="translate(240 8)">
        <path d="M3 6h4a3 3 0 1 1 6 0h4v4a3 3 0 1 1 0 6v3H3v-3a3 3 0 1 0 0-6z" />
      </g>
      <g class="pin-lines" transform="translate(272 8)">
        <path d="M10 4v.01M10 10v.01M10 16v.01" />
      </g>
      <rect class="pin-panel" x="120" y="44" width="172" height="70" rx="8" />
      <path class="pin-line" d="M134 58h70" />
      <g transform="translate(134 76)">
        <Button />
      </g>
      <path class="pin-line" d="M164 86h62" />
      <g class="pin-lines pin-here" transform="translate(256 76)">
        {kind === "chromium" ? (
          <path d="M7 3h6l-1 6 3 3H5l3-3zM10 12v6" />
        ) : (
          <path d="M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 2v2.5M10 15.5V18M2 10h2.500M15.500 10H18M4.300 4.300l1.800 1.800M13.900 13.900l1.800 1.800M4.300 15.700l1.800-1.800M13.900 6.100l1.800-1.800" />
        )}
      </g>
      <circle class="pin-ring" cx="266" cy="86" r="15" />
    </svg>
  );
}

/** Sidelight's sign: a lamp beside lines of text. */
function Button() {
  return (
    <>
      <rect class="pin-button" width="20" height="20" rx="5" />
      <path class="pin-beam" d="M4 10 20 2v16z" />
      <circle class="pin-lamp" cx="4.500" cy="10" r="2.500" />
    </>
  );
}
