import type { Store } from '@teahouse/client';
import { fakeClock } from '@teahouse/kit/clock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { copyOf, harbour, opening, orchard, post, send } from './fixtures.ts';
import { type Device, newDevice, newMembers, type Person } from './people.ts';
import { startTeahouse, type Town } from './town.ts';

const secret = { kind: 'passphrase', passphrase: 'a pot of old pu-erh' } as const;

/** All that is on the device, as whoever has its disk reads it. */
async function diskOf(store: Store): Promise<string> {
  const entries = await Promise.all((await store.keys()).map(async (key) => [key, await store.get(key)]));
  return JSON.stringify(entries, (_, part: unknown) =>
    part instanceof Uint8Array ? Buffer.from(part).toString('base64url') : part,
  );
}

describe('a device under a lock', () => {
  const clock = fakeClock('2026-11-09T09:00:00Z');
  let town: Town;
  let bo: Person;
  let there: { id: string; thread: string };
  let device: Device;
  const again = async () => {
    device = await newDevice(town, { store: device.store });
    return device.client;
  };
  const reply = (text: string) =>
    ({ kind: 'reply', room: 'square', thread: there.thread, target: there.id, text, now: true }) as const;

  beforeAll(async () => {
    town = await startTeahouse({ clock, floor: 2 });
    const specs = [
      { name: 'Ann', company: harbour },
      { name: 'Bo', company: orchard },
    ];
    const [ann, second] = await newMembers(town, specs);
    device = ann as Person;
    bo = second as Person;
    there = await post(bo.client, opening('What is there'));
    await device.client.tokens.draw();
  });
  afterAll(() => town?.stop());
  beforeEach(async () => {
    const { deviceLock } = await again();
    if (deviceLock.snapshot().state === 'off') await deviceLock.turnOn(secret);
    else await deviceLock.unlock(secret);
  });

  it('holds nothing that tells who it is or what was said', async () => {
    const { client } = device;
    await send(client, reply('Said under a lock.'));
    await client.drafts.set('thread/somewhere', { text: 'Not said yet.' });
    const seed = Buffer.from(client.wallet.seed()).toString('base64url');
    const [held] = client.wallet.usable();
    const disk = await diskOf(device.store);
    const telling = [seed, there.thread, 'Not said yet', 'Said under', held?.company ?? '', '2026-W46'];
    expect(telling.filter((one) => one.length < 4)).toEqual([]);
    expect(telling.filter((one) => disk.includes(one))).toEqual([]);
    // The same look finds them where there is no lock.
    await client.deviceLock.turnOff();
    const clear = await diskOf(device.store);
    expect(telling.filter((one) => clear.includes(one)).length).toBeGreaterThan(4);
  });

  it('still reads talk after a reload, knows nothing of its own, and writes nothing', async () => {
    await post(device.client, reply('Before the reload.'));
    const client = await again();
    expect(client.deviceLock.snapshot().state).toBe('locked');
    const view = await client.talk.thread({ params: { room: 'square', thread: there.thread } });
    expect(view.posts.some(({ body }) => body?.text === 'Before the reload.')).toBe(true);
    expect(client.aliases.own(view)).toBeUndefined();
    expect(client.wallet.snapshot()).toMatchObject({ exists: false, credentials: [] });
    expect(client.tokens.snapshot().free).toBe(0);
    const locked = { code: 'store-locked' };
    await expect(client.outbox.add(reply('Not now.'))).rejects.toMatchObject(locked);
    await expect(client.wallet.create()).rejects.toMatchObject(locked);
    await expect(client.drafts.set('thread/x', { text: 'x' })).rejects.toMatchObject(locked);
    expect((await client.proof('square', there.id).catch((error) => error)).code).not.toBe('store-locked');
  });

  it('wears its masks again, and sends what waited, once it is unlocked', async () => {
    const waiting = await device.client.outbox.add(reply('Written before the lock.'));
    await device.client.deviceLock.lock();
    expect(device.client.outbox.snapshot()).toEqual([]);
    await device.client.outbox.run();
    const client = await again();
    await client.deviceLock.unlock(secret);
    expect(client.outbox.snapshot().map(({ id }) => id)).toContain(waiting.id);
    await client.outbox.run();
    const view = await client.talk.thread({ params: { room: 'square', thread: there.thread } });
    const said = view.posts.filter(({ body }) => body?.text === 'Written before the lock.');
    expect(said).toHaveLength(1);
    expect(client.aliases.own(view)?.pseudonym).toBe(said[0]?.pseudonym);
  });

  it('locked while an act is on its way, says it once all the same', async () => {
    const { client, store } = device;
    let arrived = () => {};
    const onWay = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const slow = await newDevice(town, {
      store,
      network: (through) => async (input, init) => {
        const answer = await through(input, init);
        if (init?.method === 'POST' && String(input).endsWith('/acts')) {
          arrived();
          await slow.client.deviceLock.lock();
        }
        return answer;
      },
    });
    await slow.client.deviceLock.unlock(secret);
    client.stop();
    await slow.client.outbox.add(reply('On its way.'));
    await slow.client.outbox.run();
    await onWay;
    expect(slow.client.deviceLock.snapshot().state).toBe('locked');
    const next = await again();
    await next.deviceLock.unlock(secret);
    await next.outbox.run();
    const { posts } = await next.talk.thread({ params: { room: 'square', thread: there.thread } });
    expect(posts.filter(({ body }) => body?.text === 'On its way.')).toHaveLength(1);
    expect(next.outbox.snapshot().at(-1)?.state.name).toBe('sent');
  });

  it('opens with the 24 words when the passphrase is forgotten, and nothing is lost', async () => {
    const words = await device.client.wallet.phrase();
    await device.client.drafts.set('room/square', { text: 'Half a thought.' });
    const client = await again();
    await client.deviceLock.unlock({ kind: 'phrase', phrase: words });
    expect(await client.drafts.get('room/square')).toEqual({ text: 'Half a thought.' });
    expect(client.wallet.usable()).toHaveLength(1);
  });

  it('is empty after it was told to forget, locked as it was', async () => {
    const { client, store } = await newDevice(town, { store: await copyOf(device.store) });
    expect(client.deviceLock.snapshot().state).toBe('locked');
    await client.forget();
    expect(await store.keys()).toEqual([]);
    expect(client.deviceLock.snapshot().state).toBe('off');
    expect((await client.wallet.create()).split(' ')).toHaveLength(24);
  });
});
