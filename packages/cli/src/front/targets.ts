/** Where one process of a plane listens: the path of a Unix socket, or `host:port`. */
export type Target = string;

/** The processes of one plane, asked in turn. */
export interface Targets {
  /** The next one that is not known to be away; one that was not tried yet for this request, or undefined. */
  next(tried?: ReadonlySet<Target>): Target | undefined;
  /** It took no connection: it is left out for a moment. */
  failed(target: Target): void;
  /** It said that it leaves: nothing new goes there until it is welcome again, or, where nobody can say so, for some seconds. */
  leaves(target: Target, until?: 'welcome'): void;
  /** It serves, again or for the first time. */
  welcome(target: Target): void;
  /** It is gone for good. */
  drop(target: Target): void;
}

/** Milliseconds. */
const pause = { failed: 1_000, leaves: 5_000 };

/**
 * Round robin over a list that may change. A target that fails is only passed over as long as there is another: whoever is
 * left is asked in any case.
 */
export function createTargets(list: readonly Target[], now: () => number = () => performance.now()): Targets {
  const targets = [...list];
  const awayUntil = new Map<Target, number>();
  let turn = 0;
  return {
    next(tried) {
      const open = targets.filter((target) => !tried?.has(target));
      const here = open.filter((target) => (awayUntil.get(target) ?? 0) <= now());
      const from = here.length > 0 ? here : open;
      turn = (turn + 1) % Number.MAX_SAFE_INTEGER;
      return from[turn % from.length];
    },
    failed: (target) =>
      void awayUntil.set(target, Math.max(awayUntil.get(target) ?? 0, now() + pause.failed)),
    leaves(target, until) {
      awayUntil.set(target, until === 'welcome' ? Number.POSITIVE_INFINITY : now() + pause.leaves);
    },
    welcome(target) {
      awayUntil.delete(target);
      if (!targets.includes(target)) targets.push(target);
    },
    drop(target) {
      awayUntil.delete(target);
      const place = targets.indexOf(target);
      if (place >= 0) targets.splice(place, 1);
    },
  };
}
