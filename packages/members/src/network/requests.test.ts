import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweep } from '../sweep.ts';
import {
  accept,
  ask,
  connect,
  look,
  newMember,
  newMembers,
  type TestMember,
} from '../testing/test-members.ts';
import { openTown, type Town } from '../testing/test-town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const tie = async (by: TestMember, at: TestMember) => (await look(by, at)).body.network?.tie;
const act = (by: TestMember, method: string, place: string, at: TestMember, end = '') =>
  by.browser.call(method, `/network/${place}/${at.id}${end}`);
const rows = async (text: string, ...values: unknown[]) => (await town.db.pool.query(text, values)).rows;
const day = 86_400_000;

describe('a request', () => {
  it('is shown with its note to who was asked, and makes both connected when it is accepted', async () => {
    const [ann, bo] = (await newMembers(town, 'Ann', 'Bo')) as [TestMember, TestMember];
    expect((await ask(ann, bo, 'From the tea fair')).body).toEqual({ tie: 'sent' });
    expect((await ask(ann, bo, 'Once more')).body).toEqual({ tie: 'sent' });
    expect((await look(bo, ann)).body.network).toMatchObject({ tie: 'received', note: 'From the tea fair' });
    expect((await look(ann, bo)).body.network).toMatchObject({ tie: 'sent', note: null });
    expect((await accept(bo, ann)).body).toEqual({ tie: 'connected' });
    expect((await accept(bo, ann)).body).toEqual({ tie: 'connected' });
    expect([await tie(ann, bo), await tie(bo, ann)]).toEqual(['connected', 'connected']);
    expect(await rows('SELECT FROM connection_requests')).toEqual([]);
  });

  it('of each to the other connects them, whoever comes first', async () => {
    const [cy, di] = (await newMembers(town, 'Cy', 'Di')) as [TestMember, TestMember];
    await ask(cy, di);
    expect((await ask(di, cy)).body.tie).toBe('connected');
  });

  it('that is declined looks to who asked as if it waited, for 90 days, also when taken back', async () => {
    const [ed, fay] = (await newMembers(town, 'Ed', 'Fay')) as [TestMember, TestMember];
    await ask(ed, fay, 'Hello');
    expect((await act(fay, 'POST', 'requests', ed, '/decline')).status).toBe(204);
    expect((await act(fay, 'POST', 'requests', ed, '/decline')).status).toBe(204);
    expect((await accept(fay, ed)).code).toBe('request-unknown');
    expect([await tie(ed, fay), await tie(fay, ed)]).toEqual(['sent', 'none']);
    const sent = await ed.browser.call<{ requests: unknown[] }>('GET', '/network/requests?side=sent');
    expect(sent.body.requests).toHaveLength(1);

    expect((await act(ed, 'DELETE', 'requests', fay)).status).toBe(204);
    expect(await tie(ed, fay)).toBe('none');
    await sweep(town.members.context.pool, town.clock.now(), '2026-11-10');
    expect((await ask(ed, fay, 'Hello again')).body).toEqual({ tie: 'sent' });
    expect(await tie(fay, ed)).toBe('none');

    await town.db.pool.query('UPDATE connection_requests SET declined = declined - 91 WHERE from_id = $1', [
      ed.id,
    ]);
    expect((await ask(ed, fay, 'Three months later')).body).toEqual({ tie: 'sent' });
    expect((await look(fay, ed)).body.network).toMatchObject({ tie: 'received', note: 'Three months later' });
  });

  it('of who was declined still counts when the other one asks', async () => {
    const [gus, hal] = (await newMembers(town, 'Gus', 'Hal')) as [TestMember, TestMember];
    await ask(gus, hal);
    await act(hal, 'POST', 'requests', gus, '/decline');
    expect((await ask(hal, gus)).body.tie).toBe('connected');
  });

  it('that was taken back is gone for both, and leaves no row after its day', async () => {
    const [ida, jo] = (await newMembers(town, 'Ida', 'Jo')) as [TestMember, TestMember];
    await ask(ida, jo, 'A private word');
    await act(ida, 'DELETE', 'requests', jo);
    expect([await tie(ida, jo), await tie(jo, ida)]).toEqual(['none', 'none']);
    expect((await accept(jo, ida)).code).toBe('request-unknown');
    expect((await act(jo, 'POST', 'requests', ida, '/decline')).code).toBe('request-unknown');
    const left = () => rows('SELECT note FROM connection_requests WHERE from_id = $1', ida.id);
    expect(await left()).toEqual([{ note: '' }]);
    await sweep(town.members.context.pool, new Date(town.clock.now().getTime() + day), '2026-11-11');
    expect(await left()).toEqual([]);
  });

  it('is accepted, declined and taken back by its own two alone', async () => {
    const [kim, lee, mo] = (await newMembers(town, 'Kim', 'Lee', 'Mo')) as [
      TestMember,
      TestMember,
      TestMember,
    ];
    await ask(kim, lee);
    expect((await accept(mo, kim)).code).toBe('request-unknown');
    expect((await act(mo, 'POST', 'requests', kim, '/decline')).code).toBe('request-unknown');
    expect((await accept(kim, lee)).code).toBe('request-unknown');
    await act(mo, 'DELETE', 'requests', lee);
    await act(mo, 'DELETE', 'connections', lee);
    expect(await tie(kim, lee)).toBe('sent');
  });

  it('goes neither to oneself nor to nobody', async () => {
    const ned = await newMember(town, 'Ned');
    expect((await ask(ned, ned)).code).toBe('not-with-yourself');
    const nobody = { ...ned, id: '00000000-0000-4000-8000-000000000000' };
    expect((await ask(ned, nobody)).code).toBe('person-unknown');
    expect((await ned.browser.call('PUT', '/network/requests/x', { note: '' })).code).toBe('invalid-input');
    const long = { note: 'x'.repeat(301) };
    expect((await ned.browser.call('PUT', `/network/requests/${nobody.id}`, long)).code).toBe(
      'invalid-input',
    );
  });
});

