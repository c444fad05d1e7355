import { expect, test } from "vitest";
import { asksForCard, type Click } from "../../../src/content/card/hover/click.ts";

const CLICK: Click = {
  button: 0,
  detail: 1,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  clientX: 10,
  clientY: 10,
};
const PRESS = { at: { x: 10, y: 10 }, touch: false };

test.each<[string, Partial<Click>, boolean]>([
  ["a click", {}, true],
  ["a key's or a screen reader's", { detail: 0 }, true],
  ["the second of a double click", { detail: 2 }, false],
  ["the middle button", { button: 1 }, false],
  ["with Alt", { altKey: true }, false],
  ["with Ctrl", { ctrlKey: true }, false],
  ["with Cmd", { metaKey: true }, false],
  ["with Shift", { shiftKey: true }, false],
  ["a hand that shakes", { clientX: 13, clientY: 14 }, true],
  ["a selection", { clientX: 14, clientY: 14 }, false],
])("%s", (_, change, asks) => expect(asksForCard(PRESS, { ...CLICK, ...change }, "click")).toBe(asks));

test.each<["hover" | "click" | "keys", boolean, boolean]>([
  ["hover", false, false],
  ["hover", true, true],
  ["click", true, true],
  ["keys", false, false],
  ["keys", true, false],
])("where cards open by %s; by a finger: %s", (openBy, touch, asks) => {
  expect(asksForCard({ ...PRESS, touch }, CLICK, openBy)).toBe(asks);
});
