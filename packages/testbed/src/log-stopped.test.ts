import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Info } from '@teahouse/contract/talk';
import { encodeVerifier, noteSigner } from '@teahouse/protocol/log';
import { encodeEntry } from '@teahouse/protocol/record';
import { describe, expect, it } from 'vitest';
import { copyOf, opening, orchard, post, send } from './fixtures.ts';
import { at, code, useLogStage } from './log-stage.ts';
import { newMember } from './people.ts';
import { changed, entriesOf, forgedLog, logInstead, noteOf } from './test-tamper.ts';

describe('a member who is shown another log than before', () => {
  const stage = useLogStage();

  it('stops when the log was rolled back, and keeps both checkpoints', async () => {
    const older = await (await fetch(`${stage.town.talkOrigin}${at.mirror}/checkpoint`)).text();
    await newMember(stage.town, { name: 'Another', company: orchard });
    await stage.device.client.labels.load();
    const remembered = await (await fetch(`${stage.town.talkOrigin}${at.mirror}/checkpoint`)).text();
    await stage.openDevice(await copyOf(stage.device.store));
    stage.lies.instead = (where) => {
      return where === `${at.mirror}/checkpoint` ? Promise.resolve(new Response(older)) : undefined;
    };
    await stage.expectNothingSent('log-rolled-back');
    const { state } = stage.device.client.logs.snapshot();
    expect(state).toEqual({ name: 'stopped', code: 'log-rolled-back', plane: 'issuer' });
    const [evidence] = await stage.device.client.logs.evidence();
    expect(evidence).toMatchObject({ source: 'issuer@talk', remembered, shown: older });
    // Whoever asks again, and by what network: it stays stopped until the person says otherwise.
    await stage.openDevice(await copyOf(stage.device.store));
    await stage.expectNothingSent('log-rolled-back');
    await stage.device.client.logs.acknowledge();
    await post(stage.device.client, opening('After the person has read it'));
  });

  it('keeps back what was built before it stopped', async () => {
    stage.lies.instead = (where) =>
      where.endsWith('/acts') ? Promise.reject(new TypeError('cut')) : undefined;
    const { id, state: before } = await send(stage.device.client, opening('Built while all was well'));
    expect(before).toMatchObject({ name: 'failed', code: 'offline' });
    const { origin, entries } = await entriesOf(stage.town.talkOrigin + at.talkLog);
    const others = [...entries.slice(0, -1), entries[0] ?? new Uint8Array()];
    stage.lies.instead = logInstead(at.talkLog, await forgedLog(origin, others, stage.secretsOf('talk')));
    stage.clock.advance(2 * 60_000);
    await expect(stage.device.client.labels.load()).rejects.toThrow(code('log-forked'));
    stage.lies.instead = () => undefined;
    stage.device.wire.requests.length = 0;
    await stage.device.client.outbox.sendNow(id);
    await stage.device.client.outbox.run();
    const item = stage.device.client.outbox.snapshot().find((one) => one.id === id);
    expect(item?.state).toMatchObject({ name: 'refused', code: 'log-forked' });
    expect(stage.device.wire.requests).toEqual([]);
  });

  it("stops when talk's log is another one than it was", async () => {
    await stage.device.client.labels.load();
    const { origin, entries } = await entriesOf(stage.town.talkOrigin + at.talkLog);
    const event = { type: 'event', kind: 'operation', code: 'x', subject: null, text: '' } as const;
    const others = [...entries.slice(0, -1), encodeEntry(event), encodeEntry({ ...event, text: 'y' })];
    const forged = await forgedLog(origin, others, stage.secretsOf('talk'));
    await stage.openDevice(await copyOf(stage.device.store));
    stage.lies.instead = logInstead(at.talkLog, forged);
    await stage.expectNothingSent('log-forked');
    const [evidence] = await stage.device.client.logs.evidence();
    expect(evidence).toMatchObject({ source: 'talk', shown: noteOf(forged) });
  });

  it('stops when members and talk show two histories of the issuer', async () => {
    await stage.device.client.labels.load();
    const { origin, entries } = await entriesOf(stage.town.membersOrigin + at.membersLog);
    const other = encodeEntry({ type: 'event', kind: 'operation', code: 'x', subject: null, text: '' });
    const forged = await forgedLog(
      origin,
      [...entries.slice(0, -1), other, other],
      stage.secretsOf('members'),
    );
    const { email, password } = stage.someone;
    await stage.device.client.members.signIn({ body: { email, password } });
    stage.lies.instead = logInstead(at.membersLog, forged);
    await expect(stage.device.client.wallet.refresh()).rejects.toThrow(code('log-forked'));
    stage.device.wire.requests.length = 0;
    await stage.expectNothingSent('log-forked');
  });

  it('stops when a log has another key, and pins none in silence', async () => {
    await stage.device.client.labels.load();
    const { origin, entries } = await entriesOf(stage.town.talkOrigin + at.talkLog);
    const folder = await mkdtemp(path.join(stage.data, 'other-'));
    await writeFile(path.join(folder, 'log.key'), new Uint8Array(32).fill(9));
    const forged = await forgedLog(origin, entries, folder);
    const key = encodeVerifier(noteSigner(origin, new Uint8Array(32).fill(9)).verifier);
    await stage.openDevice(await copyOf(stage.device.store));
    const info = changed<Info>(at.info, (told) => ({ ...told, log: { ...told.log, key } }));
    stage.lies.instead = (...request) => info(...request) ?? logInstead(at.talkLog, forged)(...request);
    await stage.expectNothingSent('log-key-changed');
    await stage.device.client.logs.acknowledge();
    await stage.expectNothingSent('log-key-changed');
    await stage.device.client.logs.acknowledge({ trustAnew: true });
    await stage.device.client.labels.load();
    expect(stage.device.client.logs.snapshot().talk?.key).toBe(key);
  });
});
