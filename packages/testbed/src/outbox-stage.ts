import { fakeClock } from '@teahouse/kit/clock';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type ComposeInput, copyOf, harbour, opening, orchard, post } from './fixtures.ts';
import { type Device, newDevice, newMember, newMembers, type Person } from './people.ts';
import { startTeahouse, type Town } from './town.ts';

export type Fetch = typeof globalThis.fetch;

/** What the tests of the outbox stand on: a town, a thread of Bo's, and for each test a new member with a device. */
export interface OutboxStage {
  readonly clock: ReturnType<typeof fakeClock>;
  town: Town;
  bo: Person;
  someone: Person;
  device: Device;
  there: { id: string; thread: string };
  /** What happens to an act of `device` on its way; undefined: it arrives. */
  trouble: ((through: Fetch, ...request: Parameters<Fetch>) => Promise<Response>) | undefined;
  /** Acts that `device` sent. */
  acts(): string[];
  /** A reply to Bo's thread. */
  reply(text: string): ComposeInput;
  /** `device` after a reload: the same store, nothing else. */
  reload(): Promise<Device['client']['outbox']>;
}

/** Registers vitest's hooks; the fields are filled when a test runs. */
export function useOutboxStage(): OutboxStage {
  const stage = {
    clock: fakeClock('2026-11-09T09:00:00Z'),
    trouble: undefined,
    acts: () =>
      stage.device.wire.requests.filter(({ path }) => path.endsWith('/acts')).map(({ body }) => body),
    reply: (text) => ({
      kind: 'reply',
      ...{ room: 'square', thread: stage.there.thread, target: stage.there.id, text },
    }),
    async reload() {
      stage.device = await newDevice(stage.town, { store: stage.device.store, network });
      return stage.device.client.outbox;
    },
  } as OutboxStage;

  const network =
    (through: Fetch): Fetch =>
    (input, init) => {
      const isAct = init?.method === 'POST' && String(input).endsWith('/acts');
      return isAct && stage.trouble ? stage.trouble(through, input, init) : through(input, init);
    };

  beforeAll(async () => {
    stage.town = await startTeahouse({ clock: stage.clock, floor: 2 });
    const specs = [
      { name: 'Ann', company: harbour },
      { name: 'Bo', company: orchard },
    ];
    // Two, so that the counts of the month reach the floor.
    [, stage.bo] = (await newMembers(stage.town, specs)) as [Person, Person];
    stage.there = await post(stage.bo.client, opening('What is there'));
  });
  afterAll(() => stage.town?.stop());
  beforeEach(async () => {
    stage.trouble = undefined;
    stage.clock.advance(24 * 60 * 60_000);
    // Somebody new for each, so that no token was touched before.
    stage.someone = await newMember(stage.town, { name: 'Someone', company: harbour });
    stage.device = await newDevice(stage.town, { store: await copyOf(stage.someone.store), network });
    await stage.device.client.tokens.draw();
  });
  return stage;
}
