/** CSS Custom Highlight API, level 1 draft of 2025: what TypeScript's DOM library does not have yet. */
interface HighlightHitResult {
  highlight: Highlight;
  ranges: AbstractRange[];
}

interface HighlightRegistry {
  highlightsFromPoint(x: number, y: number, options?: { shadowRoots?: ShadowRoot[] }): HighlightHitResult[];
}
