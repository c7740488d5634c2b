import { protocolLimits } from '@teahouse/protocol';
import { describe, expect, it } from 'vitest';
import { employers } from './cast.ts';
import { planTown } from './plan.ts';
import { groupsOf } from './play.ts';
import { day } from './times.ts';
import { companies, threads } from './town/index.ts';
import { inOrder, planVotes } from './votes.ts';

const end = new Date('2026-11-22T11:00:00Z');
const plan = planTown(threads, companies, end);
const votes = planVotes(plan, threads, companies, end);
const staff = employers(companies);

describe('what the demo town says without words', () => {
  it('is the same for the same end', () => {
    expect(planVotes(plan, threads, companies, end)).toEqual(votes);
  });

  it('comes after the post it is about, before the end, and to none that is taken back', () => {
    const seen = new Set<string>();
    for (const what of inOrder(plan, votes)) {
      const post = `${what.thread}/${what.reply}`;
      if (what.kind === 'thread' || what.kind === 'reply') seen.add(post);
      if (what.kind === 'delete') seen.delete(post);
      if (what.kind === 'react' || what.kind === 'ballot') expect(seen).toContain(post);
      expect(what.at).toBeLessThanOrEqual(end.getTime());
    }
  });

  it('is one reaction a person and post, never to the own one, under one label a thread', () => {
    const worn = new Map(plan.map(({ thread, person, label }) => [`${thread} ${person}`, label]));
    const given = new Set<string>();
    for (const vote of votes) {
      if (vote.kind !== 'react') continue;
      const { thread, reply, person, label } = vote;
      const post = plan.find((one) => one.thread === thread && one.reply === reply);
      expect(post?.person).not.toBe(person);
      expect(given).not.toContain(`${thread}/${reply} ${person}`);
      given.add(`${thread}/${reply} ${person}`);
      expect(worn.get(`${thread} ${person}`) ?? label).toBe(label);
      worn.set(`${thread} ${person}`, label);
    }
    expect(given.size).toBeGreaterThan(100);
  });

  it('is one ballot a person and question, in time, by those whom it is for', () => {
    const cast = new Set<string>();
    for (const vote of votes) {
      if (vote.kind !== 'ballot') continue;
      const { thread, person, choice, colleagues, at } = vote;
      const key = `${thread} ${person} ${Object.keys(choice)}`;
      expect(cast).not.toContain(key);
      cast.add(key);
      const opened = plan.find((one) => one.thread === thread && one.kind === 'thread')?.at ?? 0;
      expect(at - opened).toBeLessThan(protocolLimits.ballotDays * day);
      const { room = '', from } = threads[thread] ?? {};
      const company = room.startsWith('co-') ? room.slice(3) : from;
      if (colleagues) expect(staff[person]).toBe(company);
      if ('choices' in choice) {
        const options = threads[thread]?.poll?.options.length ?? 0;
        expect(choice.choices.every((place) => place < options)).toBe(true);
      }
    }
    expect(cast.size).toBeGreaterThan(50);
  });

  it('is played beside the rest, never two of one thread or person together', () => {
    const groups = groupsOf(inOrder(plan, votes));
    expect(groups.flat()).toHaveLength(plan.length + votes.length);
    for (const group of groups) {
      expect(new Set(group.map(({ thread }) => thread)).size).toBe(group.length);
      expect(new Set(group.map(({ person }) => person)).size).toBe(group.length);
    }
  });
});
