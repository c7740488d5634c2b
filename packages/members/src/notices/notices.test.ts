import { once } from 'node:events';
import { get } from 'node:http';
import type { NoticeKinds, NoticePage } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { block, connect, disconnect, type Member, newMembers, posted } from '../testing/test-feed.ts';
import { openTown, type Town } from '../testing/test-town.ts';
import { tellExpiring } from './expiring.ts';
import { sweepNotices } from './store.ts';
import { tell } from './tell.ts';

let town: Town;
let ann: Member;
let bo: Member;
let cy: Member;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(async () => {
  town.clock.set('2026-11-10T09:30:00Z');
  [ann, bo, cy] = (await newMembers(town, 3)) as [Member, Member, Member];
  await connect(town, ann, bo);
});

const list = async (by: Member, before?: number) =>
  (await by.browser.call<NoticePage>('GET', `/notices${before ? `?before=${before}` : ''}`)).body;
const unseen = async (by: Member) =>
  (await by.browser.call<{ unseen: number }>('GET', '/notices/unseen')).body.unseen;
const see = (by: Member, upTo: number) => by.browser.call('POST', '/notices/seen', { upTo });
const like = (by: Member, id: string, kind = 'like') =>
  by.browser.call('PUT', `/posts/${id}/reaction`, { kind });
const comment = (by: Member, id: string, under?: string) =>
  by.browser.call<{ comment: { id: string } }>('POST', `/posts/${id}/comments`, { text: 'Hm', under });
const told = async (by: Member) =>
  (await list(by)).notices.map(({ kind, count, people }) => [kind, count, people.map(({ id }) => id)]);

