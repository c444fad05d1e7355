import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = ["pages/page-tokens", "entity/tokens"]
  .map((name) => readFileSync(new URL(`../../src/${name}.css`, import.meta.url), "utf8"))
  .join("\n");

/** `--sl-<name>` → its two colours, from one block of the sheet. */
function palette(block: string): Map<string, { light: string; dark: string }> {
  const pairs = block.matchAll(/--sl-([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g);
  return new Map([...pairs].map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]));
}

const [usual, more] = css.split("@media (prefers-contrast: more)").map(palette) as [
  ReturnType<typeof palette>,
  ReturnType<typeof palette>,
];

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** WCAG's contrast ratio. */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

const TEXT = ["ink", "ink-muted", "accent", "danger"].concat(
  ["reported", "official", "estimate", "opinion", "editor"].map((stance) => `stance-${stance}`),
);

describe.each(["light", "dark"] as const)("%s", (theme) => {
  const ratio = (over: typeof usual, on: string, under: string) =>
    contrast((over.get(on) ?? usual.get(on))![theme], (over.get(under) ?? usual.get(under))![theme]);

  test.each(TEXT)("%s is legible on every surface it stands on", (name) => {
    for (const surface of ["surface", "surface-raised", "surface-hover"])
      expect(ratio(usual, name, surface), surface).toBeGreaterThanOrEqual(4.5);
  });
  test.each(TEXT)("%s is more so for who asks for more contrast", (name) => {
    expect(ratio(more, name, "surface")).toBeGreaterThanOrEqual(name === "danger" ? 4.5 : 7);
  });
  test.each(["edge", "focus"])("%s is seen beside the surface", (name) => {
    for (const surface of ["surface", "surface-raised"])
      expect(ratio(usual, name, surface), surface).toBeGreaterThanOrEqual(3);
  });
  test("text on soft and full grounds", () => {
    expect(ratio(usual, "accent", "accent-soft")).toBeGreaterThanOrEqual(4.5);
    expect(ratio(usual, "accent-ink", "accent")).toBeGreaterThanOrEqual(4.5);
    expect(ratio(usual, "danger", "danger-soft")).toBeGreaterThanOrEqual(4.5);
  });
});
