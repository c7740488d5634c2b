import { talkLimits } from '@teahouse/contract/talk/limits';
import type { TalkCaller } from '../call.ts';
import { pauseLimits } from './plan.ts';
import type { Compose } from './types.ts';

/** How much goes on around us. */
export interface Traffic {
  /**
   * The longest pause (ms) before an act in another thread: eight times that within which a page of threads last saw an
   * act, so that whoever joins acts by their time has hundreds of others to choose from; for a ballot eight times that,
   * as about one act in eight is one. Asked for again after ten minutes; without an answer what was known last, or the
   * longest.
   */
  reach(compose: Pick<Compose, 'kind'>): Promise<number>;
}

const fresh = 10 * 60_000;
/** Pages of threads that see an act meanwhile; docs/decisions/0009 has what the thief made of fewer. */
const crowd = 8;
/** Acts to one ballot, about: what others say hides no ballot, as it lies in other tables (docs/decisions/0024). */
const actsToBallot = 8;
/** Nobody waits longer (ms) than this to have a text taken. */
const patience = 3_000;

/** By the public list of threads, as everybody's front page loads it. */
export function createTraffic(talk: Pick<TalkCaller, 'latest'>, clock: { now(): Date }): Traffic {
  let known: { readonly at: number; readonly span: number } | undefined;

  async function look(): Promise<void> {
    const { threads } = await talk.latest({ query: {} });
    const at = clock.now().getTime();
    const last = threads[talkLimits.threadsPerPage - 1];
    const span = last ? crowd * (at - Date.parse(last.lastSlot)) : Number.POSITIVE_INFINITY;
    known = { at, span };
  }
  const between = (span: number, most: number) => Math.min(Math.max(span, pauseLimits.reachLeast), most);
  return {
    async reach({ kind }) {
      const now = clock.now().getTime();
      if (!known || Math.abs(now - known.at) > fresh) {
        const late = new Promise<void>((resolve) => setTimeout(resolve, patience));
        await Promise.race([look().catch(() => undefined), late]);
      }
      const span = known?.span ?? Number.POSITIVE_INFINITY;
      return kind === 'ballot'
        ? between(actsToBallot * span, pauseLimits.ballotReachMost)
        : between(span, pauseLimits.reachMost);
    },
  };
}
