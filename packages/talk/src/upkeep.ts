import { isoWeek } from '@teahouse/protocol';
import type { TalkContext } from './context.ts';
import { logActs } from './log/acts.ts';
import { forgetRemoved } from './order/forget.ts';
import { logDecisions } from './order/log.ts';
import { signDueRefunds } from './refunds/service.ts';
import { fillWords } from './search/backfill.ts';
import { createPictureMover } from './pictures/objects.ts';
import { forgetDraws } from './tokens/store.ts';

const minute = 60_000;
/** Past draws stay for four weeks (ms): a clock that is set back must not let anybody draw twice in a week. */
const drawsKept = 28 * 24 * 60 * minute;

export interface Upkeep {
  /** Does now what is otherwise done once a minute. */
  run(): Promise<void>;
  stop(): void;
}

/**
 * What is done once a minute, by the machine's time: look through the window, have the token keys ready, log
 * what was decided and accepted, sign refunds, forget past draws and the words of removed posts, make old posts findable, carry pictures into the store. No job queue: its tables would keep who-and-when of their own.
 */
export function startUpkeep(ctx: TalkContext): Upkeep {
  const movePictures = createPictureMover(ctx);
  async function run(): Promise<void> {
    await ctx.window.refresh();
    if (ctx.talkLog.peek()) {
      await ctx.tokenKeys.counting();
      await ctx.tokenKeys.prepare();
      await logDecisions(ctx);
      await logActs(ctx);
      await signDueRefunds(ctx);
    }
    await forgetDraws(ctx.pool, isoWeek(new Date(ctx.clock.now().getTime() - drawsKept)));
    await forgetRemoved(ctx);
    await fillWords(ctx);
    await movePictures();
  }
  let stopped = false;
  const runQuietly = () =>
    void run().catch((error: unknown) => {
      if (!stopped) ctx.log.error('upkeep', error);
    });
  const timer = setInterval(runQuietly, minute).unref();
  runQuietly();
  return {
    run,
    stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}
