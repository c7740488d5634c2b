import { Ballots, talkLimits } from '@teahouse/contract/talk';
import {
  ballotContext,
  ballotTarget,
  createBbs,
  decodeHeader,
  openAct,
  presentationFromWire,
  type Verdict,
  verifyPresentation,
} from '@teahouse/protocol';
import { loadMclBackend } from '@teahouse/protocol/mcl';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call, Holder, send } from '../testing/holder.ts';
import { contentsOf, startTown, type Town } from '../testing/town.ts';
import { type PostAt, teas, votesIn } from '../testing/votes.ts';

let town: Town;
let v: ReturnType<typeof votesIn>;
let author: Holder;
let claim: PostAt;

beforeAll(async () => {
  town = await startTown();
  v = votesIn(town);
  author = new Holder(town);
});
beforeEach(async () => {
  claim = await v.open(author, { room: 'co-xinghe', poll: teas({ multiple: true }) });
});
afterAll(() => town.stop());

const say = (who: Holder, verdict: Verdict, post = claim, prev?: string) =>
  v.vote(who, post, { verdict }, { kind: 'company', ...(prev && { prev }) });
const fileOf = async (post: PostAt, kind: string) =>
  Ballots.parse((await call(town, 'GET', `/rooms/${post.room}/posts/${post.id}/ballots/${kind}`)).body)
    .ballots;

describe('what colleagues say of a claim', () => {
  it('is shown once enough of them have said something, and then counts each once', async () => {
    const colleagues = v.people(talkLimits.verdictFloor);
    const said = ['confirm', 'confirm', 'dispute', 'unknown', 'confirm'] as const;
    for (const [i, who] of colleagues.entries()) {
      expect((await v.tallyOf(claim)).verdict).toBeNull();
      expect((await fileOf(claim, 'verdict')).every(({ body, salt }) => body === null && salt === null)).toBe(
        true,
      );
      expect((await say(who, said[i]!)).status).toBe(200);
    }
    expect((await v.tallyOf(claim)).verdict).toEqual({ confirm: 3, dispute: 1, unknown: 1 });
    const [first] = await fileOf(claim, 'verdict');
    expect(first?.body).not.toBeNull();
  });

  it('is for current colleagues alone', async () => {
    const before = await contentsOf(town);
    const codes = [
      await say(new Holder(town, { standing: 'former' }), 'confirm'),
      await say(new Holder(town, { company: 'tiny', industry: 'chips' }), 'dispute'),
      await v.vote(new Holder(town), claim, { verdict: 'confirm' }, { kind: 'industry' }),
      await v.vote(new Holder(town), claim, { verdict: 'confirm' }, { kind: 'alias' }),
    ].map(({ body }) => body.code);
    expect(new Set(codes)).toEqual(new Set(['ballot-foreign']));
    expect(await contentsOf(town)).toBe(before);
  });

  it('is of the company that the author speaks for, in a room of no company', async () => {
    const outside = await v.open(author, { kind: 'company' });
    expect((await say(new Holder(town), 'dispute', outside)).status).toBe(200);
    const nobody = await v.open(author, { kind: 'industry' });
    expect((await say(new Holder(town), 'dispute', nobody)).body.code).toBe('ballot-unknown');
  });

  it('is another ballot than that on the poll of the same post', async () => {
    const who = new Holder(town);
    const verdict = who.ballot(claim, { verdict: 'confirm' }, { kind: 'company', room: claim.room });
    const vote = who.ballot(claim, { choices: [0, 2] }, { kind: 'alias', room: claim.room });
    expect(verdict.pseudonym).not.toBe(vote.pseudonym);
    expect((await send(town, claim.room, verdict)).status).toBe(200);
    expect((await send(town, claim.room, vote)).status).toBe(200);
    expect((await v.tallyOf(claim)).poll).toEqual({ votes: [1, 0, 1], ballots: 1 });
  });

  it('is nothing of a post that is gone, nor told in the file', async () => {
    for (const who of v.people(talkLimits.verdictFloor)) await say(who, 'confirm');
    const removal = author.remove(claim, claim.id, claim.room);
    expect((await send(town, claim.room, removal)).status).toBe(200);
    expect(await v.tallyOf(claim)).toEqual({ reactions: {}, poll: null, verdict: null });
    expect((await fileOf(claim, 'verdict')).map(({ body }) => body)).toEqual(Array(5).fill(null));
  });
});

