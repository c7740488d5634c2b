import type { Info, IssuerDocument } from '@teahouse/contract/talk';
import type { TalkCaller } from '../call.ts';
import { clientError } from '../errors.ts';
import type { Store } from '../store.ts';

/** What talk says of itself, and the issuer's document as talk last verified it. */
export interface World {
  readonly info: Info;
  readonly issuer: IssuerDocument;
}
export interface Worlds {
  /** Fetched at most once a minute, unless `fresh`. Throws what the calls throw, or `instance-changed`. */
  load(fresh?: boolean): Promise<World>;
  /** What was loaded last, however old. */
  last(): World | undefined;
  forget(): void;
}

const maxAge = 60_000;
const pinned = 'instance';

/**
 * The public state of talk. The instance's name goes into every context, so a server that told it differently to
 * some could tag them: the first name seen is pinned on the device, and the issuer's document must hold the same.
 */
export function createWorlds(talk: TalkCaller, store: Store, clock: { now(): Date }): Worlds {
  let world: World | undefined;
  let at = Number.NEGATIVE_INFINITY;
  let loading: Promise<World> | undefined;

  async function fetchWorld(): Promise<World> {
    const [info, issuer] = await Promise.all([talk.info(), talk.issuer()]);
    const before = await store.get(pinned);
    if (info.instance !== issuer.instance) throw clientError('instance-changed');
    if (before !== undefined && before !== info.instance) throw clientError('instance-changed');
    if (before === undefined) await store.set(pinned, info.instance);
    world = { info, issuer };
    at = clock.now().getTime();
    return world;
  }
  return {
    last: () => world,
    forget: () => {
      world = undefined;
      at = Number.NEGATIVE_INFINITY;
    },
    async load(fresh = false) {
      const age = clock.now().getTime() - at;
      if (!fresh && world && age >= 0 && age < maxAge) return world;
      loading ??= fetchWorld().finally(() => {
        loading = undefined;
      });
      return loading;
    },
  };
}
