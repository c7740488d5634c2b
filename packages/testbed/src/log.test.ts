import { generateKeyPairSync } from 'node:crypto';
import type { Directory, IssuerDocument } from '@teahouse/contract/issuer';
import type { Info } from '@teahouse/contract/talk';
import { encodeTokenKey, issuerKeyId, toBase64url, tokenKeyId } from '@teahouse/protocol';
import { describe, expect, it } from 'vitest';
import { copyOf, opening, post, send } from './fixtures.ts';
import { at, code, useLogStage } from './log-stage.ts';
import { anotherDevice, newDevice, type Person } from './people.ts';
import { changed, entriesOf, forgedLog, logInstead, lyingNetwork } from './test-tamper.ts';

type Credentials = Awaited<ReturnType<Person['client']['members']['credentials']>>;

/** A well-formed token key that talk never logged. */
function foreignTokenKey() {
  const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
  const n = BigInt(`0x${Buffer.from(jwk.n ?? '', 'base64url').toString('hex')}`);
  const spki = encodeTokenKey({ n, e: 65537n });
  return { id: toBase64url(tokenKeyId(spki)), publicKey: toBase64url(spki) };
}

describe('a member whose network or server says what no log holds', () => {
  const stage = useLogStage();

  it('speaks as ever while nobody does, and reloads for one checkpoint a log', async () => {
    await post(stage.device.client, opening('All is well'));
    const again = await newDevice(stage.town, { store: await copyOf(stage.device.store) });
    await again.client.labels.load();
    const paths = again.wire.requests.map((one) => one.path).filter((one) => one.includes('/log/'));
    expect(paths.sort()).toEqual(['/api/talk/issuer/log/checkpoint', '/api/talk/log/checkpoint']);
    const { issuer, talk, state } = again.client.logs.snapshot();
    expect(state).toEqual({ name: 'ok' });
    expect([issuer?.origin, talk?.origin]).toEqual(
      ['issuer', 'talk'].map((plane) => expect.stringMatching(new RegExp(`/${plane}$`))),
    );
  });

  it('refuses an issuer key that is not in the log', async () => {
    const publicKey = new Uint8Array(96).fill(7);
    stage.lies.instead = changed<IssuerDocument>(at.issuer, (document) => ({
      ...document,
      keys: document.keys.map((key) => ({
        ...key,
        ...{ id: issuerKeyId(publicKey), publicKey: toBase64url(publicKey) },
      })),
    }));
    await stage.expectNothingSent('not-in-log');
  });

  it('refuses counts that are not those of the log', async () => {
    stage.lies.instead = changed<IssuerDocument>(at.issuer, (document) => ({
      ...document,
      counts: document.counts.map((count) => ({ ...count, n: count.n + 100 })),
    }));
    await stage.expectNothingSent('not-in-log');
  });

  it('refuses a directory in which a company has the name of another', async () => {
    stage.lies.instead = changed<Directory>(at.directory, (directory) => ({
      ...directory,
      companies: directory.companies.map((company, i, all) => ({
        ...company,
        name: all[(i + 1) % all.length]?.name,
      })),
    }));
    await stage.expectNothingSent('not-in-log');
  });

  it('refuses a token key that is not in the log', async () => {
    const foreign = foreignTokenKey();
    stage.lies.instead = changed<Info>(at.info, (info) => ({
      ...info,
      tokenKeys: info.tokenKeys.map((key) => ({ ...key, ...foreign })),
    }));
    await stage.expectNothingSent('not-in-log');
  });

  it('waits where the document is ahead of the log, and then sends', async () => {
    const { origin, entries } = await entriesOf(stage.town.membersOrigin + at.membersLog);
    await stage.openDevice((await newDevice(stage.town)).store);
    await stage.device.client.wallet.restore(await stage.someone.client.wallet.phrase());
    const { email, password } = stage.someone;
    await stage.device.client.members.signIn({ body: { email, password } });
    stage.lies.instead = logInstead(
      at.mirror,
      await forgedLog(origin, entries.slice(0, 3), stage.secretsOf('members')),
    );
    await expect(stage.device.client.labels.load()).rejects.toThrow(code('log-behind'));
    await stage.device.client.wallet.refresh();
    const { id, state } = await send(stage.device.client, opening('When the log is there'));
    expect(state).toMatchObject({ name: 'failed', code: 'log-behind' });
    stage.lies.instead = () => undefined;
    await stage.device.client.outbox.sendNow(id);
    await stage.device.client.outbox.run();
    expect(stage.device.client.outbox.snapshot().at(-1)?.state.name).toBe('sent');
  });

  it('does not use a credential that the log has no leaf of', async () => {
    const tampered = lyingNetwork();
    const laptop = await anotherDevice(stage.town, stage.someone, { network: tampered.network });
    await laptop.client.wallet.restore(await stage.someone.client.wallet.phrase());
    for (const leaf of [{ salt: toBase64url(new Uint8Array(32)) }, { logged: 0 }, { evidence: 'badge' }]) {
      tampered.lies.instead = changed<Credentials>(at.credentials, (answer) => ({
        ...answer,
        credentials: answer.credentials.map((one) => ({ ...one, leaf: { ...one.leaf, ...leaf } })),
      }));
      await expect(laptop.client.wallet.refresh()).rejects.toThrow(code('not-in-log'));
      expect(laptop.client.wallet.usable()).toEqual([]);
    }
    tampered.lies.instead = () => undefined;
    expect(await laptop.client.wallet.refresh()).toHaveLength(1);
  });

  it('looks for its own leaf once', async () => {
    const bundles = () =>
      stage.someone.wire.requests.filter((one) => one.path.includes('/log/tile/entries/')).length;
    expect(bundles()).toBe(1);
    await stage.someone.client.wallet.refresh();
    expect(bundles()).toBe(1);
  });

  it('never reads from members on behalf of the anonymous half, nor with a cookie from any log', async () => {
    await stage.someone.client.labels.load();
    const logs = stage.someone.wire.requests.filter((one) => one.path.includes('/log/'));
    expect(logs.length).toBeGreaterThan(3);
    expect(logs.filter(({ headers }) => 'cookie' in headers)).toEqual([]);
    stage.someone.wire.requests.length = 0;
    await post(stage.someone.client, opening('With what talk has'));
    expect(stage.someone.wire.requests.filter((one) => one.path.startsWith('/api/members'))).toEqual([]);
  });
});
