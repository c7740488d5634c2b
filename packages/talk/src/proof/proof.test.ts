import { Proof } from '@teahouse/contract/talk';
import { countStatements } from '@teahouse/kit/pool';
import { readProof, verifyProof, writeProof } from '@teahouse/proof';
import type { LabelKind } from '@teahouse/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTalk } from '../app.ts';
import { call, Holder, send } from '../testing/holder.ts';
import { entriesOf } from '../testing/read-log.ts';
import { counts, startTown, type Town } from '../testing/town.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town.stop());

const fetchProof = async (id: string) =>
  Proof.parse((await call(town, 'GET', `/rooms/square/posts/${id}/proof`)).body);
const keys = async () => {
  const { body } = await call<{ log: { key: string } }>(town, 'GET', '/info');
  return { issuer: town.issuer.log.info.key, talk: body.log.key };
};
/** Through its file, by the keys that everybody knows. */
async function verdictOf(proof: Proof) {
  return verifyProof({ proof: readProof(writeProof(proof)), bbs: town.issuer.bbs, trusted: await keys() });
}

describe('a proof', () => {
  it('shows of a thread, a reply and an edit who could have said it', async () => {
    const author = new Holder(town);
    const opened = (await send(town, 'square', author.thread({ title: '加班', text: 'Late again.' }))).body;
    const guest = new Holder(town, { company: 'tiny', industry: 'chips' });
    const reply = (await send(town, 'square', guest.reply(opened, { kind: 'professional', text: 'Same.' })))
      .body;
    await town.talk.logActs();
    expect((await verdictOf(await fetchProof(opened.id))).what).toMatchObject({
      ...{ title: '加班', text: 'Late again.', kind: 'thread', n: 12, post: opened.id },
      evidence: [{ kind: 'mailbox-code', n: 12 }],
    });
    await send(town, 'square', author.edit(opened, opened.id, 'Late, and again.', 'Overtime'));
    await town.talk.logActs();
    for (const [id, what] of [
      [opened.id, { title: 'Overtime', text: 'Late, and again.', kind: 'edit', n: 12, post: opened.id }],
      [reply.id, { title: null, text: 'Same.', kind: 'reply', n: 15 }],
    ] as const) {
      const verdict = await verdictOf(await fetchProof(id));
      expect(verdict.checks.filter(({ state }) => state !== 'ok')).toEqual([]);
      expect(verdict.outcome).toBe('proven');
      expect(verdict.what).toMatchObject(what);
    }
  });

  it('can be had under every label', async () => {
    for (const [kind, n] of [
      ['company', 12],
      ['industry', 12],
      ['professional', 15],
      ['alias', 15],
    ] as const satisfies [LabelKind, number][]) {
      const { id } = (await send(town, 'square', new Holder(town).thread({ kind }))).body;
      await town.talk.logActs();
      const verdict = await verdictOf(await fetchProof(id));
      expect([kind, verdict.outcome, verdict.what.n]).toEqual([kind, 'proven', n]);
    }
  });

  it('is one of many acts, read from at most three statements', async () => {
    const author = new Holder(town);
    const opened = (await send(town, 'square', author.thread())).body;
    const ids = [opened.id];
    for (let i = 0; i < 40; i++) {
      ids.push((await send(town, 'square', author.reply(opened, { kind: undefined }))).body.id);
    }
    await town.talk.logActs();
    const { statements } = await countStatements(() => fetchProof(ids[7]!));
    expect(statements.length).toBeLessThanOrEqual(3);
    for (const id of ids) expect((await verdictOf(await fetchProof(id))).outcome).toBe('proven');
    expect((await entriesOf(town.talk, 'acts')).at(-1)?.entry.n).toBe(41);
  });

  it('of November holds in February, under another key of the issuer, and can still be had then', async () => {
    const { id } = (await send(town, 'square', new Holder(town).thread({ text: 'In November.' }))).body;
    await town.talk.logActs();
    const saved = writeProof(await fetchProof(id));
    for (const [epoch, rotate] of [
      ['2026-12', false],
      ['2027-01', true],
      ['2027-02', true],
    ] as const) {
      town.clock.set(`${epoch}-03T10:00:00Z`);
      town.issuer.openEpoch(epoch, [{ ...counts[0]!, n: 20 }], { rotate });
      await town.talk.upkeep();
      expect((await send(town, 'square', new Holder(town, { epoch }).thread())).status).toBe(200);
      await town.talk.logActs();
    }
    const trusted = await keys();
    const later = verifyProof({ proof: readProof(saved), bbs: town.issuer.bbs, trusted });
    expect([later.outcome, later.what.n, later.what.text]).toEqual(['proven', 12, 'In November.']);
    const anew = await verdictOf(await fetchProof(id));
    expect([anew.outcome, anew.what.n, anew.what.text]).toEqual(['proven', 12, 'In November.']);

    // Also from what the database and the mirror keep, when members is gone for good.
    const alone = await createTalk({
      config: { ...town.config, issuerUrl: '' },
      clock: town.clock,
      log: town.log,
    });
    try {
      const answer = await alone.app.inject({ url: `/api/talk/rooms/square/posts/${id}/proof` });
      expect((await verdictOf(Proof.parse(answer.json()))).outcome).toBe('proven');
    } finally {
      await alone.close();
    }
  });

  it('says that there is none where an epoch opened before anybody was counted', async () => {
    town.clock.set('2027-03-02T10:00:00Z');
    town.issuer.openEpoch('2027-03', []);
    await town.talk.upkeep();
    const early = new Holder(town, { epoch: '2027-03' });
    const { id } = (await send(town, 'square', early.thread({ kind: 'alias' }))).body;
    await town.talk.logActs();
    expect((await call(town, 'GET', `/rooms/square/posts/${id}/proof`)).body.code).toBe('not-found');
  });
});