describe('notices', () => {
  it('are one for each post and day, with the latest who did it, and move up as they grow', async () => {
    const one = await posted(town, ann, 'One');
    const two = await posted(town, ann, 'Two');
    await like(bo, one);
    await like(cy, two);
    await like(cy, one);
    expect(await told(ann)).toEqual([
      ['reaction', 2, [cy.id, bo.id]],
      ['reaction', 1, [cy.id]],
    ]);
    const { notices } = await list(ann);
    expect(notices[0]).toMatchObject({ subject: one, excerpt: 'One', day: '2026-11-10', seen: false });
    town.clock.advance(86_400_000);
    const [dee] = (await newMembers(town, 1)) as [Member];
    await like(dee, one);
    expect((await told(ann))[0]).toEqual(['reaction', 1, [dee.id]]);
  });

  it('tell an author of comments and shares, and who is answered of the answer', async () => {
    const id = await posted(town, ann, 'Talk');
    const first = (await comment(bo, id)).body.comment.id;
    await comment(cy, id, first);
    await comment(ann, id, first);
    await posted(town, cy, 'See', { shares: id });
    expect(await told(ann)).toEqual([
      ['share', 1, [cy.id]],
      ['comment', 2, [cy.id, bo.id]],
    ]);
    expect(await told(bo)).toEqual([['reply', 2, [ann.id, cy.id]]]);
    expect(await told(cy)).toEqual([]);
  });

  it('count somebody once who changes their mind, and are gone with what they told of', async () => {
    const id = await posted(town, ann, 'Fickle');
    for (const kind of ['like', 'support', 'like']) await like(bo, id, kind);
    expect(await told(ann)).toEqual([['reaction', 1, [bo.id]]]);
    await bo.browser.call('DELETE', `/posts/${id}/reaction`);
    expect(await told(ann)).toEqual([]);
    const first = (await comment(bo, id)).body.comment.id;
    const second = (await comment(bo, id)).body.comment.id;
    await bo.browser.call('DELETE', `/comments/${first}`);
    expect(await told(ann)).toEqual([['comment', 1, [bo.id]]]);
    await bo.browser.call('DELETE', `/comments/${second}`);
    expect(await told(ann)).toEqual([]);
    await like(cy, id);
    await ann.browser.call('DELETE', `/posts/${id}`);
    const { rows } = await town.db.pool.query('SELECT FROM notices WHERE reader_id = $1', [ann.id]);
    expect(rows).toEqual([]);
  });

  it('are seen up to a place, which only goes forward and is a number, no time', async () => {
    const id = await posted(town, ann, 'Seen');
    await like(bo, id);
    await comment(bo, id);
    expect(await unseen(ann)).toBe(2);
    const { latest } = await list(ann);
    await see(ann, latest);
    expect(await unseen(ann)).toBe(0);
    await see(ann, 1);
    expect(await unseen(ann)).toBe(0);
    await see(ann, 1_000_000);
    await like(cy, id);
    expect(await unseen(ann)).toBe(1);
    expect((await list(ann)).notices.map(({ seen }) => seen)).toEqual([false, true]);
  });

  it('are not even written of a kind that is switched off', async () => {
    const { body } = await ann.browser.call<NoticeKinds>('PUT', '/notices/kinds', {
      kinds: { reaction: false, share: false },
    });
    expect(body.kinds).toMatchObject({ reaction: false, share: false, comment: true, request: true });
    const id = await posted(town, ann, 'Quiet');
    await like(bo, id);
    expect(await told(ann)).toEqual([]);
    await ann.browser.call('PUT', '/notices/kinds', { kinds: { reaction: true } });
    await like(cy, id);
    expect(await told(ann)).toEqual([['reaction', 1, [cy.id]]]);
    const kinds = await ann.browser.call<NoticeKinds>('GET', '/notices/kinds');
    expect(kinds.body.kinds).toMatchObject({ reaction: true, share: false });
    expect((await ann.browser.call('PUT', '/notices/kinds', { kinds: { gossip: true } })).code).toBe(
      'invalid-input',
    );
  });

  it('are of nobody who is blocked, and of nothing that is not for the reader any more', async () => {
    const id = await posted(town, ann, 'For friends', { audience: 'connections' });
    const first = (await comment(bo, id)).body.comment.id;
    await comment(ann, id, first);
    expect(await told(bo)).toHaveLength(1);
    await disconnect(town, ann, bo);
    expect(await told(bo)).toEqual([]);
    expect(await told(ann)).toHaveLength(1);
    await block(town, ann, bo);
    expect(await told(ann)).toEqual([]);
    const open = await posted(town, cy, 'Open');
    await block(town, cy, bo);
    expect((await like(bo, open)).code).toBe('post-unknown');
    await tell(town.db.pool, { kind: 'request', subject: bo.id, by: bo.id, to: [cy.id], day: '2026-11-10' });
    expect(await told(cy)).toEqual([]);
  });

  it('may be of what nobody did', async () => {
    const subject = '00000000-0000-4000-8000-000000000000';
    await tell(town.db.pool, { kind: 'verified', subject, by: null, to: [ann.id], day: '2026-11-10' });
    await tell(town.db.pool, { kind: 'comment', subject, by: ann.id, to: [ann.id], day: '2026-11-10' });
    expect(await told(ann)).toEqual([['verified', 1, []]]);
  });

  it('say two weeks before that a proof of employment ends, once', async () => {
    await town.db.pool.query(`INSERT INTO companies VALUES ('lamp', '灯', 'Lamp', 'chips', 'approved')`);
    await town.db.pool.query(
      `INSERT INTO employments (id, account_id, company_id, evidence, pin, verified, expires)
       VALUES (gen_random_uuid(), $1, 'lamp', 'mailbox-code', '', '2026-06-01', '2026-11-20')`,
      [ann.id],
    );
    await tellExpiring(town.db.pool, new Date('2026-11-05T04:30:00Z'));
    expect(await told(ann)).toEqual([]);
    for (const day of ['2026-11-06', '2026-11-07', '2026-11-20', '2026-11-21'])
      await tellExpiring(town.db.pool, new Date(`${day}T04:30:00Z`));
    expect(await told(ann)).toEqual([['expiring', 1, []]]);
  });

  it('come in pages, and go after some weeks; each member has their own', async () => {
    for (let n = 0; n < 23; n += 1) await like(bo, await posted(town, ann, `Post ${n}`));
    const first = await list(ann);
    const rest = await list(ann, first.next ?? 0);
    const texts = [...first.notices, ...rest.notices].map(({ excerpt }) => excerpt);
    expect(texts).toEqual(Array.from({ length: 23 }, (_, n) => `Post ${22 - n}`));
    expect((await list(cy)).notices).toEqual([]);
    await see(cy, 50);
    expect(await unseen(ann)).toBe(23);
    await sweepNotices(town.db.pool, '2026-11-11');
    expect((await list(ann)).notices).toEqual([]);
  });

  it('go with an account, also out of those of others', async () => {
    const id = await posted(town, ann, 'Bye');
    await like(bo, id);
    await like(cy, id);
    await town.db.pool.query('DELETE FROM accounts WHERE id = $1', [cy.id]);
    expect(await told(ann)).toEqual([['reaction', 1, [bo.id]]]);
  });

  it('take at most three statements, and reading writes nothing', async () => {
    await like(bo, await posted(town, ann, 'Counted'));
    for (const path of ['/notices', '/notices/unseen', '/notices/kinds']) {
      const { statements } = await countStatements(() => ann.browser.call('GET', path));
      expect(statements.length, path).toBeLessThanOrEqual(3);
      expect(statements.filter((text) => /INSERT|UPDATE|DELETE/.test(text))).toEqual([]);
    }
  });
});

