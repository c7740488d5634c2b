import { setTimeout as sleep } from 'node:timers/promises';
import { type Figure, told } from '../../bench/figures.ts';
import type { House } from '../../bench/house.ts';
import { lostSessions, startLoad } from './load.ts';
import type { Stage } from './stage.ts';
import { exactly } from './trial.ts';
import { inspectTalk } from './whole.ts';

/** What came of a house that worked for some time, over databases of its own. */
export interface Worked {
  readonly figures: readonly Figure[];
  /** Writes to both planes that were acknowledged, in a second. */
  readonly perSecond: number;
}

/** Lets everyone of the stage write for so long (ms), then looks through talk's database. `name`: of the figures. */
export async function work(
  name: string,
  { stage, house, talkUrl }: { stage: Stage; house: House; talkUrl: string },
  duration: number,
): Promise<Worked> {
  const load = startLoad(stage, () => house.origin);
  const began = performance.now();
  await sleep(duration).then(load.stop);
  const seconds = (performance.now() - began) / 1000;
  const { ledger } = load;
  const found = await inspectTalk(talkUrl, ledger.talk);
  const sessions = await lostSessions(ledger, house.origin);
  const acknowledged = ledger.talk.length + ledger.members.length;
  const refused = [...ledger.refusals].map(([code, n]) => `, ${n} × ${code}`).join('');
  const both = `${ledger.talk.length} acts, ${ledger.members.length} sign-outs of others, ${seconds.toFixed(0)} s${refused}`;
  return {
    perSecond: acknowledged / seconds,
    figures: [
      told(`${name}.acknowledged`, acknowledged, 'writes', both),
      exactly(`${name}.lost`, found.lost.length + sessions, 'writes', 0, found.lost[0] ?? ''),
      exactly(`${name}.half-written`, found.broken.length, 'rows', 0, found.broken[0] ?? ''),
      exactly(`${name}.unexpected`, ledger.unexpected.length, 'answers', 0, ledger.unexpected[0] ?? ''),
    ],
  };
}
