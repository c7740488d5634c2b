import type { CommentPage, OnePost, PostPage, Reactions } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  block,
  connect,
  feedOf,
  type Member,
  newMembers,
  post,
  posted,
  textsOf,
} from '../testing/test-feed.ts';
import { openTown, type Town } from '../testing/test-town.ts';
import { exportFeed } from './export.ts';

let town: Town;
let ann: Member;
let bo: Member;
let cy: Member;
beforeAll(async () => {
  town = await openTown();
  [ann, bo, cy] = (await newMembers(town, 3)) as [Member, Member, Member];
  await connect(town, ann, bo);
});
afterAll(() => town.close());

const read = (by: Member, id: string) => by.browser.call<OnePost>('GET', `/posts/${id}`);
const commentsOf = async (by: Member, id: string, after = '') =>
  (await by.browser.call<CommentPage>('GET', `/posts/${id}/comments${after && `?after=${after}`}`)).body;
const comment = (by: Member, id: string, text: string, under?: string) =>
  by.browser.call<{ comment: { id: string } }>('POST', `/posts/${id}/comments`, { text, under });
const picture = async (by: Member, background: string) => {
  const file = await sharp({ create: { width: 40, height: 20, channels: 3, background } })
    .png()
    .toBuffer();
  const sent = await by.browser.call<{ picture: string }>('POST', '/pictures', {
    file: file.toString('base64url'),
  });
  return sent.body.picture;
};
const pictureBy = (by: Member, hash: string) =>
  town.members.app.inject({
    url: `/api/members/pictures/${hash}`,
    headers: { cookie: [...by.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });

describe('a post', () => {
  it('is shown with its author, its day and no time', async () => {
    const { body } = await post(ann, '  Spring leaves are in.\r\nCome by. ');
    expect(body.post).toMatchObject({
      author: ann.id,
      day: '2026-11-10',
      text: 'Spring leaves are in.\nCome by.',
      audience: 'everyone',
      edited: false,
      mine: null,
    });
    expect(body.people).toMatchObject([{ id: ann.id, name: 'Lin', degree: 0 }]);
    expect(JSON.stringify(body)).not.toMatch(/\d\d:\d\d/);
  });

  it('says something: words, a picture, a link or another post', async () => {
    expect((await post(ann, ' ')).code).toBe('post-empty');
    expect((await post(ann, 'x'.repeat(3001))).code).toBe('invalid-input');
    for (const text of ['a\u202eb', 'a\u0000b', `Z${'\u0301'.repeat(7)}`])
      expect((await post(ann, text)).code).toBe('invalid-input');
    expect((await post(ann, '👩‍👩‍👧 family day')).status).toBe(200);
  });

  it('for everyone is read by everyone, also without an account where the author’s page is open; for connections by them alone', async () => {
    const open = await posted(town, ann, 'For all');
    const close = await posted(town, ann, 'For friends', { audience: 'connections' });
    const visitor = { id: '', browser: town.browser() };
    const setPage = (page: string) =>
      town.db.pool.query('UPDATE profiles SET page = $2 WHERE account_id = $1', [ann.id, page]);
    expect((await read(visitor, open)).code).toBe('post-unknown'); // whose page is for members
    await setPage('everyone');
    for (const who of [ann, bo, cy, visitor]) expect((await read(who, open)).status).toBe(200);
    for (const who of [ann, bo]) expect((await read(who, close)).status).toBe(200);
    for (const who of [cy, visitor]) {
      expect((await read(who, close)).code).toBe('post-unknown');
      expect((await who.browser.call('GET', `/posts/${close}/comments`)).code).toBe('post-unknown');
    }
    const by = async (who: Member) =>
      textsOf((await who.browser.call<PostPage>('GET', `/posts?author=${ann.id}`)).body);
    expect(await by(bo)).toContain('For friends');
    expect(await by(cy)).not.toContain('For friends');
    expect(await by(cy)).toContain('For all');
    await setPage('members');
  });

  it('is nobody else’s to touch, and not there for whom it is not for', async () => {
    const close = await posted(town, ann, 'Mine', { audience: 'connections' });
    const ways = [
      ['PUT', `/posts/${close}`, { text: 'Yours' }, 'post-not-yours'],
      ['DELETE', `/posts/${close}`, undefined, 'post-not-yours'],
      ['PUT', `/posts/${close}/reaction`, { kind: 'like' }, undefined],
      ['PUT', `/posts/${close}/hidden`, undefined, undefined],
      ['POST', `/posts/${close}/comments`, { text: 'Hi' }, undefined],
      ['GET', `/posts/${close}/reactions`, undefined, undefined],
      ['POST', '/posts', { shares: close }, 'share-closed'],
    ] as const;
    for (const [method, path, body, code] of ways) {
      expect((await cy.browser.call(method, path, body)).code, `${method} ${path}`).toBe('post-unknown');
      expect((await bo.browser.call(method, path, body)).code, `${method} ${path}`).toBe(code);
    }
  });

  it('is edited by its author, and says so; an edit leaves something to say', async () => {
    const id = await posted(town, ann, 'Frist');
    const { body } = await ann.browser.call<OnePost>('PUT', `/posts/${id}`, { text: 'First' });
    expect(body.post).toMatchObject({ text: 'First', edited: true });
    expect((await ann.browser.call('PUT', `/posts/${id}`, { text: '' })).code).toBe('post-empty');
  });

  it('shows up to nine pictures in their order, to whom it shows itself', async () => {
    const pictures = [await picture(ann, '#a11'), await picture(ann, '#1a1'), await picture(ann, '#11a')];
    const id = await posted(town, ann, 'Three', { pictures, audience: 'connections' });
    const shown = (await read(bo, id)).body.post.pictures;
    expect(shown).toEqual(pictures.map((hash) => ({ picture: hash, width: 40, height: 20 })));
    expect((await pictureBy(bo, pictures[0]!)).statusCode).toBe(200);
    expect((await pictureBy(cy, pictures[0]!)).statusCode).toBe(404);
    expect((await post(bo, 'Not mine', { pictures })).code).toBe('picture-unknown');
    expect((await post(ann, 'Used up', { pictures })).code).toBe('picture-unknown');
    expect((await post(ann, 'Many', { pictures: Array(10).fill(pictures[0]) })).code).toBe('invalid-input');
    await ann.browser.call('DELETE', `/posts/${id}`);
    expect((await pictureBy(ann, pictures[0]!)).statusCode).toBe(404);
    const left = 'SELECT FROM pictures WHERE hash = ANY ($1)';
    const hashes = pictures.map((hash) => Buffer.from(hash, 'base64url'));
    expect((await town.db.pool.query(left, [hashes])).rowCount).toBe(0);
  });

  it('may pass another on, whose share counts; what is gone or not for the reader is not in it', async () => {
    const id = await posted(town, bo, 'Worth reading');
    const shared = await posted(town, ann, 'Read this', { shares: id });
    const again = await posted(town, cy, 'And this', { shares: shared });
    expect((await read(cy, again)).body.post.shared).toMatchObject({ id, text: 'Worth reading' });
    expect((await read(cy, id)).body.post.shares).toBe(2);
    await block(town, bo, cy);
    expect((await read(cy, shared)).body.post.shared).toBe('gone');
    await town.db.pool.query('DELETE FROM blocks');
    await bo.browser.call('DELETE', `/posts/${id}`);
    expect((await read(cy, shared)).body.post.shared).toBe('gone');
    expect((await post(cy, '', { shares: shared })).code).toBe('post-unknown');
  });

  it('goes with its account, and counts nobody who is gone', async () => {
    const [guest] = (await newMembers(town, 1)) as [Member];
    const id = await posted(town, ann, 'Counted');
    await guest.browser.call('PUT', `/posts/${id}/reaction`, { kind: 'celebrate' });
    await comment(guest, id, 'Here');
    expect((await read(ann, id)).body.post).toMatchObject({ comments: 1, reactions: { celebrate: 1 } });
    const own = await posted(town, guest, 'Bye');
    await town.db.pool.query('DELETE FROM accounts WHERE id = $1', [guest.id]);
    expect((await read(ann, id)).body.post).toMatchObject({ comments: 0, reactions: { celebrate: 0 } });
    expect((await read(ann, own)).code).toBe('post-unknown');
  });
});

describe('reactions', () => {
  it('are one a member, changed and taken back at will', async () => {
    const id = await posted(town, ann, 'Cheers');
    for (const kind of ['like', 'insightful', 'insightful'])
      await bo.browser.call('PUT', `/posts/${id}/reaction`, { kind });
    await cy.browser.call('PUT', `/posts/${id}/reaction`, { kind: 'support' });
    expect((await read(bo, id)).body.post).toMatchObject({
      mine: 'insightful',
      reactions: { like: 0, celebrate: 0, insightful: 1, support: 1 },
    });
    const { body } = await ann.browser.call<{ reactions: { kind: string; member: { id: string } }[] }>(
      'GET',
      `/posts/${id}/reactions`,
    );
    expect(new Set(body.reactions.map(({ kind }) => kind))).toEqual(new Set(['insightful', 'support']));
    for (let n = 0; n < 2; n += 1)
      expect((await bo.browser.call('DELETE', `/posts/${id}/reaction`)).status).toBe(204);
    expect((await read(bo, id)).body.post).toMatchObject({ mine: null, reactions: { insightful: 0 } });
  });

  it('are counted once however many come at once', async () => {
    const id = await posted(town, ann, 'Race');
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        bo.browser.call('PUT', `/posts/${id}/reaction`, { kind: n % 2 ? 'like' : 'support' }),
      ),
    );
    const { reactions } = (await read(ann, id)).body.post;
    expect(reactions.like + reactions.support).toBe(1);
  });

  it('have pages, which are refused where they do not exist', async () => {
    const id = await posted(town, ann, 'Pages');
    const ask = (after: string) =>
      ann.browser.call<typeof Reactions>('GET', `/posts/${id}/reactions?after=${after}`);
    expect((await ask('zzz')).code).toBe('cursor-invalid');
    for (const after of ['x', '1.2', '1;2', '9'.repeat(40)])
      expect((await ann.browser.call('GET', `/feed?after=${after}`)).code, after).toBe('cursor-invalid');
  });
});

