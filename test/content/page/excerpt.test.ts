import { expect, it } from "vitest";
import { excerpt } from "../../../src/content/page/read/mentions/excerpt.ts";

const around = (marked: string, reach: number) => {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  const { before, text, after } = excerpt(marked.replace(/[[\]]/g, ""), start, end, reach);
  return `${before}[${text}]${after}`;
};

it.each([
  ["said [Daesh] today", 60, "said [Daesh] today"],
  ["an envoy at the [embassy in\n Kabul], he said yesterday", 12, "…at the [embassy in Kabul], he said…"],
  ["Pakistan’s envoy [Daesh]", 8, "…envoy [Daesh]"],
  ["反对[伊斯兰国]和塔利班", 1, "…对[伊斯兰国]和…"],
  ["😀😀[Daesh]😀", 1, "…[Daesh]…"],
])("%s", (marked, reach, expected) => {
  expect(around(marked, reach)).toBe(expected);
});
