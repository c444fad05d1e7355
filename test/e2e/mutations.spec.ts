/** After any sequence of mutations, what is painted is what a fresh read of the same page gives. */
import { expect, test } from "vitest";
import { FuzzStage } from "../harness/fuzz-page/run.ts";
import { fuzz } from "../harness/fuzz-page/session.ts";
import { useBrowser } from "./session.ts";

/** `npm run fuzz:page` plays others, and more of them. */
const SEED = 1;
const COUNT = 50;

const session = useBrowser();

test(`${COUNT} random sequences of mutations leave the page marked as a fresh read marks it`, async () => {
  const stage = await FuzzStage.open(session.driver);
  const { played, failures } = await fuzz(stage, SEED, COUNT, 1);
  expect(failures).toEqual([]);
  expect(stage.errors).toEqual([]);
  expect(played).toBe(COUNT);
  expect(stage.painted).toBeGreaterThan(COUNT);
  await stage.close();
});
