import type { Store } from '@teahouse/client';
import { describe, expect, it } from 'vitest';
import { type ComposeInput, copyOf, opening, post, send } from './fixtures.ts';
import { useOutboxStage } from './outbox-stage.ts';
import { newDevice } from './people.ts';

const minute = 60_000;

/** The outbox against the real planes over a wire that breaks. */
describe('the outbox', () => {
  const stage = useOutboxStage();

  it('keeps what was composed over a reload, and sends it when it is due', async () => {
    await post(stage.device.client, opening('Just now'));
    const { id, state } = await stage.device.client.outbox.add(stage.reply('Later.'));
    expect(state.name).toBe('waiting');
    const outbox = await stage.reload();
    expect(outbox.snapshot().find((item) => item.id === id)?.compose).toMatchObject({ text: 'Later.' });
    await outbox.run();
    expect(outbox.snapshot().find((item) => item.id === id)?.state.name).toBe('waiting');
    stage.clock.advance(48 * 60 * minute);
    await outbox.run();
    expect(outbox.snapshot().find((item) => item.id === id)?.state.name).toBe('sent');
  });

  it('waits up to two days, in a quiet town, before it speaks in another thread, and not at all in the same', async () => {
    const { id, thread } = await post(stage.device.client, opening('Here'));
    const now = stage.clock.now().getTime();
    const same = await stage.device.client.outbox.add({
      kind: 'reply',
      room: 'square',
      thread,
      target: id,
      text: 'At once.',
    });
    expect(same.state).toEqual({ name: 'waiting', until: now });
    const other = await stage.device.client.outbox.add(stage.reply('A while later.'));
    const until = other.state.name === 'waiting' ? other.state.until - now : 0;
    expect(until).toBeGreaterThanOrEqual(minute);
    expect(until).toBeLessThanOrEqual(48 * 60 * minute);
    await stage.device.client.outbox.sendNow(other.id);
    await stage.device.client.outbox.run();
    expect(stage.device.client.outbox.snapshot().at(-1)?.state.name).toBe('sent');
  });

  it('sends the same bytes again when no answer came, and the post is there once', async () => {
    stage.trouble = async (through, ...request) => {
      await through(...request);
      throw new TypeError('the connection broke after the act arrived');
    };
    const failed = await send(stage.device.client, stage.reply('Said once.'));
    expect(failed.state).toMatchObject({ name: 'failed', code: 'offline' });

    stage.trouble = undefined;
    const before = stage.acts();
    const outbox = await stage.reload();
    stage.clock.advance(minute);
    await outbox.run();
    expect(outbox.snapshot().at(-1)?.state.name).toBe('sent');
    expect(stage.acts()).toEqual(before);
    const { posts } = await stage.bo.client.talk.thread({
      params: { room: 'square', thread: stage.there.thread },
    });
    expect(posts.filter(({ body }) => body?.text === 'Said once.')).toHaveLength(1);
  });

  it('survives a crash in each state: the text is there, and the post is made once', async () => {
    const { client, store } = stage.device;
    const left = new Map<string, Promise<Store>>();
    const stop = client.outbox.subscribe(() => {
      const state = client.outbox.snapshot().at(-1)?.state.name;
      if (state && !left.has(state)) left.set(state, copyOf(store));
    });
    stage.trouble = async () => {
      throw new TypeError('no network');
    };
    await send(client, stage.reply('Survives.'));
    stage.trouble = undefined;
    stage.clock.advance(minute);
    await client.outbox.run();
    stop();
    expect([...left.keys()]).toEqual(['waiting', 'proving', 'sending', 'failed', 'sent']);

    for (const [name, copy] of left) {
      const after = await newDevice(stage.town, { store: await copy });
      const item = after.client.outbox.snapshot().at(-1);
      expect(item).toMatchObject({ state: { name }, compose: { text: 'Survives.' } });
      if (name === 'sending' || name === 'failed') {
        await after.client.outbox.run();
        expect(after.client.outbox.snapshot().at(-1)?.state).toMatchObject(
          client.outbox.snapshot().at(-1)?.state ?? {},
        );
      }
    }
    const { posts } = await stage.bo.client.talk.thread({
      params: { room: 'square', thread: stage.there.thread },
    });
    expect(posts.filter(({ body }) => body?.text === 'Survives.')).toHaveLength(1);
  });

  it('begins again what was interrupted while it proved', async () => {
    let proving: Promise<Store> | undefined;
    const stop = stage.device.client.outbox.subscribe(() => {
      if (stage.device.client.outbox.snapshot().at(-1)?.state.name === 'proving')
        proving ??= copyOf(stage.device.store);
    });
    stage.trouble = async () => {
      throw new TypeError('no network');
    };
    await send(stage.device.client, stage.reply('Half a proof.'));
    stop();
    const after = await newDevice(stage.town, { store: (await proving) as Store });
    expect(after.client.outbox.snapshot().at(-1)?.state.name).toBe('proving');
    await after.client.outbox.run();
    expect(after.client.outbox.snapshot().at(-1)?.state.name).toBe('sent');
  });

  it('waits as long as a busy server asks, and tries again by itself', async () => {
    let refusals = 1;
    stage.trouble = async (through, ...request) => {
      if (refusals-- <= 0) return through(...request);
      const problem = { type: 'about:blank', title: 'Too much is waiting', status: 503, code: 'busy' };
      return new Response(JSON.stringify(problem), { status: 503, headers: { 'retry-after': '120' } });
    };
    const failed = await send(stage.device.client, stage.reply('Patience.'));
    const retryAt = failed.state.name === 'failed' ? failed.state.retryAt - stage.clock.now().getTime() : 0;
    expect(failed.state).toMatchObject({ name: 'failed', code: 'busy' });
    expect(retryAt).toBeGreaterThan(minute / 2);
    stage.clock.advance(4 * minute);
    await stage.device.client.outbox.run();
    expect(stage.device.client.outbox.snapshot().at(-1)?.state.name).toBe('sent');
  });

  it('widens a label that too few share, before it is sent', async () => {
    const item = await send(stage.device.client, {
      ...opening('How many are we?'),
      label: { kind: 'company' },
    } as ComposeInput);
    expect(item.state.name).toBe('sent');
    expect(item.label).toMatchObject({ kind: 'professional' });
  });

  it('sends by itself once it is started, at the time that was planned', async () => {
    const set: { task: () => void; milliseconds: number }[] = [];
    const timers = {
      set: (task: () => void, milliseconds: number) => set.push({ task, milliseconds }),
      clear: () => undefined,
    };
    const started = await newDevice(stage.town, { store: await copyOf(stage.someone.store), timers });
    const first = await started.client.outbox.add(stage.reply('At once.'));
    expect(set).toEqual([]);
    started.client.outbox.start();
    set.at(-1)?.task();
    expect((await started.client.outbox.settled(first.id)).state.name).toBe('sent');

    const second = await started.client.outbox.add(opening('In a while'));
    const wait = set.at(-1)?.milliseconds ?? 0;
    expect(wait).toBeGreaterThanOrEqual(minute);
    stage.clock.advance(wait);
    set.at(-1)?.task();
    expect((await started.client.outbox.settled(second.id)).state.name).toBe('sent');
    started.client.outbox.stop();
  });

  it('keeps a refused text, takes other words for it, and drops it when told', async () => {
    stage.trouble = async (through, input, init) => {
      const envelope = JSON.parse(String(init?.body));
      return through(input, { ...init, body: JSON.stringify({ ...envelope, signature: 'A'.repeat(86) }) });
    };
    const { id, state } = await send(stage.device.client, stage.reply('First words.'));
    expect(state).toMatchObject({ name: 'refused', code: 'act-signature' });
    stage.trouble = undefined;
    const outbox = await stage.reload();
    expect(outbox.snapshot().find((item) => item.id === id)?.compose).toMatchObject({ text: 'First words.' });
    const free = stage.device.client.tokens.snapshot().free;
    await outbox.edit(id, { text: 'Other words.' });
    await outbox.run();
    expect(outbox.snapshot().find((item) => item.id === id)?.state.name).toBe('sent');
    // The token that the first words carried was on the wire: it is not used for others.
    expect(stage.device.client.tokens.snapshot().free).toBe(free - 1);
    await outbox.drop(id);
    expect(outbox.snapshot().some((item) => item.id === id)).toBe(false);
  });

  it('gives the tokens back of what was dropped before it was ever sent', async () => {
    const { free } = stage.device.client.tokens.snapshot();
    const { id } = await stage.device.client.outbox.add(stage.reply('Never mind.'));
    await stage.device.client.outbox.drop(id);
    await stage.device.client.tokens.refresh();
    expect(stage.device.client.tokens.snapshot().free).toBe(free);
  });
});
