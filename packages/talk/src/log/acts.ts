import { talkLimits } from '@teahouse/contract/talk';
import { lockPlans, planEntries } from '@teahouse/kit/log-book';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import { actsRoot, encodeEntry } from '@teahouse/protocol/record';
import type { TalkContext } from '../context.ts';
import { slotNumber } from '../wire.ts';
import { insertLogged, type LogState, readLogState, takePending, writeLogState } from './store.ts';

/** Acts of one entry: whoever asks for a proof has their tree made. More of them make another entry. */
export const actsPerEntry = 65_536;

type Context = Pick<TalkContext, 'pool' | 'clock' | 'config' | 'talkLog'>;

/**
 * Puts the root over all acts that were accepted since the last time into the log, once every `logEvery` minutes, from
 * the full hour on; with `now` also in between (protocol.md 4). Without acts there is no entry. Several processes may
 * do it at once. Before the instance is known it does nothing: then nothing was accepted either.
 */
export async function logActs(ctx: Context, options: { readonly now?: boolean } = {}): Promise<void> {
  const book = ctx.talkLog.peek();
  if (!book) return;
  const slot = slotNumber(ctx.clock.now());
  let isMore = true;
  for (let isDue = options.now === true; isMore; isDue = true) {
    isMore = await withTransaction(ctx.pool, async (tx) => {
      await lockPlans(tx);
      const state = await readLogState(tx);
      // A clock that was set back must not stop the log for as long as it had been ahead: another hour is enough.
      if (!isDue && periodOf(ctx, slot) === periodOf(ctx, state.looked_slot)) return false;
      return logOnce(tx, state, slot);
    });
  }
  await book.flush();
}

/** True when there may be more. In the order of the hashes: nothing that is written tells who was first. */
async function logOnce(tx: Queryable, state: LogState, now: number): Promise<boolean> {
  const acts = (await takePending(tx, actsPerEntry)).sort((a, b) => Buffer.compare(a.act, b.act));
  // Ascending, also when the clock was set back or two entries are of one slot: it stays "at or before".
  const slot = Math.max(now, state.acts_slot + 1);
  const isSome = acts.length > 0;
  if (isSome) {
    const root = actsRoot(acts.map(({ act }) => act));
    const entry = encodeEntry({ type: 'acts', slot, root, n: acts.length });
    await insertLogged(tx, acts, await planEntries(tx, [entry]));
  }
  await writeLogState(tx, { ...state, acts_slot: isSome ? slot : state.acts_slot, looked_slot: now });
  return acts.length === actsPerEntry;
}

const periodOf = ({ config }: Pick<Context, 'config'>, slot: number) =>
  Math.floor((slot * talkLimits.slotMinutes) / config.logEvery);

/** Seconds until acts accepted now are in the log: to the end of the period, and a minute for the upkeep. */
export function secondsToNextEntry(ctx: Pick<Context, 'config' | 'clock'>): number {
  const period = ctx.config.logEvery * 60;
  return period - (Math.floor(ctx.clock.now().getTime() / 1000) % period) + 60;
}
