import type { Directory } from '@teahouse/contract/issuer';
import type { Info, IssuerDocument } from '@teahouse/contract/talk';
import { epochOf, toBase64url } from '@teahouse/protocol';
import { claimsOfDirectory, claimsOfTokenKeys } from '@teahouse/protocol/record';
import type { TalkCaller } from '../call.ts';
import { clientError } from '../errors.ts';
import type { LogGuard } from '../log/guard.ts';
import { believable, claimsOr } from '../log/published.ts';
import type { Store } from '../store.ts';

/** What talk says of itself, and of the issuer as talk last verified it, as far as the logs hold it. */
export interface World {
  readonly info: Info;
  /** The epochs that may count now: this one and the one before it. */
  readonly issuer: IssuerDocument;
  readonly directory: Directory;
}
export interface Worlds {
  /**
   * Fetched at most once a minute, unless `fresh`. Throws what the calls throw, `instance-changed`, and what the log's
   * guard throws: also for a world that is here already, once the client has stopped.
   */
  load(fresh?: boolean): Promise<World>;
  /** The same, anew where it knows one of these epochs not yet: without its counts every label would seem too narrow. */
  loadWith(epochs: readonly string[]): Promise<World>;
  /** What was loaded last, however old. */
  last(): World | undefined;
  forget(): void;
}

const maxAge = 60_000;
const pinned = 'instance';

/**
 * Nothing is presented that was signed with a key which talk's copy of the issuer's log doesn't hold: shown to a few
 * alone it would tag them. Throws `issuer-key-unknown`, or `log-behind` while talk doesn't know the epoch.
 */
export function requirePublished(
  { epoch, issuerPublicKey }: { readonly epoch: string; readonly issuerPublicKey: Uint8Array },
  { issuer }: World,
): void {
  const key = issuer.keys.find(({ epochs }) => epochs.includes(epoch));
  if (!key) throw clientError('log-behind', `talk does not know epoch ${epoch} yet`);
  if (key.publicKey !== toBase64url(issuerPublicKey))
    throw clientError('issuer-key-unknown', `epoch ${epoch}`);
}

interface WorldDeps {
  readonly talk: TalkCaller;
  readonly store: Store;
  readonly clock: { now(): Date };
  readonly guard: LogGuard;
}

/**
 * The public state of talk. The instance's name goes into every context, so a server that told it differently to
 * some could tag them: the first name seen is pinned on the device, and the issuer's document must hold the same.
 */
export function createWorlds(deps: WorldDeps): Worlds {
  const { talk, store, clock, guard } = deps;
  let world: World | undefined;
  let at = Number.NEGATIVE_INFINITY;
  let loading: Promise<World> | undefined;

  /** Throws unless the logs hold all of it: issuer's keys, counts and directory, talk's token keys. */
  async function checkedByLogs(info: Info, published: IssuerDocument, directory: Directory) {
    const { instance } = info;
    const { document, claims } = believable(published, epochOf(clock.now()));
    const ofDirectory = claimsOr(() => claimsOfDirectory(directory));
    const ofTokens = claimsOr(() => claimsOfTokenKeys(instance, info.tokenKeys));
    await Promise.all([
      guard.check('issuer@talk', { instance, log: published.log, claims: [...claims, ...ofDirectory] }),
      guard.check('talk', { instance, log: info.log, claims: ofTokens }),
    ]);
    await guard.checkNewest('directory', directory.logged);
    // A key that a restore made void stands in the log as well: once a later one was seen, it is no answer.
    await guard.checkNewest('token-key', Math.max(-1, ...info.tokenKeys.map(({ logged }) => logged)));
    return document;
  }
  async function fetchWorld(): Promise<World> {
    const [info, published, directory] = await Promise.all([talk.info(), talk.issuer(), talk.directory()]);
    const before = await store.get(pinned);
    if (info.instance !== published.instance) throw clientError('instance-changed');
    if (before !== undefined && before !== info.instance) throw clientError('instance-changed');
    const issuer = await checkedByLogs(info, published, directory);
    if (before === undefined) await store.set(pinned, info.instance);
    world = { info, issuer, directory };
    at = clock.now().getTime();
    return world;
  }
  async function load(fresh = false): Promise<World> {
    await guard.requireGoing();
    const age = clock.now().getTime() - at;
    if (!fresh && world && age >= 0 && age < maxAge) return world;
    loading ??= fetchWorld().finally(() => {
      loading = undefined;
    });
    return loading;
  }
  return {
    load,
    async loadWith(epochs) {
      const here = await load();
      return epochs.every((epoch) => here.issuer.issued.includes(epoch)) ? here : load(true);
    },
    last: () => world,
    forget: () => {
      world = undefined;
      at = Number.NEGATIVE_INFINITY;
    },
  };
}
