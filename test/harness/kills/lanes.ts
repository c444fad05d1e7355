/** Changes without end, one after the other, and what the settings must hold after so many of them. */
import type { SettingsIntent } from "../../../src/settings/change/apply.ts";
import type { Settings } from "../../../src/settings/types.ts";

export interface Lane {
  name: string;
  /** The change by which the lane goes from `done` changes to one more. */
  next(done: number): SettingsIntent;
  /** Whether these settings are those after `done` changes of this lane. */
  holds(settings: Settings, done: number): boolean;
}

/** A list that grows: what is lost in its middle is seen, too. */
const growing = (name: string): Lane => ({
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
const overwriting: Lane = {
  name: "delay",
  next: (done) => ({ type: "set", key: "hoverDelay", value: LEAST + ((done + 1) % DELAYS) }),
  holds: ({ hoverDelay }, done) => done === 0 || hoverDelay === LEAST + (done % DELAYS),
};

/** At once, as from several windows. */
export const LANES: readonly Lane[] = [growing("first"), growing("second"), growing("third"), overwriting];
