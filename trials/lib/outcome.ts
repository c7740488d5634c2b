import { atMost, type Figure, median, told } from '../../bench/figures.ts';
import type { House } from '../../bench/house.ts';
import { type Load, lostSessions } from './load.ts';
import { databaseUrl } from './parts.ts';
import type { Stage } from './stage.ts';
import { exactly } from './trial.ts';
import { damageIn, inspectTalk } from './whole.ts';

/** What is left of what was acknowledged, and how long the blows were felt. */
export async function figuresOf(
  trial: string,
  stage: Stage,
  house: House,
  { ledger }: Load,
  recoveries: readonly number[],
): Promise<Figure[]> {
  const found = await inspectTalk(databaseUrl(stage.data, 'talk'), ledger.talk);
  const sessions = await lostSessions(ledger, house.origin);
  const name = (what: string) => `trials.${trial}.${what}`;
  const [lost, broken, odd] = [found.lost[0], found.broken[0], ledger.unexpected[0]];
  const acknowledged = ledger.talk.length + ledger.members.length;
  const both = `${ledger.talk.length} acts, ${ledger.members.length} sign-outs of others; ${ledger.retries} sent again`;
  return [
    told(name('acknowledged'), acknowledged, 'writes', both),
    exactly(name('lost'), found.lost.length + sessions, 'writes', 0, lost ?? ''),
    exactly(name('half-written'), found.broken.length, 'rows', 0, broken ?? ''),
    exactly(name('unexpected'), ledger.unexpected.length, 'answers', 0, odd ?? ''),
    atMost(name('recovery-s'), Math.max(...recoveries), 's', 60, `median ${median(recoveries).toFixed(2)}`),
  ];
}

/** What Postgres itself finds amiss in the pages of both databases. */
export async function damageFigure(trial: string, stage: Stage): Promise<Figure> {
  const found = await Promise.all(
    (['members', 'talk'] as const).map((plane) => damageIn(databaseUrl(stage.data, plane, 'postgres'))),
  );
  const all = found.flat();
  return exactly(
    `trials.${trial}.damage`,
    all.length,
    'pages',
    0,
    all[0] ?? 'amcheck: every table and B-tree',
  );
}