describe('limits', () => {
  const fill = (from: TestMember, count: number, on: string) =>
    town.db.pool.query(
      `WITH made AS (INSERT INTO accounts (email, password, name, locale)
         SELECT gen_random_uuid() || '@x.test', '', 'x', 'en' FROM generate_series(1, $2::int) RETURNING id),
       page AS (INSERT INTO profiles (account_id) SELECT id FROM made)
       INSERT INTO connection_requests (from_id, to_id, day) SELECT $1, id, $3 FROM made`,
      [from.id, count, on],
    );

  it('end a day after fifty requests, and taking them back makes no room', async () => {
    const [ora, pat] = (await newMembers(town, 'Ora', 'Pat')) as [TestMember, TestMember];
    await fill(ora, 50, '2026-11-10');
    expect((await ask(ora, pat)).code).toBe('requests-today');
    await town.db.pool.query('UPDATE connection_requests SET withdrawn = true WHERE from_id = $1', [ora.id]);
    expect((await ask(ora, pat)).code).toBe('requests-today');
  });

  it('let two hundred wait at most', async () => {
    const [quin, ray] = (await newMembers(town, 'Quin', 'Ray')) as [TestMember, TestMember];
    await fill(quin, 200, '2026-11-01');
    expect((await ask(quin, ray)).code).toBe('requests-open');
    await town.db.pool.query(
      `UPDATE connection_requests SET withdrawn = true WHERE to_id = (SELECT to_id FROM connection_requests
         WHERE from_id = $1 LIMIT 1)`,
      [quin.id],
    );
    expect((await ask(quin, ray)).body.tie).toBe('sent');
  });
});

describe('at once', () => {
  it('two accept and the other takes back: one of the two holds, on both sides alike', async () => {
    const [sam, tess] = (await newMembers(town, 'Sam', 'Tess')) as [TestMember, TestMember];
    for (let round = 0; round < 5; round += 1) {
      await act(sam, 'DELETE', 'connections', tess);
      await ask(sam, tess);
      const back = () => act(sam, 'DELETE', 'requests', tess);
      const replies = await Promise.all([accept(tess, sam), back(), accept(tess, sam)]);
      const ties = [await tie(sam, tess), await tie(tess, sam)];
      const accepted = replies.some(
        ({ body }) => (body as { tie?: string } | undefined)?.tie === 'connected',
      );
      expect(ties).toEqual(accepted ? ['connected', 'connected'] : ['none', 'none']);
    }
  });

  it('many cross requests make one connection', async () => {
    const [uma, vic] = (await newMembers(town, 'Uma', 'Vic')) as [TestMember, TestMember];
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? ask(uma, vic) : ask(vic, uma))),
    );
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    expect(await rows('SELECT FROM connections WHERE account_id = ANY ($1)', [uma.id, vic.id])).toHaveLength(
      2,
    );
    expect(await rows('SELECT FROM connection_requests WHERE from_id = ANY ($1)', [uma.id, vic.id])).toEqual(
      [],
    );
  });

  it('a block beats a request that is on its way', async () => {
    const [wes, xia] = (await newMembers(town, 'Wes', 'Xia')) as [TestMember, TestMember];
    await Promise.all([ask(wes, xia), act(xia, 'PUT', 'blocks', wes), ask(xia, wes), ask(wes, xia)]);
    expect(await rows('SELECT FROM connections WHERE account_id = $1', wes.id)).toEqual([]);
    expect(await rows('SELECT FROM connection_requests WHERE from_id = $1', wes.id)).toEqual([]);
    await connect();
  });
});

describe('a connection', () => {
  it('ends on both sides when one of them removes it', async () => {
    const [yan, zoe] = (await newMembers(town, 'Yan', 'Zoe')) as [TestMember, TestMember];
    await connect([yan, zoe]);
    expect((await act(zoe, 'DELETE', 'connections', yan)).status).toBe(204);
    expect((await act(zoe, 'DELETE', 'connections', yan)).status).toBe(204);
    expect([await tie(yan, zoe), await tie(zoe, yan)]).toEqual(['none', 'none']);
  });

  it('is refused where one of the two has as many as there can be', async () => {
    const [abe, bea] = (await newMembers(town, 'Abe', 'Bea')) as [TestMember, TestMember];
    await ask(abe, bea);
    await town.db.pool.query(
      `WITH made AS (INSERT INTO accounts (email, password, name, locale)
         SELECT gen_random_uuid() || '@y.test', '', 'y', 'en' FROM generate_series(1, 30000) RETURNING id)
       INSERT INTO connections SELECT $1, id, '2026-11-01' FROM made`,
      [bea.id],
    );
    expect((await accept(bea, abe)).code).toBe('connections-full');
  });
});
