import { expect, it } from "vitest";
import { createCardRequests } from "../../src/background/settings/card-requests.ts";
import { createWriter, type Lock, type StorageArea } from "../../src/background/settings/writer.ts";
import { MOST_EVERYWHERE } from "../../src/settings/change/asked.ts";
import { readStored } from "../../src/settings/stored.ts";

function memory() {
  const items: Record<string, unknown> = {};
  const area: StorageArea = {
    get: async (keys) => Object.fromEntries(keys.flatMap((key) => (key in items ? [[key, items[key]]] : []))),
    set: async (changes) => void Object.assign(items, structuredClone(changes)),
  };
  return { items, area };
}
const alone: Lock = (task) => task();

it("asks come one after the other, are carried out, and are counted beyond the background's sleep", async () => {
  const [local, session] = [memory(), memory()];
  const wake = () =>
    createCardRequests(session.area, async () => readStored(local.items), createWriter(local.area, alone));
  const origin = { tab: 1, frame: 0, site: "example.org", page: "https://example.org/" };
  const ask = { entity: "ttp", here: false, hour: false, on: true };
  const asks = wake();
  const answers = Promise.all([asks(ask, origin), asks({ ...ask, on: false }, origin)]);
  expect(await answers).toEqual([true, true]);
  expect(readStored(local.items)).toMatchObject({ settings: { muted: [] }, revision: 2 });
  // Each by a background that has just been woken.
  const answered: boolean[] = [];
  for (let n = 0; n < 10; n++) answered.push(await wake()({ ...ask, entity: `e-${n}` }, origin));
  expect(answered.filter(Boolean)).toHaveLength(MOST_EVERYWHERE - 1);
});

it("nothing is done where settings cannot be read, and nobody waits for an answer", async () => {
  const session = memory();
  const asks = createCardRequests(
    session.area,
    async () => ({ kind: "unreadable", error: ["faultDamaged"] }),
    async () => {
      throw new Error("not to be called");
    },
  );
  const origin = { tab: 1, frame: 0, site: "example.org", page: "https://example.org/" };
  expect(await asks({ here: true, hour: false, on: true }, origin)).toBe(false);
});
