import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actId } from './act.ts';
import { hex } from './bytes.ts';
import { ballotContext, ballotTarget, threadContext } from './context.ts';
import {
  type Act,
  ballotKindOf,
  makeBallot,
  makeDelete,
  makeEdit,
  makeReaction,
  makeReply,
  makeThread,
  openAct,
} from './make-act.ts';
import { actKey } from './seed.ts';
import { bytes32, codeOf, flipBit, seededRng } from './testing.ts';

const author = { seed: bytes32('seed'), instance: 'tea.example', room: 'square', rng: seededRng('acts') };
const thread = makeThread({
  ...author,
  title: 'Cafe\u0301',
  text: '第一行\r\n第二行',
  lang: 'zh',
  nonces: [bytes32('0'), bytes32('1')],
});
const inThread = { ...author, thread: thread.thread, target: thread.id };
const reply = makeReply({ ...inThread, text: 'Yes.', nonces: [bytes32('2')] });
const edit = makeEdit({ ...inThread, prev: thread.id, title: 'T', text: 'Changed.' });
const removal = makeDelete({ ...inThread, prev: edit.id });
const reaction = makeReaction({ ...inThread, prev: null, reaction: 'hug' });
const openingEpoch = '2026-11';
const vote = makeBallot({ ...inThread, prev: null, choice: { choices: [1] }, openingEpoch });
const verdict = makeBallot({ ...inThread, prev: null, choice: { verdict: 'dispute' }, openingEpoch });

describe('acts', () => {
  it('open a thread that is named by the first header, with the key of that context', () => {
    expect(thread.thread).toEqual(threadContext(thread.header));
    expect(thread.publicKey).toEqual(actKey(author.seed, thread.thread).publicKey);
    expect(thread.id).toEqual(actId(thread.header));
  });

  it('are read whole, with composed text and plain line ends', () => {
    const { body, header, id } = openAct(thread, thread.publicKey);
    expect(body).toEqual({ title: 'Café', text: '第一行\n第二行', lang: 'zh' });
    expect(header).toMatchObject({ type: 'post', thread: null, room: 'square' });
    expect(id).toEqual(thread.id);
  });

  it('of one author in one thread are signed by one key', () => {
    for (const act of [reply, edit, removal, reaction]) {
      expect(act.publicKey).toEqual(thread.publicKey);
      expect(act.thread).toEqual(thread.thread);
    }
    expect(openAct(reply, thread.publicKey).header.target).toEqual(thread.id);
    expect(openAct(edit, thread.publicKey).body).toEqual({ title: 'T', text: 'Changed.' });
    expect(openAct(removal, thread.publicKey).header.prev).toEqual(edit.id);
    expect(openAct(removal, thread.publicKey).body).toEqual({});
  });

  it('without words follow one another, and a reaction taken back says nothing', () => {
    const back = makeReaction({ ...inThread, prev: reaction.id, reaction: null });
    expect(openAct(reaction, thread.publicKey).body).toEqual({ reaction: 'hug' });
    expect(openAct(back, thread.publicKey)).toMatchObject({ body: {}, header: { prev: reaction.id } });
  });

  it('that are ballots have a key for each, which no alias has, and is another one each month', () => {
    const contextOf = (kind: 'poll' | 'verdict', epoch = openingEpoch) =>
      ballotContext(ballotTarget(kind, thread.id), epoch);
    expect(vote.publicKey).toEqual(actKey(author.seed, contextOf('poll')).publicKey);
    expect(verdict.publicKey).toEqual(actKey(author.seed, contextOf('verdict')).publicKey);
    const later = makeBallot({ ...inThread, prev: null, choice: { choices: [1] }, openingEpoch: '2026-12' });
    const keys = [thread, vote, verdict, later].map(({ publicKey }) => hex(publicKey));
    expect(new Set(keys).size).toBe(4);
    expect(openAct(vote, vote.publicKey).body).toEqual({ choices: [1] });
    expect(openAct(verdict, verdict.publicKey).body).toEqual({ verdict: 'dispute' });
    expect([ballotKindOf({ choices: [1] }), ballotKindOf({ verdict: 'dispute' })]).toEqual([
      'poll',
      'verdict',
    ]);
    expect(vote.thread).toEqual(thread.thread);
  });

  it('that open a thread with a poll hold its options in one form', () => {
    const poll = { options: ['Cafe\u0301', '茶'], multiple: true, voters: 'everyone' } as const;
    const asked = makeThread({
      ...author,
      title: 'T',
      text: 'x',
      poll,
      nonces: [bytes32('6'), bytes32('7')],
    });
    expect(openAct(asked, asked.publicKey).body.poll).toEqual({ ...poll, options: ['Café', '茶'] });
  });

  it('of one author in two threads are signed by two keys', () => {
    const other = makeThread({ ...author, title: 'T', text: 'x', nonces: [bytes32('3'), bytes32('4')] });
    expect(hex(other.publicKey)).not.toBe(hex(thread.publicKey));
  });

  it('that say the same twice share no byte string: the salt differs', () => {
    const again = makeReply({ ...inThread, text: 'Yes.', nonces: [bytes32('2')] });
    expect(hex(again.header)).not.toBe(hex(reply.header));
  });

  it('are refused under another key', () => {
    expect(codeOf(() => openAct(reply, actKey(bytes32('mallory'), thread.thread).publicKey))).toBe(
      'signature-invalid',
    );
  });

  it('are refused when any bit of them changes', () => {
    const parts = ['header', 'body', 'salt', 'signature'] as const;
    const codes = { header: /./, body: /^body-hash/, salt: /^body-hash/, signature: /^signature/ };
    fc.assert(
      fc.property(
        fc.constantFrom<Act>(thread, reply, edit, removal),
        fc.constantFrom(...parts),
        fc.nat(),
        (act, part, place) => {
          const changed = { ...act, [part]: flipBit(act[part], place) };
          expect(codeOf(() => openAct(changed, thread.publicKey))).toMatch(codes[part]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are not made of what may not be said', () => {
    const say = (text: string) => makeReply({ ...inThread, text, nonces: [bytes32('5')] });
    expect(codeOf(() => say('\u202e'))).toBe('text-invalid');
    expect(codeOf(() => makeThread({ ...author, title: ' ', text: 'a', nonces: [] }))).toBe('title-invalid');
    expect(codeOf(() => makeReply({ ...inThread, text: 'a', nonces: [] }))).toBe('header-invalid');
    expect(codeOf(() => makeReply({ ...inThread, room: 'A', text: 'a', nonces: [bytes32('5')] }))).toBe(
      'header-invalid',
    );
  });
});
