import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fakeClock } from '@teahouse/kit/clock';
import { openCase } from '../attacker/case.ts';
import { collectLoot } from '../loot/collect.ts';
import { superuserPool } from '../loot/database.ts';
import type { Score } from '../stats/evaluate.ts';
import { judgeAuthors, judgeBallots, judgeCross } from '../stats/judge.ts';
import { startClusters } from '../town/clusters.ts';
import { type Bent, castHabits } from '../town/habits.ts';
import { live, settle } from '../town/live.ts';
import { noNetworking } from '../town/network.ts';
import { noReading } from '../town/reading.ts';
import { anyWords } from '../town/report.ts';
import type { Citizen } from '../town/resident.ts';
import { beginningOf, hour, type TownSize } from '../town/size.ts';
import type { Truth } from '../town/stage.ts';
import { type Leak, type Soil, together } from './leak.ts';

/** Small, and everybody speaks as nobody in particular: a blind guess is right once in forty. */
const leakTown: TownSize = { members: 40, companies: 2, days: 4, posts: 60, seed: 3 };
const plain: Bent = { labels: [0, 0, 0, 1], newcomers: 0, careless: 0, named: 0.1 };

/** A town in which everybody has signed up, and that can be copied. */
export interface Template {
  readonly data: string;
  readonly size: TownSize;
  readonly bent: Bent;
  readonly citizens: readonly (Citizen | undefined)[];
  remove(): void;
}

/** Settles a town for leaks that live by these habits. */
export async function makeTemplate(
  { bent = {}, days = leakTown.days }: Pick<Leak, 'bent' | 'days'>,
  town: TownSize = leakTown,
): Promise<Template> {
  const data = mkdtempSync(path.join(tmpdir(), 'tea-thief-'));
  const size = { ...town, days };
  const all = { ...plain, ...bent };
  const clusters = await startClusters(data);
  try {
    const citizens = await settle({ data, clusters, size }, all);
    return { data, size, bent: all, citizens, remove: () => rmSync(data, { recursive: true, force: true }) };
  } finally {
    await clusters.stop();
  }
}

/** Plants the leaks of one bed in a copy of the template, lets the town live, and sends the thief. */
export async function grow(template: Template, leaks: readonly Leak[]): Promise<Map<string, Score>> {
  const data = mkdtempSync(path.join(tmpdir(), 'tea-thief-'));
  try {
    cpSync(template.data, data, { recursive: true, filter: (name) => !name.endsWith('.sock') });
    const truth = await liveAndLoot(template, data, leaks);
    return await judge(path.join(data, 'loot'), truth, leaks);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function liveAndLoot(
  { size, bent, citizens }: Template,
  data: string,
  leaks: readonly Leak[],
): Promise<Truth> {
  const clusters = await startClusters(data);
  try {
    const db = {
      members: superuserPool(clusters.members.adminUrl, 'members'),
      talk: superuserPool(clusters.talk.adminUrl, 'talk'),
    };
    try {
      const clock = fakeClock(new Date(beginningOf(size)));
      const soil: Soil = {
        ...{ db, data },
        citizens,
        habits: castHabits(size, bent),
        start: beginningOf(size),
        now: clock.now,
      };
      const planted = await Promise.all(leaks.map((leak) => leak.plant?.(soil) ?? {}));
      const hooks = { reading: noReading, networking: noNetworking, ...together(planted) };
      const visits = await leaks.find((leak) => leak.visits)?.visits?.(soil);
      const ground = { data, clusters, size, clock, upkeepEvery: 6 * hour };
      const order = leaks.some((leak) => leak.order) ? { order: { ...anyWords, reports: 1 } } : {};
      const truth = await live(ground, citizens, { bent, hooks, ...order, ...(visits ? { visits } : {}) });
      await collectLoot({ clusters, data }, path.join(data, 'loot'), { files: false });
      return truth;
    } finally {
      await Promise.all([db.members.end(), db.talk.end()]);
    }
  } finally {
    await clusters.stop();
  }
}

/** What each leak's own strategy found, by the leak's name. */
async function judge(loot: string, truth: Truth, leaks: readonly Leak[]): Promise<Map<string, Score>> {
  const found = await openCase(loot);
  const wanted = (target: Leak['target']) =>
    leaks.filter((leak) => leak.target === target).map(({ strategy }) => strategy);
  const scores = {
    author: judgeAuthors(found, truth, wanted('author')).scores,
    cross: judgeCross(found, truth, wanted('cross')).scores,
    'ballot-in-thread': judgeBallots(found, truth, 'ballot-in-thread', wanted('ballot-in-thread')).scores,
    'ballot-to-alias': judgeBallots(found, truth, 'ballot-to-alias', wanted('ballot-to-alias')).scores,
    'ballot-to-ballot': judgeBallots(found, truth, 'ballot-to-ballot', wanted('ballot-to-ballot')).scores,
  };
  return new Map(
    leaks.flatMap(({ name, target, strategy }) => {
      const score = scores[target].find((one) => one.strategy === strategy);
      return score ? [[name, score] as const] : [];
    }),
  );
}
