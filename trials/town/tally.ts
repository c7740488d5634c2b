import { day, hour, minute, now, type Stage, type Told } from './stage.ts';

/** One decision about a post, as the tables keep it. */
interface Made {
  readonly post: string;
  readonly action: string;
  readonly by: string;
  readonly at: number;
}
/** Of two in one slot the later kind comes later. */
const order = ['hold', 'hide', 'keep', 'remove', 'ban', 'restore', 'uphold'];
const slot = 5 * minute;

async function decisionsOf({ house }: Stage): Promise<Map<string, Made[]>> {
  const { rows } = await house.town.db.pool.query<{ post: Buffer; action: string; by: string; slot: number }>(
    `SELECT post_id AS post, action, by, slot FROM decisions`,
  );
  const made = new Map<string, Made[]>();
  const sorted = [...rows].sort(
    (a, b) => a.slot - b.slot || order.indexOf(a.action) - order.indexOf(b.action),
  );
  for (const { post, action, by, slot: number } of sorted) {
    const id = post.toString('base64url');
    made.set(id, [...(made.get(id) ?? []), { post: id, action, by, at: number * slot }]);
  }
  return made;
}

/** How long a post was to be seen, in ms, until `end`. */
export function seenFor(at: number, decisions: readonly Pick<Made, 'action' | 'at'>[], end: number): number {
  let total = 0;
  let since: number | undefined = decisions[0]?.action === 'hold' && decisions[0].at <= at ? undefined : at;
  for (const { action, at: when } of decisions) {
    const hides = action === 'hold' || action === 'hide' || action === 'remove';
    const shows = action === 'keep' || action === 'restore';
    if (hides && since !== undefined) {
      total += Math.max(0, when - since);
      since = undefined;
    }
    if (shows) since ??= when;
  }
  return since === undefined ? total : total + end - since;
}

export interface Tally {
  readonly posts: number;
  readonly good: number;
  readonly harmful: number;
  /** Harmful posts that were to be seen at all, and for more than an hour. */
  readonly seen: readonly Told[];
  readonly overAnHour: readonly Told[];
  /** In words: of those over an hour, how many were written in each quarter of the day, and how long they stayed. */
  readonly quarters: string;
  /** Posts of trolls that were to be seen, a day and troll: by week, and after the first. */
  readonly trollWeeks: readonly number[];
  readonly trollLater: number;
  /** Good posts that the first look held back; that reports hid; that errors of the desk removed; and those of these that came back. */
  readonly held: readonly Told[];
  readonly hidden: readonly Told[];
  readonly removed: readonly Told[];
  readonly restored: number;
  /** Good posts that reports hid although somebody had kept them, or that nobody looked at within a day. */
  readonly pastReview: number;
  /** Hours that a good post was hidden at most before somebody looked. */
  readonly longest: number;
  /** Harmful posts whose tokens came back. */
  readonly paidBack: number;
}

/** Counts what the month came to. */
export async function tally(stage: Stage, began: number, days: number): Promise<Tally> {
  const made = await decisionsOf(stage);
  const end = now(stage);
  const all = [...stage.posts.values()];
  const of = ({ id }: Told) => made.get(id) ?? [];
  const good = all.filter(({ harm }) => !harm);
  const bad = all.filter(({ harm }) => harm);
  const visible = (post: Told) => seenFor(Math.floor(post.at / slot) * slot, of(post), end);
  const seen = bad.filter((post) => visible(post) > 0);
  const trolls = stage.citizens.filter(({ part }) => part === 'troll').length;
  const byTrolls = seen.filter(({ author }) => author.part === 'troll');
  const between = (from: number, to: number) =>
    byTrolls.filter(({ at }) => at >= began + from * day && at < began + to * day).length /
    Math.max(1, trolls * (to - from));
  const weeks = Array.from({ length: Math.ceil(days / 7) }, (_, week) => week * 7);
  const hides = (post: Told) => of(post).filter(({ action }) => action === 'hide');
  const held = good.filter((post) => of(post).some(({ action }) => action === 'hold'));
  const hidden = good.filter((post) => hides(post).length > 0);
  const waits = hidden.map((post) => waited(of(post), end));
  const removed = good.filter((post) => of(post).some(({ action }) => action === 'remove'));
  const again = hidden.filter((post) => {
    const actions = of(post).map(({ action }) => action);
    return actions.lastIndexOf('hide') > actions.indexOf('keep') && actions.includes('keep');
  });
  const overAnHour = bad.filter((post) => visible(post) > hour);
  return {
    quarters: quartersOf(overAnHour.map((post) => ({ at: post.at, stayed: visible(post) }))),
    ...{ posts: all.length, good: good.length, harmful: bad.length, seen, held, hidden, removed },
    overAnHour,
    trollWeeks: weeks.map((from) => between(from, Math.min(days, from + 7))),
    trollLater: days > 7 ? between(7, days) : between(0, days),
    restored: removed.filter((post) => of(post).some(({ action }) => action === 'restore')).length,
    pastReview: again.length + waits.filter((wait) => wait > day).length,
    longest: Math.max(0, ...waits) / hour,
    paidBack: bad.filter(({ refunded }) => refunded).length,
  };
}

/** From the hiding to the first decision of a person. */
function waited(decisions: readonly Made[], end: number): number {
  const at = decisions.findIndex(({ action }) => action === 'hide');
  const looked = decisions.slice(at + 1).find(({ by }) => by !== 'program' && by !== 'reports');
  return (looked?.at ?? end) - decisions[at]!.at;
}

const quarter = 6;

/** The town's clock shows UTC, and its people live by it. */
function quartersOf(posts: readonly { readonly at: number; readonly stayed: number }[]): string {
  const parts = Array.from({ length: 24 / quarter }, (_, i) => {
    const some = posts
      .filter(({ at }) => Math.floor((at % day) / hour / quarter) === i)
      .map(({ stayed }) => stayed)
      .sort((a, b) => a - b);
    const half = some[Math.floor(some.length / 2)] ?? 0;
    return `${i * quarter}–${(i + 1) * quarter} h: ${some.length} (half over ${(half / hour).toFixed(1)} h)`;
  });
  return parts.join('; ');
}
