import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type FakeClock, fakeClock } from '@teahouse/kit/clock';
import { newMembers, type Person, startTeahouse, type Town } from '@teahouse/testbed';
import { type Caller, createCaller } from './http.ts';
import { leftover } from './leftovers.ts';
import { openMint, type Speaker, writeThread } from './speaker.ts';

/** Where everybody works. */
export const company = {
  name: { zh: '星河网络', en: 'Starriver' },
  industry: 'internet',
  domain: 'starriver.example',
};

/** A town whose clock the trial moves, with two people in it. */
export interface ClockStage {
  readonly town: Town;
  readonly clock: FakeClock;
  readonly data: string;
  readonly people: readonly [Person, Person];
  readonly caller: Caller;
}

/** What a rule found: words for each time that it was broken. */
export type Breaches = Readonly<Record<string, readonly string[]>>;

/** Makes it, lets `work` find breaches, and takes it away. */
export async function withTown(
  start: string,
  work: (stage: ClockStage) => Promise<Breaches>,
): Promise<Breaches> {
  const data = mkdtempSync(path.join(tmpdir(), 'tea-clock-'));
  const remove = leftover(() => rmSync(data, { recursive: true, force: true }));
  const clock = fakeClock(start);
  const town = await startTeahouse({ clock, data, floor: 1 });
  const caller = createCaller(() => town.talkOrigin);
  try {
    const specs = ['Ann', 'Bo'].map((name) => ({ name, company }));
    const people = (await newMembers(town, specs)) as [Person, Person];
    return await work({ town, clock, data, people, caller });
  } finally {
    caller.close();
    await town.stop();
    remove();
  }
}

const room = 'square';

/** A thread by this speaker, paid with tokens of the month of `paidIn`. */
export async function write(stage: ClockStage, speaker: Speaker, paidIn?: string) {
  await stage.town.talk.app.inject('/api/talk/info'); // makes the month's key
  const mint = openMint(stage.data, paidIn === undefined ? stage.clock.now() : new Date(paidIn));
  return writeThread({ ...speaker, mint }, { room, title: 'What day is it?', text: 'By which clock?' });
}

/** What talk says to an act: `accepted`, or the code of its refusal. */
export async function verdict(
  { caller }: ClockStage,
  act: Awaited<ReturnType<typeof write>>,
): Promise<string> {
  const answer = await caller.call('POST', `/api/talk/rooms/${room}/acts`, act.envelope);
  return answer.status === 200 ? 'accepted' : answer.code;
}

/** Words for what came out otherwise than it must; none where it is as it must be. */
export const unless = (found: unknown, expected: unknown, when: string): string[] =>
  found === expected ? [] : [`${when}: ${String(found)} instead of ${String(expected)}`];
