import { Room } from '@teahouse/contract/talk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { call, Holder, send } from '../testing/holder.ts';
import { counts, directory, startTown, type Town } from '../testing/town.ts';
import { companyRoom } from './fixed.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town.stop());

const list = async () => z.array(Room).parse((await call(town, 'GET', '/rooms')).body.rooms);
const ids = async () => (await list()).map((room) => room.id);

describe('rooms', () => {
  it('are the square, the topics, the industries, and two for each company above the floor', async () => {
    expect(await ids()).toEqual([
      'square',
      'hours',
      'moving-on',
      'pay',
      'ind-chips',
      'ind-internet',
      'co-xinghe',
      'in-xinghe',
    ]);
  });

  it('tell how many threads they have and when something was last said', async () => {
    const author = new Holder(town);
    await send(town, 'pay', author.thread({ room: 'pay' }));
    town.clock.advance(3_600_000);
    const second = await send(town, 'pay', author.thread({ room: 'pay' }));
    expect((await list()).find((room) => room.id === 'pay')).toMatchObject({
      threads: 2,
      lastSlot: second.body.slot,
    });
    expect((await list()).find((room) => room.id === 'hours')).toMatchObject({ threads: 0, lastSlot: null });
  });

  it('of a company open when its count reaches the floor, and stay open', async () => {
    town.issuer.openEpoch('2026-12', [{ ...counts[1]!, n: 5 }]);
    expect(await town.talk.refreshWindow()).toBe(true);
    expect(await ids()).toContain('co-tiny');
    town.issuer.changeDirectory({ ...directory, companies: directory.companies.slice(0, 1) });
    expect(await town.talk.refreshWindow()).toBe(true);
    expect(await ids()).toContain('co-tiny');
  });

  it('have ids that fit, however long the id of the company', () => {
    const long = 'a'.repeat(40);
    const one = companyRoom(long, 'chips', { zh: '', en: '' }).id;
    const other = companyRoom(`${long.slice(1)}b`, 'chips', { zh: '', en: '' }).id;
    expect(one).toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/);
    expect(one).not.toBe(other);
  });
});
