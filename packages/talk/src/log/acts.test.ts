import { withTransaction } from '@teahouse/kit/pool';
import { actsRoot } from '@teahouse/protocol/record';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTalk, type Talk } from '../app.ts';
import { Holder, send } from '../testing/holder.ts';
import { rng } from '../testing/issuer.ts';
import { entriesOf } from '../testing/read-log.ts';
import { startTown, type Town } from '../testing/town.ts';
import { slotNumber, textOf } from '../wire.ts';

let town: Town;
let author: Holder;
beforeEach(async () => {
  town = await startTown();
  author = new Holder(town);
});
afterEach(() => town.stop());

const thread = async () => (await send(town, 'square', author.thread())).body;
const slots = async () => (await entriesOf(town.talk, 'acts')).map(({ entry }) => entry.slot);

/** All acts that stand in the log, entry by entry; each entry's root and number are compared with them. */
async function loggedActs(): Promise<string[][]> {
  const { rows } = await town.db.pool.query<{ act: Buffer; log_index: string }>(
    'SELECT act, log_index FROM logged_acts',
  );
  return (await entriesOf(town.talk, 'acts')).map(({ index, entry }) => {
    const acts = rows.filter(({ log_index }) => Number(log_index) === index).map(({ act }) => act);
    expect([entry.n, textOf(entry.root)]).toEqual([acts.length, textOf(actsRoot(acts))]);
    return acts.map(textOf);
  });
}

describe('an entry of the log', () => {
  it('is made at the full hour, over all acts of whatever kind that were accepted since', async () => {
    const opened = await thread();
    const reply = (await send(town, 'square', new Holder(town).reply(opened))).body;
    const edit = (await send(town, 'square', author.edit(opened, opened.id, 'Other words'))).body;
    await town.talk.upkeep(); // begins to look: this hour is the first
    town.clock.set('2026-11-18T10:59:59Z');
    await town.talk.upkeep();
    const early = await loggedActs();
    town.clock.set('2026-11-18T11:00:30Z');
    const removal = (await send(town, 'square', author.remove(opened, edit.id))).body;
    await town.talk.upkeep();
    const ids = [...early.flat(), ...(await loggedActs()).slice(early.length).flat()];
    expect(ids.sort()).toEqual([opened.id, reply.id, edit.id, removal.id].sort());
    expect((await slots()).at(-1)).toBe(slotNumber(new Date('2026-11-18T11:00:00Z')));
  });

  it('is not made where nothing was accepted, and what comes next waits for the hour all the same', async () => {
    await town.talk.upkeep();
    town.clock.set('2026-11-18T15:00:00Z');
    await town.talk.upkeep();
    const before = (await slots()).length;
    town.clock.set('2026-11-18T15:20:00Z');
    await thread();
    await town.talk.upkeep();
    expect(await slots()).toHaveLength(before);
    town.clock.set('2026-11-18T16:00:00Z');
    await town.talk.upkeep();
    expect(await slots()).toHaveLength(before + 1);
  });

  it('comes sooner where the setting says so', async () => {
    const demo = await startTown({ logEvery: 5 });
    try {
      await demo.talk.upkeep();
      await send(demo, 'square', new Holder(demo).thread());
      const before = (await entriesOf(demo.talk, 'acts')).length;
      demo.clock.advance(5 * 60_000);
      await demo.talk.upkeep();
      expect(await entriesOf(demo.talk, 'acts')).toHaveLength(before + 1);
    } finally {
      await demo.stop();
    }
  });

  it('has a later slot than the one before it, also within a slot and when the clock was set back', async () => {
    await thread();
    await town.talk.logActs();
    await thread();
    await town.talk.logActs();
    town.clock.advance(-30 * 86_400_000);
    await town.talk.upkeep();
    town.clock.advance(30 * 86_400_000);
    await thread();
    town.clock.advance(-2 * 3_600_000);
    await town.talk.upkeep();
    const found = await slots();
    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
    expect((await town.db.pool.query('SELECT FROM pending_acts')).rowCount).toBe(0);
  });

  it('leaves an act whose transaction is still open to the next one', async () => {
    const late = Buffer.from(rng(32));
    await thread();
    await withTransaction(town.db.pool, async (tx) => {
      await tx.query("INSERT INTO pending_acts (room_id, act) VALUES ('square', $1)", [late]);
      await town.talk.logActs();
      expect((await loggedActs()).flat()).not.toContain(textOf(late));
    });
    await town.talk.logActs();
    expect((await loggedActs()).at(-1)).toEqual([textOf(late)]);
  });
});

describe('acts and entries at once, from two processes', () => {
  let twin: Talk;
  beforeEach(async () => {
    twin = await createTalk({ config: town.config, clock: town.clock, log: town.log });
  });
  afterEach(() => twin.close());

  it('put every accepted act into one entry, and into one only', async () => {
    const opened = await thread();
    const accepted = new Set([opened.id]);
    const step = fc.constantFrom('reply', 'edit', 'log', 'twin-logs', 'pause');
    const run = fc.asyncProperty(
      fc.array(fc.array(step, { maxLength: 6 }), { maxLength: 8 }),
      async (plan) => {
        let latest = (await send(town, 'square', author.reply(opened, { kind: undefined }))).body;
        const post = latest;
        accepted.add(post.id);
        for (const together of plan) {
          const work = together.map(async (what) => {
            if (what === 'log') return town.talk.logActs();
            if (what === 'twin-logs') return twin.logActs();
            if (what === 'pause') return new Promise<void>((resume) => setTimeout(resume, 3));
            const act =
              what === 'reply'
                ? author.reply(opened, { kind: undefined })
                : author.edit(post, latest.id, `Edit ${accepted.size}`);
            const answer = await send(town, 'square', act);
            if (answer.status !== 200) return;
            accepted.add(answer.body.id);
            if (what === 'edit') latest = answer.body;
          });
          await Promise.all(work);
        }
        await Promise.all([town.talk.logActs(), twin.logActs()]);
        const found = (await loggedActs()).flat();
        expect(found.sort()).toEqual([...accepted].sort());
      },
    );
    await fc.assert(run, { numRuns: 8, seed: 1871, endOnFailure: true });
  });
});

describe('a thief', () => {
  it('finds acts in the order of their hashes, entry by entry, and nothing of when they came', async () => {
    const opened = await thread();
    for (let i = 0; i < 30; i++) await send(town, 'square', author.reply(opened, { kind: undefined }));
    await town.talk.logActs();
    const { rows } = await town.db.pool.query<{ act: Buffer }>('SELECT act FROM logged_acts ORDER BY ctid');
    const ids = rows.map(({ act }) => act.toString('hex'));
    expect(ids.length).toBeGreaterThan(30);
    expect(ids).toEqual([...ids].sort());
    const { rows: columns } = await town.db.pool.query<{ column_name: string }>(
      "SELECT column_name FROM information_schema.columns WHERE table_name IN ('pending_acts', 'logged_acts')",
    );
    expect(new Set(columns.map(({ column_name }) => column_name))).toEqual(
      new Set(['room_id', 'act', 'log_index']),
    );
  });
});
