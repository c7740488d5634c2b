import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { membersPrefix } from '@teahouse/contract/members';
import { openSecrets } from '@teahouse/kit/secrets';
import { cosigner, encodeVerifier, signatureLine } from '@teahouse/protocol/log';
import { describe, expect, it, onTestFinished } from 'vitest';
import { follow, readLog, typesOf } from '../testing/test-log.ts';
import { employAll, openWithCompanies, published, someone } from '../testing/test-people.ts';
import { foundCompany, openTown, openTwin, type Town } from '../testing/test-town.ts';
import { rotateIssuerKey } from './key.ts';

describe('what the log covers', () => {
  it('is served with what a client needs, and takes what its witnesses signed', async () => {
    const key = new Uint8Array(32).fill(9);
    const witness = encodeVerifier(cosigner('witness.example', key, 0).verifier);
    const town = await openTown({ witnesses: witness });
    onTestFinished(() => town.close());
    const url = `${membersPrefix}/log`;
    const get = async (path: string) => town.members.app.inject(`${url}/${path}`);
    expect((await get('info')).json()).toEqual((await published(town)).body.log);
    expect((await published(town)).body.log).toMatchObject({
      origin: `${town.members.context.instance}/issuer`,
      witnesses: [witness],
    });
    const note = (await get('checkpoint')).body;
    const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
    const payload = note + signatureLine(text, cosigner('witness.example', key, 1_800_000_000));
    const headers = { 'content-type': 'text/plain' };
    const post = (body: string) =>
      town.members.app.inject({ method: 'POST', url: `${url}/witness`, payload: body, headers });
    expect((await post(note)).json().code).toBe('invalid-input');
    expect((await post(payload)).statusCode).toBe(204);
    expect((await get('witnessed')).body).toBe(payload);
    expect((await get('checkpoint')).body).toBe(payload);
  });

  it('does not take notes where no witness is configured', async () => {
    const town = await openTown();
    onTestFinished(() => town.close());
    const reply = await town.members.app.inject({
      method: 'POST',
      url: `${membersPrefix}/log/witness`,
      headers: { 'x-teahouse': '1' },
    });
    expect(reply.statusCode).toBe(405);
    expect(readdirSync(join(town.secrets, 'public-log')).sort()).toEqual(['checkpoint', 'lock', 'tile']);
  });
});

describe('a database restored from a backup', () => {
  /** Takes the database back to when the log had so many entries. */
  async function restore({ db }: Town, size: number, last: Uint8Array): Promise<void> {
    for (const table of ['credentials WHERE leaf_index', 'directories WHERE logged']) {
      await db.pool.query(`DELETE FROM ${table} >= $1`, [size]);
    }
    await db.pool.query(
      'DELETE FROM credential_counts WHERE epoch IN (SELECT epoch FROM issued_epochs WHERE logged >= $1)',
      [size],
    );
    await db.pool.query('DELETE FROM issued_epochs WHERE logged >= $1', [size]);
    await db.pool.query('DELETE FROM issuer_keys WHERE logged >= $1', [size]);
    await db.pool.query("UPDATE companies SET status = 'proposed', logged = NULL WHERE logged >= $1", [size]);
    await db.pool.query('DELETE FROM log_entries');
    await db.pool.query('INSERT INTO log_entries VALUES ($1, $2)', [size - 1, Buffer.from(last)]);
  }

  it('takes back keys, epochs and counts, begins none twice, and signs those again who lost a credential', async () => {
    const town = await openWithCompanies();
    const { book, bbs, rng } = town.members.context;
    await employAll(town, 2);
    await town.members.runBatch();
    const size = await book.size();
    const last = await book.entry(size - 1);
    const secrets = openSecrets(town.secrets);
    rotateIssuerKey(secrets, bbs, rng, '2026-12');
    town.clock.set('2026-12-01T03:00:00Z');
    await town.members.runBatch();
    await foundCompany(town, await someone(town), 'lost.com');
    const document = (await published(town)).body;
    const before = await readLog(town.members);
    await town.members.close();
    await restore(town, size, last);

    const restored = await openTwin(town);
    onTestFinished(() => restored.close());
    const get = async (path: string) => (await restored.app.inject(membersPrefix + path)).json();
    expect(await get('/public/issuer')).toEqual(document);
    expect((await get('/public/directory')).companies).toHaveLength(2);
    expect(await restored.runBatch()).toEqual({ epoch: '2026-12', issued: 2, first: false });
    expect(await get('/public/issuer')).toEqual(document);
    await follow(restored);
    const after = await readLog(restored, before.audit);
    expect(after.summary.faults).toEqual([]);
    expect(typesOf(after.entries.slice(before.entries.length))).toEqual(['event', 'directory', 'leaves']);
    expect(after.summary.events).toMatchObject([{ kind: 'operation', code: 'backup-restored' }]);
    expect(after.summary.issuer?.epochs.map(({ epoch, later }) => [epoch, later])).toEqual([
      ['2026-11', 0],
      ['2026-12', 2],
    ]);
    const { rows } = await town.db.pool.query(
      "SELECT DISTINCT key_id FROM credentials WHERE epoch = '2026-12'",
    );
    expect(rows).toEqual([{ key_id: document.keys[1]?.id }]);
  });
});

describe('a log in two places', () => {
  it('stops a start with an old folder, in words for the operator', async () => {
    const town = await openWithCompanies();
    await town.members.close();
    const start = openTwin(town, { publicLog: join(town.secrets, 'elsewhere') });
    await expect(start).rejects.toMatchObject({ code: 'log-behind-database' });
  });
});
