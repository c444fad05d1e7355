/** Long work in steps of some milliseconds, each of which tells how far it has come, of 1, so that others have their turn between them. */
export type Steps<T> = Generator<number, T>;

/** All of it, without a rest. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * All of it.
 *
 * @param rest called after each step
 * @param told how far it has come, after each step
 */
export async function withRests<T>(
  steps: Steps<T>,
  rest: () => Promise<void>,
  told: (done: number) => void = () => {},
): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    told(step.value);
    await rest();
  }
}

/** These steps as a part of longer work, from `from` to `to` of it. */
export function* between<T>(from: number, to: number, steps: Steps<T>): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + step.value * (to - from);
  }
}
