import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTown, type Town } from '../testing/test-town.ts';
import { readNear } from './near.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

/** So many members without a session, in random order of ids. */
async function crowd(count: number): Promise<string[]> {
  const { rows } = await town.db.pool.query<{ id: string }>(
    `WITH made AS (INSERT INTO accounts (email, password, name, locale)
       SELECT gen_random_uuid() || '@x.test', '', 'x', 'en' FROM generate_series(1, $1::int) RETURNING id)
     INSERT INTO profiles (account_id) SELECT id FROM made RETURNING account_id AS id`,
    [count],
  );
  return rows.map(({ id }) => id);
}

async function join(ids: readonly string[], edges: readonly (readonly [number, number])[]): Promise<void> {
  const ends = edges.flatMap(([one, other]) => (one === other ? [] : [[ids[one], ids[other]]]));
  await town.db.pool.query(
    `INSERT INTO connections SELECT a, b, date '2026-11-01' FROM unnest($1::uuid[], $2::uuid[]) AS e (a, b)
     UNION SELECT b, a, date '2026-11-01' FROM unnest($1::uuid[], $2::uuid[]) AS e (a, b) ON CONFLICT DO NOTHING`,
    [ends.map(([one]) => one), ends.map(([, other]) => other)],
  );
}

/** Steps from 0 to each, at most three, and the members that two have in common: the slow and plain way. */
function plain(count: number, edges: readonly (readonly [number, number])[]) {
  const near = Array.from({ length: count }, () => new Set<number>());
  for (const [one, other] of edges) {
    if (one === other) continue;
    near[one]?.add(other);
    near[other]?.add(one);
  }
  const steps: (number | null)[] = Array.from({ length: count }, () => null);
  let edge = [0];
  for (const step of [0, 1, 2, 3]) {
    for (const one of edge) steps[one] ??= step;
    edge = edge.flatMap((one) => [...(near[one] ?? [])]).filter((one) => steps[one] === null);
  }
  const mutuals = (other: number) => [...(near[0] ?? [])].filter((one) => near[other]?.has(one)).length;
  return { steps, mutuals };
}

describe('how far somebody is', () => {
  it('is what a walk over all connections finds, to three steps, with those in common', async () => {
    const count = 12;
    const place = fc.integer({ min: 0, max: count - 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(place, place), { maxLength: 18 }), async (edges) => {
        const ids = await crowd(count);
        await join(ids, edges);
        const { steps, mutuals } = plain(count, edges);
        for (const [other, id] of ids.entries()) {
          const { degree, standing } = await readNear(town.db.pool, ids[0] ?? '', id);
          expect(degree).toBe(steps[other] ?? null);
          expect(standing.mutuals).toBe(other === 0 ? 0 : mutuals(other));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is right for one with more connections than are looked at, from either side', async () => {
    const ids = await crowd(6_006);
    const hub = 0;
    // Of those beyond the hub one is connected to its last connection by key, one a step further.
    await join(
      ids,
      ids.slice(1, 6_001).map((_, i) => [hub, i + 1] as const),
    );
    const last = ids
      .slice(1, 6_001)
      .map((id, i) => [id, i + 1] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .at(-1)?.[1];
    await join(ids, [
      [last ?? 0, 6_001],
      [6_001, 6_002],
      [6_002, 6_003],
    ]);
    const near = async (one: number, other: number) => {
      const { degree, standing } = await readNear(town.db.pool, ids[one] ?? '', ids[other] ?? '');
      return [degree, standing.mutuals];
    };
    expect([await near(hub, 6_001), await near(6_001, hub)]).toEqual([
      [2, 1],
      [2, 1],
    ]);
    expect([await near(6_002, hub), await near(hub, 6_002)]).toEqual([
      [3, 0],
      [3, 0],
    ]);
    expect([await near(6_003, 6_001), await near(6_003, hub)]).toEqual([
      [2, 1],
      [null, 0],
    ]);
    expect((await readNear(town.db.pool, ids[5] ?? '', ids[hub] ?? '')).standing.connections).toBe(501);
  });
});