describe('comments', () => {
  it('stand in the order in which they came, each followed by its answers, one step deep', async () => {
    const id = await posted(town, ann, 'Say something');
    const first = (await comment(bo, id, 'First')).body.comment.id;
    await comment(cy, id, 'Second');
    const answer = (await comment(ann, id, 'To the first', first)).body.comment.id;
    await comment(bo, id, 'To the answer', answer);
    const { comments, next } = await commentsOf(cy, id);
    expect(comments.map(({ text, under }) => [text, under])).toEqual([
      ['First', null],
      ['To the first', first],
      ['To the answer', first],
      ['Second', null],
    ]);
    expect(next).toBeNull();
    expect(comments.map(({ deletable }) => deletable)).toEqual([false, false, false, true]);
  });

  it('come in pages', async () => {
    const id = await posted(town, ann, 'Long');
    for (let n = 0; n < 32; n += 1) await comment(bo, id, `Number ${n}`);
    const first = await commentsOf(cy, id);
    const rest = await commentsOf(cy, id, first.next ?? '');
    const texts = [...first.comments, ...rest.comments].map(({ text }) => text);
    expect(texts).toEqual(Array.from({ length: 32 }, (_, n) => `Number ${n}`));
    expect(rest.next).toBeNull();
  });

  it('are edited by who wrote them, and deleted by them or below one’s own post, with their answers', async () => {
    const id = await posted(town, ann, 'Tidy');
    const mine = (await comment(bo, id, 'Hm')).body.comment.id;
    await comment(cy, id, 'Answer', mine);
    expect((await cy.browser.call('PUT', `/comments/${mine}`, { text: 'No' })).code).toBe('post-not-yours');
    expect((await cy.browser.call('DELETE', `/comments/${mine}`)).code).toBe('post-not-yours');
    const edited = await bo.browser.call<{ comment: object }>('PUT', `/comments/${mine}`, { text: 'Oh' });
    expect(edited.body.comment).toMatchObject({ text: 'Oh', edited: true });
    expect((await ann.browser.call('DELETE', `/comments/${mine}`)).status).toBe(204);
    expect((await commentsOf(bo, id)).comments).toEqual([]);
    expect((await read(bo, id)).body.post.comments).toBe(0);
    expect((await bo.browser.call('DELETE', `/comments/${mine}`)).code).toBe('comment-unknown');
    expect((await bo.browser.call('PUT', `/comments/${mine}`, { text: 'x' })).code).toBe('comment-unknown');
    expect((await comment(bo, id, 'Late', mine)).code).toBe('comment-unknown');
  });

  it('of whom the reader blocked, and answers to them, are not shown', async () => {
    const id = await posted(town, ann, 'Quiet');
    const loud = (await comment(bo, id, 'Loud')).body.comment.id;
    await comment(ann, id, 'Now, now', loud);
    await block(town, cy, bo);
    expect((await commentsOf(cy, id)).comments).toEqual([]);
    expect((await commentsOf(ann, id)).comments).toHaveLength(2);
    await town.db.pool.query('DELETE FROM blocks');
  });
});

