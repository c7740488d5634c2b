import type { Fetch } from './call.ts';

/** When this device last wrote something in the named half: never sent, kept for the outbox alone (decision 24). */
export interface NamedTrace {
  /** Milliseconds since 1970; undefined where it never did. */
  last(): number | undefined;
  wrote(at: number): void;
}

/** A trace for as long as the page lives. */
export function createNamedTrace(): NamedTrace {
  let last: number | undefined;
  return {
    last: () => last,
    wrote: (at) => {
      last = at;
    },
  };
}

/**
 * Members writes nothing when somebody signs in or out (docs/decisions/0009); and joining is done once, and followed by a
 * batch for everybody.
 */
const ofNoMoment =
  /\/(session|accounts|accounts\/confirm|companies|employments|employments\/[^/]+\/confirm|commitment)$/;

/** The same `fetch`, which notes each call that changes something in the named half. */
export const traced =
  (fetch: Fetch, trace: Pick<NamedTrace, 'wrote'>, clock: { now(): Date }): Fetch =>
  (input, init) => {
    const changes = (init?.method ?? 'GET') !== 'GET';
    if (changes && !ofNoMoment.test(String(input))) trace.wrote(clock.now().getTime());
    return fetch(input, init);
  };
