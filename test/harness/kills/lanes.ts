/** Settings that change without end: changes, one after the other, and what must be stored after so many of them. */

import type { SettingsIntent } from "../../../src/settings/change/apply.ts";
import { canonical } from "../../../src/settings/parse.ts";
import { readStored } from "../../../src/settings/stored.ts";
import type { Settings } from "../../../src/settings/types.ts";
import { askForChange, inExtension } from "../driver/extension-api.ts";
import { type Lane, type Subject, sum } from "./subject.ts";

type SettingsLane = Lane<SettingsIntent, Settings>;

/** A list that grows: what is lost in its middle is seen, too. */
const growing = (name: string): SettingsLane => ({
  name,
  next: (done) => ({ type: "mute", entity: `${name}-${done}`, on: true }),
  holds: ({ muted }, done) => {
    const own = new Set(muted.filter((id) => id.startsWith(`${name}-`)));
    return own.size === done && [...own.keys()].every((_, place) => own.has(`${name}-${place}`));
  },
});

/** One value that is written over and over, and never is the default. */
const LEAST = 451;
const DELAYS = 1500;
const overwriting: SettingsLane = {
  name: "delay",
  next: (done) => ({ type: "set", key: "hoverDelay", value: LEAST + ((done + 1) % DELAYS) }),
  holds: ({ hoverDelay }, done) => done === 0 || hoverDelay === LEAST + (done % DELAYS),
};

export const settings: Subject<SettingsIntent, Settings> = {
  // At once, as from several windows.
  lanes: [growing("first"), growing("second"), growing("third"), overwriting],
  prepare: async () => {},
  async ask(page, intent) {
    const answer = await askForChange(page, intent);
    return answer && (answer.ok ? "" : answer.error.join(" "));
  },
  async read(page) {
    const outcome = readStored(await inExtension(page, ({ storage }) => storage.local.get(null)), canonical);
    if (outcome.kind !== "value") return { found: null, flaws: () => [`the settings are ${outcome.kind}`] };
    const { revision, problems } = outcome;
    return {
      found: outcome.settings,
      flaws: (done) => [
        ...problems.map(({ path, fault }) => `${path.join(".")}: ${fault.join(" ")}`),
        ...(revision === sum(done) ? [] : [`revision ${revision} after ${sum(done)} changes`]),
      ],
    };
  },
};