describe('the feed', () => {
  it('takes at most three statements to read, and eight to write', async () => {
    const id = await posted(town, ann, 'Counted');
    const reads = [
      '/feed',
      '/feed?order=newest',
      `/posts/${id}`,
      `/posts/${id}/comments`,
      `/posts?author=${ann.id}`,
    ];
    for (const path of [...reads, `/posts/${id}/reactions`, '/mutes']) {
      const { statements } = await countStatements(() => ann.browser.call('GET', path));
      expect(statements.length, `${path}: ${statements.join('\n')}`).toBeLessThanOrEqual(3);
    }
    const first = (await comment(bo, id, 'One')).body.comment.id;
    const pictures = [await picture(ann, '#aa1'), await picture(ann, '#1aa')];
    const writes = [
      ['POST', '/posts', { text: 'All of it', pictures, shares: await posted(town, bo, 'Share me') }],
      ['POST', `/posts/${id}/comments`, { text: 'Two', under: first }],
      ['PUT', `/posts/${id}/reaction`, { kind: 'like' }],
      ['DELETE', `/posts/${id}/reaction`, undefined],
      ['DELETE', `/posts/${id}`, undefined],
    ] as const;
    for (const [method, path, body] of writes) {
      const { statements } = await countStatements(async () => {
        const reply = await ann.browser.call(method, path, body);
        expect(reply.code, path).toBeUndefined();
      });
      expect(statements.length, `${path}: ${statements.join('\n')}`).toBeLessThanOrEqual(10);
    }
  });

  it('gives a member all that it holds of them', async () => {
    const [dee] = (await newMembers(town, 1)) as [Member];
    const id = await posted(town, dee, 'My one post');
    await comment(dee, id, 'My one comment');
    await dee.browser.call('PUT', `/posts/${id}/reaction`, { kind: 'like' });
    await dee.browser.call('PUT', `/posts/${id}/hidden`);
    await dee.browser.call('PUT', `/mutes/${cy.id}`);
    expect(await exportFeed(town.db.pool, dee.id)).toMatchObject({
      posts: [{ id, text: 'My one post', day: '2026-11-10', pictures: [], shares: null }],
      comments: [{ post: id, text: 'My one comment' }],
      reactions: [{ post: id, kind: 'like' }],
      hidden: [id],
      muted: [cy.id],
    });
    expect(textsOf(await feedOf(dee))).toEqual([]);
  });
});
