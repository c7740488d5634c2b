import { isoWeek, openWeeks, type Rng } from '@teahouse/protocol';
import type { TalkCaller } from '../call.ts';
import { ApiError } from '../errors.ts';
import { createCell, type Observable } from '../observable.ts';
import type { Prover } from '../prover.ts';
import type { Store } from '../store.ts';
import type { RoomKeys } from '../talk/room-keys.ts';
import type { World, Worlds } from '../talk/world.ts';
import type { Wallet } from '../wallet/wallet.ts';
import { drawWeek, spentNonces } from './draw.ts';
import { createPurse, type Purse, type PurseToken, refundsOf, withoutSpent } from './purse.ts';
import { createRefunds, type Refunds } from './refunds.ts';

export interface TokensSnapshot {
  /** The present ISO week. */
  readonly week: string;
  /** Whether this week's are here. */
  readonly drawn: boolean;
  /** Tokens that can be spent now. */
  readonly free: number;
  /** Of these, those that came back from posts. */
  readonly back: number;
  /** Tokens of own posts that may still come back: in a day, or when somebody has looked at the post. */
  readonly pending: number;
  /** What became of those that were drawn this week. */
  readonly ofWeek: TokenCounts;
}
export interface TokenCounts {
  readonly free: number;
  /** Set aside for acts that wait in the outbox. */
  readonly held: number;
  readonly spent: number;
}

function countsOf(tokens: readonly PurseToken[]): TokenCounts {
  const count = (wanted: PurseToken['state']) => tokens.filter(({ state }) => state === wanted).length;
  return { free: count('free'), held: count('held'), spent: count('gone') };
}

export interface Tokens extends Observable<TokensSnapshot> {
  /**
   * Draws this week's tokens and those of the week before unless they are here; returns the free ones. Throws as `drawWeek`
   * does for this week; what can't be had of the week before is left for the next time.
   */
  draw(): Promise<number>;
  /** Puts into the purse what came back from posts, as far as something is due; never throws for want of an answer. */
  collect(): Promise<void>;
  /** Counts anew; after a change by another tab, or when a week has begun. */
  refresh(): Promise<void>;
}

interface TokensDeps {
  readonly store: Store;
  readonly talk: TalkCaller;
  readonly wallet: Wallet;
  readonly prover: Prover;
  readonly worlds: Worlds;
  readonly rooms: Pick<RoomKeys, 'snapshot'>;
  /** Opens no room by itself. */
  readonly quiet: TalkCaller;
  readonly rng: Rng;
  readonly clock: { now(): Date };
  /** One at a time, over all tabs of the device. */
  readonly exclusive: <T>(task: () => Promise<T>) => Promise<T>;
}

/** What only the client's other parts use. */
export interface TokensInner {
  readonly purse: Purse;
  readonly refunds: Refunds;
  /** Draws as `draw` and collects what is due, for a caller that holds the lock and has too few tokens for a post. */
  readonly provide: () => Promise<void>;
  /**
   * Marks all tokens as gone that the public files of spent nonces hold, in one go: trying one after the other would
   * join the acts that they were spent on.
   */
  readonly dropSpent: () => Promise<void>;
}

/** The weekly draw over the purse. protocol.md 3. */
export async function createTokens(deps: TokensDeps): Promise<Tokens & TokensInner> {
  const { store, talk, wallet, worlds, clock } = deps;
  const purse = createPurse(store);
  const refunds = createRefunds({ ...deps, talk: deps.quiet, purse });
  const empty = { drawn: false, free: 0, back: 0, pending: 0, ofWeek: countsOf([]) };
  const cell = createCell<TokensSnapshot>({ week: isoWeek(clock.now()), ...empty });

  async function refresh(): Promise<void> {
    const week = isoWeek(clock.now());
    const weeks = await purse.weeks();
    const keyIds = worlds.last()?.info.tokenKeys.map(({ id }) => id) ?? weeks.map(({ keyId }) => keyId);
    const present = weeks.find((one) => one.week === week && keyIds.includes(one.keyId));
    const back = weeks
      .filter((one) => one.week.startsWith(refundsOf) && keyIds.includes(one.keyId))
      .flatMap(({ tokens }) => tokens)
      .filter(({ state }) => state === 'free').length;
    const [free, pending] = [await purse.free(keyIds), await refunds.pending()];
    const ofWeek = countsOf(present?.tokens ?? []);
    cell.set({ week, drawn: present !== undefined, free, back, pending, ofWeek });
  }
  async function drawOnce(): Promise<World> {
    const world = await worlds.loadWith(wallet.usable().map(({ epoch }) => epoch));
    wallet.noteIssued(world.issuer.issued);
    // A week whose key is void, after a backup of talk was restored, is drawn again.
    await purse.prune(world.info.tokenKeys.map(({ id }) => id));
    const [present, ...before] = openWeeks(clock.now());
    await drawInto(world, present);
    for (const week of before) await drawLate(world, week);
    return world;
  }
  async function provide(): Promise<void> {
    const world = await drawOnce();
    try {
      await refunds.collect(world, 'short');
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }
  async function drawInto(world: World, week: string): Promise<void> {
    if ((await purse.weeks()).some((one) => one.week === week)) return;
    const drawn = await drawWeek(world, week, deps);
    const spent = wallet.restored() ? await spentNonces(talk, drawn.keyId) : new Set<string>();
    await purse.put(withoutSpent(drawn, spent));
  }
  /** A week that is past stands in the way of no post. Decision 0017. */
  async function drawLate(world: World, week: string): Promise<void> {
    try {
      await drawInto(world, week);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const [key] = world.info.tokenKeys;
      // Drawn under a key that is gone: asking again would show the credential for nothing.
      if (error.code === 'already-drawn' && key) await purse.put({ week, keyId: key.id, tokens: [] });
    }
  }

  async function dropSpent(): Promise<void> {
    for (const drawn of await purse.weeks()) {
      await purse.put(withoutSpent(drawn, await spentNonces(talk, drawn.keyId)));
    }
  }

  await refresh();
  return {
    purse,
    refunds,
    provide,
    dropSpent,
    subscribe: cell.subscribe,
    snapshot: cell.snapshot,
    refresh,
    async collect() {
      if (!wallet.snapshot().exists || (await refunds.pending()) === 0) return;
      try {
        const world = await worlds.load();
        await deps.exclusive(() => refunds.collect(world));
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
      }
      await refresh();
    },
    async draw() {
      await deps.exclusive(drawOnce);
      await refresh();
      return cell.snapshot().free;
    },
  };
}
