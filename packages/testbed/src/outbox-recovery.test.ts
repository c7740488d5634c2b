import { describe, expect, it } from 'vitest';
import { type ComposeInput, copyOf, opening, post, send } from './fixtures.ts';
import { type Fetch, useOutboxStage } from './outbox-stage.ts';
import { newDevice } from './people.ts';

const minute = 60_000;

/** Refusals that the outbox answers, or puts before the person. */
describe('the outbox, refused,', () => {
  const stage = useOutboxStage();

  it('asks before it widens a label that the server finds too narrow', async () => {
    let floor = 1;
    const believes =
      (through: Fetch): Fetch =>
      async (input, init) => {
        const response = await through(input, init);
        if (!String(input).endsWith('/info')) return response;
        return new Response(JSON.stringify({ ...(await response.json()), floor }));
      };
    stage.device = await newDevice(stage.town, {
      store: await copyOf(stage.someone.store),
      network: believes,
    });
    await stage.device.client.labels.load();
    floor = 2;
    const narrow = { ...opening('Narrow'), label: { kind: 'company' } } as ComposeInput;
    const { id, state } = await send(stage.device.client, narrow);
    expect(state).toMatchObject({
      name: 'refused',
      code: 'label-below-floor',
      offer: { kind: 'professional', n: 2 },
    });
    await stage.device.client.outbox.relabel(id, { kind: 'professional' });
    await stage.device.client.outbox.run();
    const item = stage.device.client.outbox.snapshot().find((one) => one.id === id);
    expect(item?.state.name).toBe('sent');
    expect(item?.label?.kind).toBe('professional');
    // Header, tokens and signature are those of the first try: the label stands outside the act.
    const [first, second] = stage.acts().map((body) => JSON.parse(body));
    expect({ ...second, entry: null }).toEqual({ ...first, entry: null });
  });

  it('speaks as the alias that another device entered with, whatever label it wished for', async () => {
    await post(stage.device.client, {
      ...stage.reply('From the phone.'),
      label: { kind: 'professional' },
    } as ComposeInput);
    const laptop = await newDevice(stage.town, { store: await copyOf(stage.someone.store) });
    const item = await send(laptop.client, {
      ...stage.reply('From the laptop.'),
      label: { kind: 'alias' },
    } as ComposeInput);
    expect(item.state.name).toBe('sent');
    expect(item.label?.kind).toBe('professional');
    const { posts } = await stage.bo.client.talk.thread({
      params: { room: 'square', thread: stage.there.thread },
    });
    const [phone, other] = posts.slice(-2);
    expect(phone?.pseudonym).toBe(other?.pseudonym);
  });

  it('enters again where the server does not know the alias that the device remembers', async () => {
    const remembered = { room: 'square', pseudonym: 'A'.repeat(64), label: null };
    await stage.device.store.set(`alias/${stage.there.thread}`, remembered);
    const item = await send(stage.device.client, stage.reply('Am I known here?'));
    expect(item.state.name).toBe('sent');
    expect(stage.acts()).toHaveLength(2);
  });

  it('reads a post anew when an edit of it was overtaken and is to be sent all the same', async () => {
    const { id, thread } = await post(stage.device.client, opening('Edited on two devices'));
    const laptop = await newDevice(stage.town, { store: await copyOf(stage.device.store) });
    const edit = { kind: 'edit', room: 'square', thread, target: id } as const;
    stage.trouble = async (through, ...request) => {
      stage.trouble = undefined;
      await post(laptop.client, { ...edit, text: 'By the laptop.' });
      return through(...request);
    };
    const overtaken = await send(stage.device.client, { ...edit, text: 'By the phone.' });
    expect(overtaken.state).toMatchObject({ name: 'refused', code: 'prev-conflict' });
    expect(overtaken.compose).toMatchObject({ text: 'By the phone.' });
    await stage.device.client.outbox.sendNow(overtaken.id);
    await stage.device.client.outbox.run();
    const { posts } = await stage.bo.client.talk.thread({ params: { room: 'square', thread } });
    expect(posts[0]).toMatchObject({ body: { text: 'By the phone.' }, edits: 2 });
  });

  it('fetches a new credential when the epoch went by, waits, and enters with it', async () => {
    stage.clock.set('2026-11-30T23:50:00Z');
    const { email, password } = stage.someone;
    await stage.device.client.members.signIn({ body: { email, password } });
    // The outbox has the act built with the old credential when the month ends under way.
    stage.trouble = async (through, ...request) => {
      stage.clock.set('2026-12-01T08:00:00Z');
      await stage.town.batch();
      stage.trouble = undefined;
      return through(...request);
    };
    const { id } = await stage.device.client.outbox.add({
      ...opening('Across the month'),
      now: false,
    } as ComposeInput);
    await stage.device.client.outbox.run();
    const item = () => stage.device.client.outbox.snapshot().find((one) => one.id === id);
    const state = item()?.state;
    expect(state?.name).toBe('waiting');
    expect(state?.name === 'waiting' ? state.until - stage.clock.now().getTime() : 0).toBeGreaterThanOrEqual(
      minute,
    );
    stage.clock.advance(48 * 60 * minute);
    await stage.device.client.outbox.run();
    expect(item()?.state.name).toBe('sent');
    expect(item()?.label).toEqual({ kind: 'alias', epoch: '2026-12' });
  });

  it('fetches a new credential for an act that had waited into the next month', async () => {
    const { email, password } = stage.someone;
    await stage.device.client.members.signIn({ body: { email, password } });
    await post(stage.device.client, opening('In the old month'));
    const { id } = await stage.device.client.outbox.add(stage.reply('In the new one'));
    stage.clock.set('2027-01-01T08:00:00Z');
    await stage.town.batch();
    const state = () => stage.device.client.outbox.snapshot().find((one) => one.id === id)?.state;
    await stage.device.client.outbox.run();
    expect(state()?.name).toBe('waiting');
    stage.clock.advance(48 * 60 * minute);
    await stage.device.client.outbox.run();
    expect(state()?.name).toBe('sent');
  });
});
