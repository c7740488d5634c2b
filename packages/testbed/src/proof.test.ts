import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fakeClock } from '@teahouse/kit/clock';
import { openSecrets } from '@teahouse/kit/secrets';
import { rotateIssuerKey } from '@teahouse/members/issuer-key';
import { readProof, verifyProof } from '@teahouse/proof';
import { createBbs } from '@teahouse/protocol';
import { loadMclBackend } from '@teahouse/protocol/mcl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { harbour, opening, orchard, post } from './fixtures.ts';
import { type Device, newDevice, newMembers, type Person, systemRng } from './people.ts';
import { entriesOf, forgedLog, lyingNetwork, noteOf } from './test-tamper.ts';
import { startTeahouse, type Town } from './town.ts';

const room = 'square';
const months = ['2026-12', '2027-01', '2027-02'];

describe('the proof of a post', () => {
  const clock = fakeClock('2026-11-18T09:00:00Z');
  let data: string;
  let town: Town;
  let ann: Person;
  /** Somebody without an account or a wallet. */
  let reader: Device;
  let said: { id: string; thread: string };
  let saved: string;

  beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'tea-proof-'));
    town = await startTeahouse({ clock, floor: 1, data });
    [ann] = (await newMembers(town, [
      { name: 'Ann', company: harbour },
      { name: 'Bo', company: harbour },
      { name: 'Cy', company: orchard },
    ])) as [Person, Person, Person];
    reader = await newDevice(town);
    said = await post(ann.client, {
      ...opening('Overtime', 'Every week since May.'),
      label: { kind: 'company' },
    } as Parameters<typeof post>[1]);
  });
  afterAll(async () => {
    await town?.stop();
    await rm(data, { recursive: true, force: true });
  });

  it('waits for the hour in which the act is logged', async () => {
    await expect(reader.client.proof(room, said.id)).rejects.toMatchObject({
      code: 'proof-not-yet',
      status: 409,
    });
    await town.talk.logActs();
    expect((await reader.client.proof(room, said.id)).verdict.outcome).toBe('proven');
  });

  it('is had by a reader without a wallet, and says what was said and among how many', async () => {
    const { verdict, text } = await reader.client.proof(room, said.id);
    expect(verdict.checks.every(({ state }) => state === 'ok')).toBe(true);
    expect(verdict.what).toMatchObject({
      ...{ title: 'Overtime', text: 'Every week since May.', n: 2 },
      ...{ evidence: [{ kind: 'mailbox-code', n: 2 }], label: { company: ann.company, epoch: '2026-11' } },
    });
    expect(reader.client.wallet.snapshot().exists).toBe(false);
    expect(reader.wire.requests.some((one) => one.path.startsWith('/api/members'))).toBe(false);
    saved = text;
  });

  it('stops the reader when it rests on another history than the device knows', async () => {
    const { lies, network } = lyingNetwork();
    const careful = await newDevice(town, { store: reader.store, network });
    const { origin, entries } = await entriesOf(`${town.talkOrigin}/api/talk/log`);
    const others = [...entries.slice(0, -1), entries[0] ?? new Uint8Array()];
    const note = noteOf(await forgedLog(origin, others, path.join(data, 'talk', 'secrets')));
    lies.instead = (at, real) =>
      at.endsWith('/proof')
        ? real().then(async (answer) => {
            const proof = await answer.json();
            return Response.json({ ...proof, talk: { ...proof.talk, checkpoint: note } });
          })
        : undefined;
    await expect(careful.client.proof(room, said.id)).rejects.toMatchObject({ code: 'log-forked' });
    expect(await careful.client.logs.evidence()).toMatchObject([{ source: 'talk', shown: note }]);
    await careful.client.logs.acknowledge();
  });

  it("holds in February what was saved in November: the issuer's key is another, and the credential has expired", async () => {
    const bbs = createBbs(await loadMclBackend());
    rotateIssuerKey(openSecrets(path.join(data, 'members', 'secrets')), bbs, systemRng, '2026-12');
    for (const month of months) {
      clock.set(`${month}-02T09:00:00Z`);
      await town.batch();
      await town.talk.upkeep();
    }
    const { keys } = await reader.client.talk.issuer();
    expect(keys.map(({ epochs }) => epochs)).toEqual([['2026-11'], months]);

    const { issuer, talk } = reader.client.logs.snapshot();
    const trusted = { issuer: issuer?.key ?? '', talk: talk?.key ?? '' };
    const old = verifyProof({ proof: readProof(saved), bbs, trusted });
    expect(old.outcome).toBe('proven');
    const changed = verifyProof({ proof: changedText(saved), bbs, trusted });
    expect(changed.checks.filter(({ state }) => state === 'failed').map((one) => one.code)).toContain('text');

    for (const device of [reader, await newDevice(town)]) {
      const { verdict, text } = await device.client.proof(room, said.id);
      expect(verdict.outcome).toBe('proven');
      expect(verdict.what).toMatchObject({ n: 2, label: { epoch: '2026-11' } });
      expect(readProof(text).act).toEqual(readProof(saved).act);
    }
  });

  it('is gone with the words', async () => {
    await ann.client.members.signIn({ body: { email: ann.email, password: ann.password } });
    await ann.client.wallet.refresh();
    const { thread, id } = said;
    await post(ann.client, { kind: 'delete', room, thread, target: id });
    await expect(reader.client.proof(room, id)).rejects.toMatchObject({ code: 'proof-gone', status: 410 });
  });
});

/** The saved proof with one byte of its words changed. */
function changedText(text: string): ReturnType<typeof readProof> {
  const proof = readProof(text);
  const body = Buffer.from(proof.act.body, 'base64url');
  const at = body.length - 3;
  body[at] = (body[at] ?? 0) ^ 1;
  return { ...proof, act: { ...proof.act, body: body.toString('base64url') } };
}