describe('whoever counts anew from the public file', () => {
  /** As an outsider does: each proof by the issuer's key, each act by the key shown, each pseudonym once. */
  async function recount(post: PostAt, kind: 'poll' | 'verdict') {
    const bbs = createBbs(await loadMclBackend());
    const context = ballotContext(ballotTarget(kind, Buffer.from(post.id, 'base64url')), '2026-11');
    const issuerPublicKey = town.issuer.publicKeyOf('2026-11');
    const bytes = (text: string | null) => new Uint8Array(Buffer.from(text ?? '', 'base64url'));
    const counted = new Map<string, number>();
    const people = new Set<string>();
    for (const ballot of await fileOf(post, kind)) {
      const presentation = presentationFromWire(ballot.presentation);
      verifyPresentation({ bbs, issuerPublicKey, context, presentation });
      const { header, body, salt, signature } = ballot;
      const act = openAct(
        { header: bytes(header), body: bytes(body), salt: bytes(salt), signature: bytes(signature) },
        presentation.publicKey,
      );
      expect(Buffer.from(act.header.target!).toString('base64url')).toBe(post.id);
      people.add(ballot.presentation.pseudonym);
      for (const said of act.body.choices ?? [act.body.verdict!]) {
        counted.set(String(said), (counted.get(String(said)) ?? 0) + 1);
      }
    }
    return { counted, people: people.size };
  }

  it('gets what the page says, of a poll with changed minds and of verdicts', async () => {
    const people = v.people(7);
    for (const [i, who] of people.entries()) {
      const first = await v.vote(who, claim, { choices: i % 2 === 0 ? [0] : [1, 2] });
      if (i > 4) await v.vote(who, claim, { choices: [2] }, { prev: first.body.id, kind: undefined });
      await say(who, i % 3 === 0 ? 'dispute' : 'confirm');
    }
    const { poll, verdict } = await v.tallyOf(claim);
    const polled = await recount(claim, 'poll');
    expect(polled.people).toBe(poll?.ballots);
    expect([0, 1, 2].map((i) => polled.counted.get(String(i)) ?? 0)).toEqual(poll?.votes);
    const said = await recount(claim, 'verdict');
    expect({ confirm: 0, dispute: 0, unknown: 0, ...Object.fromEntries(said.counted) }).toEqual(verdict);
  });
});

describe('an alias and a ballot of one person', () => {
  it('share no value in any row, nor do two ballots', async () => {
    const who = new Holder(town);
    const reply = await v.answer(who, claim, 'I was there.');
    const first = await v.react(who, claim, 'agree');
    await v.react(who, claim, 'hug', { prev: first.body.id });
    await say(who, 'confirm');
    const vote = await v.vote(who, claim, { choices: [1] });
    await v.vote(who, claim, { choices: [2] }, { prev: vote.body.id });
    const ballots = await rowsOf('ballots', claim.id);
    const bodies = [
      valuesOf([...(await rowsOf('reactions', claim.id)), ...(await rowsOf('posts', reply.id, 'id'))]),
      ...ballots.map((row) => valuesOf([row])),
    ];
    expect(bodies).toHaveLength(3);
    const all = bodies.flatMap((values) => [...values]);
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((value, i) => all.indexOf(value) !== i)).toEqual([]);
  });

  type Row = Record<string, unknown>;
  async function rowsOf(table: string, id: string, column = 'post_id'): Promise<Row[]> {
    const { rows } = await town.db.pool.query<Row>(`SELECT * FROM ${table} WHERE ${column} = $1`, [
      Buffer.from(id, 'base64url'),
    ]);
    return rows;
  }
  /** Every byte string of the rows and of the headers in them, but for what names the place. */
  function valuesOf(rows: readonly Row[]): Set<string> {
    const place = [claim.thread, claim.id].map((id) => Buffer.from(id, 'base64url').toString('hex'));
    const found = rows.flatMap((row) => [
      ...Object.values(row),
      ...Object.values(decodeHeader(row.header as Buffer)).flat(),
    ]);
    const bytes = found.filter((value) => value instanceof Uint8Array);
    return new Set(
      bytes.map((value) => Buffer.from(value).toString('hex')).filter((value) => !place.includes(value)),
    );
  }
});