describe('live notices', () => {
  let address: string;
  beforeAll(async () => {
    address = await town.members.app.listen({ port: 0, host: '127.0.0.1' });
  });

  async function follow(by: Member) {
    const cookie = [...by.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const request = get(`${address}/api/members/notices/events`, { headers: { cookie } });
    const [response] = await once(request, 'response');
    let text = '';
    response.on('data', (chunk: Buffer) => {
      text += chunk;
    });
    response.on('error', () => {});
    request.on('error', () => {});
    return {
      status: response.statusCode as number,
      stop: () => request.destroy(),
      text: () => text,
      async next() {
        while (!text.includes('event: notices\ndata: {}\n\n')) await once(response, 'data');
        text = '';
      },
    };
  }

  it('say that there is something new, to whom it is for, and nothing more', async () => {
    const [mine, other] = [await follow(ann), await follow(cy)];
    const id = await posted(town, ann, 'Live');
    await like(bo, id);
    await mine.next();
    await see(ann, (await list(ann)).latest);
    await mine.next();
    expect(other.text()).toBe('');
    mine.stop();
    other.stop();
  });

  it('are some streams a member, and no more', async () => {
    const streams = [];
    for (let n = 0; n < 9; n += 1) streams.push(await follow(bo));
    expect(streams.map(({ status }) => status)).toEqual([...Array(8).fill(200), 429]);
    for (const { stop } of streams) stop();
  });
});

describe('what happens between two members', () => {
  it('is told to the other one, and of requests nothing stays once they are answered or taken back', async () => {
    const request = (method: string, by: Member, to: Member, more = '') =>
      by.browser.call(method, `/network/requests/${to.id}${more}`, method === 'PUT' ? {} : undefined);
    expect((await request('PUT', cy, ann)).code).toBeUndefined();
    expect(await told(ann)).toEqual([['request', 1, [cy.id]]]);
    await request('POST', ann, cy, '/accept');
    expect(await told(ann)).toEqual([]);
    expect(await told(cy)).toEqual([['accepted', 1, [ann.id]]]);
    await request('PUT', cy, bo);
    await request('DELETE', cy, bo);
    expect(await told(bo)).toEqual([]);
    const [dee] = (await newMembers(town, 1)) as [Member];
    await request('PUT', dee, bo);
    await request('POST', bo, dee, '/decline');
    expect(await told(bo)).toEqual([]);
    expect(await told(dee)).toEqual([]);
  });
});
