import type { DecisionAction, DecisionCounts, HouseRule } from '@teahouse/contract/talk';
import type { Queryable } from '@teahouse/kit/pool';
import { houseRules } from '@teahouse/protocol';
import type { z } from 'zod';
import { slotNumber, slotText } from '../wire.ts';
import type { By } from './decision-store.ts';
import { slotsPerDay } from './policy.ts';

type Counts = z.input<typeof DecisionCounts>;
type Month = Counts['months'][number];

interface Decided {
  readonly day: number;
  readonly action: DecisionAction;
  readonly rule: HouseRule;
  readonly by: By;
  readonly n: number;
}
interface Asked {
  readonly day: number;
  /** Place of the rule of reports; null of appeals. */
  readonly rule: number | null;
  readonly post: Buffer | null;
  readonly n: number;
}

const monthOf = (day: number): string => slotText(day * slotsPerDay).slice(0, 7);

/**
 * Counts of what was decided in public rooms, by month, newest first. They are made of the decisions themselves, one by one
 * those that talk's log holds; of rooms for colleagues the log says no more than that something was decided, and these
 * are not counted here. Posts of a month that is over are counted once in the life of the process.
 */
export function createDecisionCounts(): (db: Queryable, settled: number, now: Date) => Promise<Counts> {
  const postsOf = new Map<string, number>();

  async function countPosts(db: Queryable, month: string, present: string): Promise<number> {
    const known = postsOf.get(month);
    if (known !== undefined) return known;
    const n = await readPosts(db, month);
    if (month !== present) postsOf.set(month, n);
    return n;
  }

  return async (db, settled, now) => {
    const present = now.toISOString().slice(0, 7);
    const decided = await readDecided(db, settled);
    const asked = await readAsked(db);
    const months = [...new Set([present, ...[...decided, ...asked].map(({ day }) => monthOf(day))])];
    const counts = months
      .sort()
      .reverse()
      .map((month) => countsOf(month, decided, asked));
    const posts: number[] = [];
    for (const { month } of counts) posts.push(await countPosts(db, month, present));
    return { months: counts.map((count, i) => ({ ...count, posts: posts[i] ?? 0 })) };
  };
}

function countsOf(month: string, decided: readonly Decided[], asked: readonly Asked[]): Omit<Month, 'posts'> {
  const sums = new Map<string, Month['decisions'][number]>();
  for (const { day, action, rule, by, n } of decided) {
    if (monthOf(day) !== month) continue;
    const key = `${action} ${rule} ${by}`;
    sums.set(key, { action, rule, by, n: n + (sums.get(key)?.n ?? 0) });
  }
  const decisions = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
  const answered = (action: DecisionAction) =>
    decisions.reduce((sum, one) => (one.action === action ? sum + one.n : sum), 0);
  const ofMonth = asked.filter(({ day }) => monthOf(day) === month);
  const reported = houseRules.flatMap((rule, place) => {
    const posts = ofMonth.filter((one) => one.rule === place).flatMap((one) => one.post ?? []);
    const n = new Set(posts.map((id) => id.toString('hex'))).size;
    return n > 0 ? [{ rule, n }] : [];
  });
  const made = ofMonth.reduce((sum, one) => (one.rule === null ? sum + one.n : sum), 0);
  return {
    month,
    decisions,
    reported,
    appeals: { made, granted: answered('restore'), refused: answered('uphold') },
  };
}

async function readDecided(db: Queryable, settled: number): Promise<Decided[]> {
  const { rows } = await db.query<Decided>({
    name: 'decisions-counted',
    text: `SELECT slot / ${slotsPerDay} AS day, action, rule, by, count(*)::integer AS n FROM decisions
           WHERE NOT inside AND slot < $1 GROUP BY 1, 2, 3, 4`,
    values: [settled],
  });
  return rows;
}

/** Reports and appeals in public rooms by day. */
async function readAsked(db: Queryable): Promise<Asked[]> {
  const isPublic = "JOIN rooms r ON r.id = a.room_id AND r.access = 'public'";
  const { rows } = await db.query<Asked>({
    name: 'asked-counted',
    text: `SELECT a.slot / ${slotsPerDay} AS day, a.rule::integer AS rule, a.post_id AS post, count(*)::integer AS n
           FROM reports a ${isPublic} GROUP BY 1, 2, 3
           UNION ALL
           SELECT a.slot / ${slotsPerDay}, NULL, NULL, count(*)::integer FROM appeals a ${isPublic} GROUP BY 1`,
  });
  return rows;
}

/** Posts of a month in public rooms, whatever became of them. */
async function readPosts(db: Queryable, month: string): Promise<number> {
  const from = new Date(`${month}-01T00:00:00Z`);
  const to = new Date(from);
  to.setUTCMonth(to.getUTCMonth() + 1);
  const { rows } = await db.query<{ n: number }>({
    name: 'posts-counted',
    text: 'SELECT count(*)::integer AS n FROM posts WHERE NOT inside AND slot >= $1 AND slot < $2',
    values: [slotNumber(from), slotNumber(to)],
  });
  return rows[0]?.n ?? 0;
}
