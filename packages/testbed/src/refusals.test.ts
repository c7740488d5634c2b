import { createTalkCaller, memoryStore } from '@teahouse/client';
import type { Envelope } from '@teahouse/contract/talk';
import { fakeClock } from '@teahouse/kit/clock';
import {
  actKey,
  bodyHash,
  decodeHeader,
  encodeCbor,
  encodeHeader,
  fromBase64url,
  signAct,
  toBase64url,
} from '@teahouse/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ComposeInput, copyOf, harbour, opening, orchard, post, rowsOfTalk, send } from './fixtures.ts';
import { type Device, newDevice, newMember, newMembers, type Person } from './people.ts';
import { startTeahouse, type Town } from './town.ts';

type Tamper = (envelope: Envelope) => unknown;

/** What somebody sends who does not play by the rules. */
describe('talk refuses, with a code of its own and nothing written,', () => {
  const clock = fakeClock('2026-11-18T09:00:00Z');
  let town: Town;
  let ann: Person;
  let bo: Person;
  /** A member's device behind a network that changes acts on their way. */
  let device: Device;
  let tamper: Tamper = (envelope) => envelope;
  let there: { id: string; thread: string };

  beforeAll(async () => {
    town = await startTeahouse({ clock, floor: 1 });
    const specs = [
      { name: 'Ann', company: harbour },
      { name: 'Bo', company: orchard },
    ];
    [ann, bo] = (await newMembers(town, specs)) as [Person, Person];
    there = await post(bo.client, opening('What is there'));
  });
  afterAll(() => town?.stop());

  beforeEach(async () => {
    tamper = (envelope) => envelope;
    // Somebody new for each, so that no token was touched before.
    const someone = await newMember(town, { name: 'Someone', company: harbour });
    await someone.client.tokens.draw();
    device = await newDevice(town, {
      store: await copyOf(someone.store),
      network: (through) => (input, init) => {
        const isAct = init?.method === 'POST' && String(input).endsWith('/acts');
        if (!isAct) return through(input, init);
        return through(input, { ...init, body: JSON.stringify(tamper(JSON.parse(String(init.body)))) });
      },
    });
  });

  const flipped = (text: string, at: number) => {
    const bytes = fromBase64url(text);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return toBase64url(bytes);
  };
  const withEntry = (envelope: Envelope, change: Partial<NonNullable<Envelope['entry']>>): Envelope =>
    envelope.entry ? { ...envelope, entry: { ...envelope.entry, ...change } } : envelope;
  const reply = (): ComposeInput => ({
    kind: 'reply',
    room: 'square',
    ...{ thread: there.thread, target: there.id, text: 'What I wanted to say.', label: { kind: 'company' } },
  });

  /** Sends through the tampering network, and sees the refusal, the text kept, and not one row more. */
  async function expectRefusal(code: string, compose: ComposeInput, change: Tamper): Promise<void> {
    const before = await rowsOfTalk(town);
    tamper = change;
    const item = await send(device.client, compose);
    expect(item.state).toMatchObject({ name: 'refused', code });
    expect(item.compose).toMatchObject(compose);
    expect(await rowsOfTalk(town)).toEqual(before);
    const again = await newDevice(town, { store: await copyOf(device.store) });
    expect(again.client.outbox.snapshot().at(-1)).toEqual(item);
  }

  it('a proof that was changed', () =>
    expectRefusal('presentation-invalid', reply(), (envelope) =>
      withEntry(envelope, { proof: flipped(envelope.entry?.proof ?? '', 200) }),
    ));

  it('a proof that was made for another thread', async () => {
    let earlier: Envelope | undefined;
    tamper = (envelope) => {
      earlier = envelope;
      return envelope;
    };
    await post(device.client, opening('Where the proof was made'));
    const proof = earlier?.entry?.proof ?? '';
    await expectRefusal('presentation-invalid', reply(), (envelope) => withEntry(envelope, { proof }));
  });

  it("a proof under another company's name", () =>
    expectRefusal('presentation-invalid', reply(), (envelope) =>
      withEntry(envelope, {
        label: { kind: 'company', epoch: '2026-11', company: bo.company, standing: 'current' },
      }),
    ));

  it('a label that names a company of no directory', () =>
    expectRefusal('label-foreign', reply(), (envelope) =>
      withEntry(envelope, {
        label: { kind: 'company', epoch: '2026-11', company: 'nowhere', standing: 'current' },
      }),
    ));

  it('another text than was signed', () =>
    expectRefusal('body-mismatch', reply(), (envelope) => ({
      ...envelope,
      body: flipped(envelope.body, 12),
    })));

  it("somebody else's signature", () =>
    expectRefusal('act-signature', reply(), (envelope) => ({
      ...envelope,
      signature: flipped(envelope.signature, 3),
    })));

  it('a token that nobody signed', async () => {
    const before = await rowsOfTalk(town);
    const forged = (envelope: Envelope) => ({
      ...envelope,
      tokens: envelope.tokens.map((token) => flipped(token, 300)),
    });
    tamper = forged;
    const item = await send(device.client, reply());
    expect(item.state).toMatchObject({ name: 'refused', code: 'token-invalid' });
    expect(item.compose).toMatchObject({ text: 'What I wanted to say.' });
    expect(await rowsOfTalk(town)).toEqual(before);
  });

  it('a text that is longer than the limit, although it is well signed', () =>
    expectRefusal('act-too-long', reply(), (envelope) => {
      const salt = fromBase64url(envelope.salt);
      const body = encodeCbor({ text: '长'.repeat(10_001) });
      const header = encodeHeader({
        ...decodeHeader(fromBase64url(envelope.header)),
        body: bodyHash(salt, body),
      });
      const { privateKey } = actKey(device.client.wallet.seed(), fromBase64url(there.thread));
      const signature = toBase64url(signAct(privateKey, header));
      return { ...envelope, header: toBase64url(header), body: toBase64url(body), signature };
    }));

  it('a room that is not there', () =>
    expectRefusal('unknown-room', { ...opening('Where?'), room: 'nowhere' }, (envelope) => envelope));

  it('a thread that is not there', () =>
    expectRefusal(
      'unknown-thread',
      { ...reply(), thread: toBase64url(new Uint8Array(32).fill(7)) } as ComposeInput,
      (envelope) => envelope,
    ));

  it('a token that was spent on another act, and the outbox takes the next one', async () => {
    const tablet = await newDevice(town, { store: await copyOf(device.store) });
    await post(device.client, opening('Spent here'));
    const sent = await send(tablet.client, opening('Spent there as well'));
    expect(sent.state).toMatchObject({ name: 'sent' });

    const acts = tablet.wire.requests.filter(({ path }) => path.endsWith('/acts')).map(({ body }) => body);
    expect(acts).toHaveLength(2);
    const before = await rowsOfTalk(town);
    const again = tablet.client.talk.act({ params: { room: 'square' }, body: JSON.parse(acts[0] ?? '') });
    await expect(again).rejects.toMatchObject({ code: 'token-spent', status: 409 });
    expect(await rowsOfTalk(town)).toEqual(before);
  });

  it('an edit that was sent before, after a later one', async () => {
    const { id, thread } = await post(device.client, opening('To be edited'));
    const edit = { kind: 'edit', room: 'square', thread, target: id } as const;
    await post(device.client, { ...edit, text: 'The first correction.' });
    const early = device.wire.requests.filter(({ path }) => path.endsWith('/acts')).at(-1)?.body ?? '';
    await post(device.client, { ...edit, text: 'The second correction.' });
    const before = await rowsOfTalk(town);
    const replay = device.client.talk.act({ params: { room: 'square' }, body: JSON.parse(early) });
    await expect(replay).rejects.toMatchObject({ code: 'prev-conflict' });
    expect(await rowsOfTalk(town)).toEqual(before);
    const { posts } = await device.client.talk.thread({ params: { room: 'square', thread } });
    expect(posts[0]?.body?.text).toBe('The second correction.');
  });

  it("a request with the members' cookie", async () => {
    const cookie = ann.cookies.header('/api/members/me');
    expect(cookie).toContain('teahouse_session=');
    const leaky = createTalkCaller(town.talkOrigin, (input, init) =>
      fetch(input, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), cookie } }),
    );
    await expect(leaky.rooms()).rejects.toMatchObject({ code: 'cookie-refused', status: 400 });
  });

  it('an act without any credential, before anything leaves the device', async () => {
    const stranger = await newDevice(town, { store: memoryStore() });
    await stranger.client.wallet.create();
    const item = await send(stranger.client, opening('Let me in'));
    expect(item.state).toMatchObject({ name: 'refused', code: 'credential-missing' });
    expect(stranger.wire.requests.some(({ path }) => path.endsWith('/acts'))).toBe(false);
  });

  it('a text that is too long, before it is even stored', async () => {
    const { client } = device;
    const count = client.outbox.snapshot().length;
    await expect(
      client.outbox.add({ ...reply(), text: '长'.repeat(10_001) } as ComposeInput),
    ).rejects.toMatchObject({
      code: 'text-invalid',
    });
    expect(client.outbox.snapshot()).toHaveLength(count);
  });
});
