import { protocolLimits } from '@teahouse/protocol';
import { describe, expect, it } from 'vitest';
import { employers } from './cast.ts';
import { names } from './names.ts';
import { type Happening, planTown, townDays } from './plan.ts';
import { groupsOf } from './play.ts';
import { weekNumber } from './purse.ts';
import { day } from './times.ts';
import { companies, threads } from './town/index.ts';

const end = new Date('2026-11-22T11:00:00Z');
const plan = planTown(threads, companies, end);
const staff = employers(companies);
const textOf = (thread: number, reply: number) => threads[thread]?.replies[reply];

function expectFrugal(plan: Happening[]): void {
  const spent = new Map<string, number>();
  for (const { at, kind, person } of plan) {
    const price = {
      thread: protocolLimits.tokensForThread,
      reply: protocolLimits.tokensForReply,
      edit: 0,
      delete: 0,
    };
    // In each week it can be paid with that week's draw or with the one before.
    for (const week of [weekNumber(at), weekNumber(at) + 1]) {
      const key = `${person} ${week}`;
      spent.set(key, (spent.get(key) ?? 0) + price[kind]);
    }
  }
  expect(Math.max(...spent.values())).toBeLessThanOrEqual(2 * protocolLimits.tokensPerWeek);
}

describe('the plan of the demo town', () => {
  it('is the same for the same end', () => {
    expect(planTown(threads, companies, end)).toEqual(plan);
  });

  it('has every thread and every reply once, in order of time, within the town’s days', () => {
    const said = plan.filter(({ kind }) => kind === 'thread' || kind === 'reply');
    expect(said).toHaveLength(threads.reduce((sum, { replies }) => sum + 1 + replies.length, 0));
    expect(plan.map(({ at }) => at)).toEqual(plan.map(({ at }) => at).sort((a, b) => a - b));
    expect(plan.at(0)?.at).toBeGreaterThan(end.getTime() - townDays * day);
    expect(plan.at(-1)?.at).toBeLessThanOrEqual(end.getTime());
  });

  it('lets nobody answer, edit or delete what was not said yet', () => {
    const seen = new Set<string>();
    for (const { kind, thread, reply } of plan) {
      const parent =
        kind === 'thread' ? undefined : kind === 'reply' ? (textOf(thread, reply)?.to ?? -1) : reply;
      if (parent !== undefined) expect(seen).toContain(`${thread}/${parent}`);
      if (kind === 'delete') seen.delete(`${thread}/${reply}`);
      else seen.add(`${thread}/${reply}`);
    }
  });

  it('gives each voice of a thread one person, and each person one voice', () => {
    for (const [place, thread] of threads.entries()) {
      const voices = new Map<string, Set<number>>();
      for (const { reply, person } of plan.filter((what) => what.thread === place)) {
        const voice = reply < 0 ? 'op' : (thread.replies[reply]?.by ?? `#${reply}`);
        voices.set(voice, (voices.get(voice) ?? new Set()).add(person));
      }
      const people = [...voices.values()].map((set) => [...set]);
      expect(people.every((set) => set.length === 1)).toBe(true);
      expect(new Set(people.flat()).size).toBe(voices.size);
    }
  });

  it('has whoever speaks for a company work there', () => {
    for (const { thread, reply, person } of plan) {
      const from = reply < 0 ? threads[thread]?.from : textOf(thread, reply)?.from;
      if (from !== undefined) expect(staff[person]).toBe(from);
    }
  });

  it('asks nobody for more tokens in two weeks than two draws give, whatever the day it ends on', () => {
    for (let days = 0; days < 14; days++) {
      expectFrugal(planTown(threads, companies, new Date(end.getTime() + days * day * 1.03)));
    }
  });

  it('looks alive: something was said within the last half hour, and in every room', () => {
    expect(end.getTime() - (plan.at(-1)?.at ?? 0)).toBeLessThan(day / 48);
    expect(new Set(threads.map(({ room }) => room)).size).toBeGreaterThanOrEqual(15);
  });

  it('plays neighbours together, never two of one thread or one person', () => {
    const groups = groupsOf(plan);
    expect(groups.flat()).toEqual(plan);
    for (const group of groups) {
      expect(new Set(group.map(({ thread }) => thread)).size).toBe(group.length);
      expect(new Set(group.map(({ person }) => person)).size).toBe(group.length);
    }
  });

  it('knows a name for everybody', () => {
    expect(names.length).toBeGreaterThanOrEqual(staff.length);
    expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
  });
});
