import { membersLimits, type Tie } from '@teahouse/contract/members';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import type { Member } from '../accounts/types.ts';
import type { Context } from '../context.ts';
import { dayAfter } from '../days.ts';
import { fail } from '../errors.ts';
import { fillFeeds } from '../feed/tie.ts';
import { forget, tell } from '../notices/tell.ts';
import { insertConnection, lockPair, type Pair, type PairState, readPair, writeRequest } from './pair.ts';
import * as store from './store.ts';

const limits = membersLimits.network;

/** Does one thing to a pair, alone with it. Throws `not-with-yourself`, `person-unknown`. */
async function withPair<T>(
  ctx: Context,
  who: Member,
  other: string,
  work: (tx: Queryable, pair: Pair, state: PairState) => Promise<T>,
): Promise<T> {
  const pair = { me: who.account, other };
  if (pair.me === other) throw fail('not-with-yourself');
  return withTransaction(ctx.pool, async (tx) => {
    await lockPair(tx, pair);
    const state = await readPair(tx, pair, dayOf(ctx.clock.now()));
    if (!state) throw fail('person-unknown');
    return work(tx, pair, state);
  });
}

/** A request that the other one made and did not take back; declined or not, as it says that they want to. */
const isWanted = ({ theirs }: PairState): boolean => theirs !== null && !theirs.withdrawn;

/**
 * Asks for a connection. Who was asked by the other one is connected at once. Asking twice is no error. One who
 * declined is not asked again before 90 days are over, and nothing in the answer tells it.
 * Throws `person-unknown`, `requests-open`, `requests-today`, `connections-full`, `not-with-yourself`.
 */
export async function askConnection(
  ctx: Context,
  who: Member,
  i: { member: string; note: string },
): Promise<Tie> {
  const now = ctx.clock.now();
  const today = dayOf(now);
  return withPair(ctx, who, i.member, async (tx, pair, state) => {
    if (state.connected) return 'connected';
    if (isWanted(state)) return connect(tx, pair, state, today);
    const { mine } = state;
    const waits = mine !== null && !mine.withdrawn;
    const forgotten = mine?.declined != null && mine.declined < dayAfter(now, -limits.declinedDays);
    if (waits && !forgotten) return 'sent';
    if (!waits && state.open >= limits.openRequests) throw fail('requests-open');
    if (mine === null && state.today >= limits.requestsPerDay) throw fail('requests-today');
    await writeRequest(tx, pair, { note: i.note, today, reopen: forgotten });
    if (mine === null || forgotten)
      await tell(tx, { kind: 'request', subject: pair.me, by: pair.me, to: [pair.other], day: today });
    return 'sent';
  });
}

async function connect(tx: Queryable, pair: Pair, state: PairState, today: string): Promise<Tie> {
  if (state.full) throw fail('connections-full');
  await insertConnection(tx, pair, today);
  const { me, other } = pair;
  const ties = [
    { reader: me, author: other },
    { reader: other, author: me },
  ];
  await fillFeeds(tx, { ties, why: 'connection', today });
  await forget(tx, { kind: 'request', subject: other, reader: me });
  await tell(tx, { kind: 'accepted', subject: me, by: me, to: [other], day: today });
  return 'connected';
}

/** Accepting twice is no error. Throws `request-unknown`, `connections-full`, `person-unknown`. */
export async function acceptRequest(ctx: Context, who: Member, member: string): Promise<Tie> {
  return withPair(ctx, who, member, async (tx, pair, state) => {
    if (state.connected) return 'connected';
    if (!isWanted(state) || state.theirs?.declined != null) throw fail('request-unknown');
    return connect(tx, pair, state, dayOf(ctx.clock.now()));
  });
}

/** Declining twice is no error. Throws `request-unknown`, `person-unknown`. */
export async function declineRequest(ctx: Context, who: Member, member: string): Promise<void> {
  await withPair(ctx, who, member, async (tx, pair, state) => {
    if (!isWanted(state)) throw fail('request-unknown');
    await store.declineRequest(tx, pair, dayOf(ctx.clock.now()));
    await forget(tx, { kind: 'request', subject: pair.other, reader: pair.me });
  });
}

/** Takes a request back; where there is none, nothing happens. */
export async function withdrawRequest(ctx: Context, who: Member, member: string): Promise<void> {
  await withPair(ctx, who, member, async (tx, pair) => {
    await store.withdrawRequest(tx, pair);
    await forget(tx, { kind: 'request', subject: pair.me, reader: pair.other });
  });
}

/** Ends a connection on both sides; where there is none, nothing happens. */
export async function removeConnection(ctx: Context, who: Member, member: string): Promise<void> {
  await withPair(ctx, who, member, async (tx, pair) => {
    await store.deleteConnection(tx, pair);
    await forget(tx, { kind: 'accepted', subject: pair.me, reader: pair.other });
    await forget(tx, { kind: 'accepted', subject: pair.other, reader: pair.me });
  });
}

/** Throws `following-full`, `person-unknown`. */
export async function follow(ctx: Context, who: Member, member: string): Promise<void> {
  await withPair(ctx, who, member, async (tx, pair) => {
    const { fits, fresh } = await store.insertFollow(tx, pair, limits.followingMax);
    if (!fits) throw fail('following-full');
    if (!fresh) return;
    const ties = [{ reader: pair.me, author: pair.other }];
    const today = dayOf(ctx.clock.now());
    await fillFeeds(tx, { ties, why: 'follow', today });
    await tell(tx, { kind: 'follow', subject: pair.me, by: pair.me, to: [pair.other], day: today });
  });
}

export async function unfollow(ctx: Context, who: Member, member: string): Promise<void> {
  await withTransaction(ctx.pool, async (tx) => {
    await store.deleteFollow(tx, { me: who.account, other: member });
    await forget(tx, { kind: 'follow', subject: who.account, reader: member });
  });
}

/**
 * Blocks a member and ends all that is between the two. Also of one who blocked first: who is blocked must not learn
 * of it. Throws `not-with-yourself`, `person-unknown` (there is no such account), `blocks-full`.
 */
export async function block(ctx: Context, who: Member, member: string): Promise<void> {
  const pair = { me: who.account, other: member };
  if (pair.me === member) throw fail('not-with-yourself');
  await withTransaction(ctx.pool, async (tx) => {
    await lockPair(tx, pair);
    const { exists, blocked } = await store.readBlocks(tx, pair);
    if (!exists) throw fail('person-unknown');
    if (blocked >= limits.blocksMax) throw fail('blocks-full');
    await store.insertBlock(tx, pair);
  });
}

export async function unblock(ctx: Context, who: Member, member: string): Promise<void> {
  await store.deleteBlock(ctx.pool, { me: who.account, other: member });
}

/** Suggests a member no more. Throws `not-with-yourself`, `person-unknown`. */
export async function dismissSuggestion(ctx: Context, who: Member, member: string): Promise<void> {
  await withPair(ctx, who, member, (tx, pair) => store.insertDismissed(tx, pair));
}
