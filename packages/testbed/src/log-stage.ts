import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fakeClock } from '@teahouse/kit/clock';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { copyOf, harbour, opening, orchard, rowsOfTalk, send } from './fixtures.ts';
import { type Device, newDevice, newMember, newMembers, type Person } from './people.ts';
import { type Instead, lyingNetwork } from './test-tamper.ts';
import { startTeahouse, type Town } from './town.ts';

/** Paths that these tests lie about. */
export const at = {
  info: '/api/talk/info',
  issuer: '/api/talk/issuer',
  directory: '/api/talk/issuer/directory',
  mirror: '/api/talk/issuer/log',
  talkLog: '/api/talk/log',
  membersIssuer: '/api/members/public/issuer',
  membersLog: '/api/members/log',
  credentials: '/api/members/credentials',
} as const;
/** An error with this code. */
export const code = (text: string) => expect.objectContaining({ code: text });

/** What the tests of the logs stand on: a town, and for each test a new member with a device behind a network that may lie. */
export interface LogStage {
  readonly clock: ReturnType<typeof fakeClock>;
  /** Folder with the secrets of both planes. */
  data: string;
  town: Town;
  someone: Person;
  device: Device;
  lies: { instead: Instead };
  /** `device` anew over a store, behind a network that tells the truth until `lies` says otherwise. */
  openDevice(store: Device['store']): Promise<void>;
  secretsOf(plane: 'members' | 'talk'): string;
  /** Nothing can be loaded, drawn or said, and nothing left the device that shows a credential. */
  expectNothingSent(why: string): Promise<void>;
}

/** Registers vitest's hooks; the fields are filled when a test runs. */
export function useLogStage(): LogStage {
  const stage = {
    clock: fakeClock('2026-11-18T09:00:00Z'),
    async openDevice(store) {
      const { lies, network } = lyingNetwork();
      stage.lies = lies;
      stage.device = await newDevice(stage.town, { store, network });
    },
    secretsOf: (plane) => path.join(stage.data, plane, 'secrets'),
    async expectNothingSent(why) {
      const { client, wire } = stage.device;
      const before = await rowsOfTalk(stage.town);
      await expect(client.labels.load()).rejects.toThrow(code(why));
      await expect(client.tokens.draw()).rejects.toThrow(code(why));
      const { state, compose } = await send(client, opening('Should not leave'));
      expect(state).toMatchObject({ name: 'refused', code: why });
      expect(compose).toMatchObject({ title: 'Should not leave' });
      expect(wire.requests.filter(({ method }) => method === 'POST')).toEqual([]);
      expect(await rowsOfTalk(stage.town)).toEqual(before);
    },
  } as LogStage;

  beforeAll(async () => {
    stage.data = await mkdtemp(path.join(tmpdir(), 'tea-log-'));
    stage.town = await startTeahouse({ clock: stage.clock, floor: 1, data: stage.data });
    await newMembers(stage.town, [
      { name: 'Ann', company: harbour },
      { name: 'Bo', company: orchard },
    ]);
  });
  afterAll(async () => {
    await stage.town?.stop();
    await rm(stage.data, { recursive: true, force: true });
  });
  beforeEach(async () => {
    // A day on, and somebody new: the issuer's log has grown, and no token was touched before.
    stage.clock.advance(24 * 60 * 60_000);
    stage.someone = await newMember(stage.town, { name: 'Someone', company: harbour });
    await stage.openDevice(await copyOf(stage.someone.store));
  });
  return stage;
}
