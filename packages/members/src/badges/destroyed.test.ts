import { createDecipheriv } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSecrets } from '@teahouse/kit/secrets';
import { describe, expect, it, onTestFinished } from 'vitest';
import { accept, decide, makeReviewer, photo, sendBadge } from '../testing/test-badges.ts';
import { someone } from '../testing/test-people.ts';
import { type Browser, foundCompany, openTown, password, type Town } from '../testing/test-town.ts';
import { createBadgeSweep } from './service.ts';

/** What is asked for; nothing where it went away meanwhile, as other tests' databases do in the same cluster. */
function orGone<T>(read: () => T[]): T[] {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return [];
  }
}

/** Every file below a folder. */
function filesBelow(folder: string): Buffer[] {
  return orGone(() => readdirSync(folder, { withFileTypes: true })).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? orGone(() => [readFileSync(path)]) : [];
  });
}

/** How often parts of some bytes occur in the whole data folder of Postgres (tables, WAL, TOAST, temporary files) and in the secrets. */
function occurrences(town: Town, secret: Uint8Array): number {
  // A test's cluster has its data beside the folder of its socket (kit/postgres-embedded).
  const folder = join(/host=([^&]+)/.exec(town.db.url)?.[1] ?? '', '../pg');
  const length = Math.min(48, secret.length);
  const parts = [0, 0.3, 0.6].map((at) => Math.floor(at * (secret.length - length)));
  const files = [...filesBelow(folder), ...filesBelow(town.secrets)];
  expect(files.length).toBeGreaterThan(100);
  return parts.filter((at) =>
    files.some((bytes) => bytes.includes(Buffer.from(secret.subarray(at, at + length)))),
  ).length;
}

/** A town with a reviewer and a badge that waits: the photo as it was sent and as it is kept, its key, and its seal. */
async function openBadge() {
  const town = await openTown();
  onTestFinished(() => town.close());
  const [reviewer, browser] = [await someone(town), await someone(town)];
  await makeReviewer(town, reviewer);
  await foundCompany(town, reviewer, 'harbour.com');
  const sent = await photo({ seed: 77 });
  const badge = (await sendBadge(browser, 'harbour', sent)).body.id;
  const { rows } = await town.db.pool.query('SELECT sealed FROM badge_pictures WHERE badge_id = $1', [badge]);
  const sealed: Buffer = rows[0].sealed;
  const kept = town.members.context.badgeKeys.open(badge, sealed)!;
  const key = readFileSync(join(town.secrets, `badge-${badge}.key`));
  return { town, reviewer, browser, badge, sent, sealed, kept, key };
}
function openWith(key: Uint8Array, badge: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAAD(Buffer.from(badge)).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}
type Opened = Awaited<ReturnType<typeof openBadge>>;

const endings: [string, (i: Opened) => Promise<unknown>][] = [
  ['accepted', ({ reviewer, badge }) => accept(reviewer, badge, 'HB-1')],
  [
    'refused',
    ({ reviewer, badge }) =>
      decide(reviewer, badge, { verdict: 'refuse', reason: 'unreadable', words: 'Dark.' }),
  ],
  ['taken back', ({ browser, badge }) => browser.call('DELETE', `/badges/${badge}`)],
  [
    'left lying too long',
    async ({ town }) => {
      town.clock.set('2026-11-25T00:00:00Z');
      await createBadgeSweep(town.members.context)(town.clock.now());
    },
  ],
  [
    'left behind by an account that leaves',
    async ({ town, browser }) => {
      const sweep = createBadgeSweep(town.members.context);
      await browser.call('POST', '/me/delete', { proof: { password } });
      await sweep(town.clock.now());
      await sweep(town.clock.now());
    },
  ],
];

describe('the photo of a badge', () => {
  it('is nowhere on the disk as it was sent or as the reviewer sees it, while it waits', async () => {
    const { town, sent, kept, sealed } = await openBadge();
    expect(occurrences(town, sent)).toBe(0);
    expect(occurrences(town, kept)).toBe(0);
    // The search finds what is there: the seal lies in a table or in the WAL.
    expect(occurrences(town, sealed)).toBeGreaterThan(0);
  });

  it.each(endings)(
    'that was %s can be opened no more: its key is nowhere, and nothing else fits',
    async (_how, end) => {
      const opened = await openBadge();
      const { town, badge, sent, kept, sealed, key } = opened;
      const { badgeKeys, pool } = town.members.context;
      await end(opened);
      expect((await pool.query('SELECT FROM badge_pictures WHERE badge_id = $1', [badge])).rowCount).toBe(0);
      for (const secret of [sent, kept, key]) expect(occurrences(town, secret)).toBe(0);
      // What pages and WAL may still have of the row, a thief has as well: it is a seal without a key.
      expect(badgeKeys.list()).toEqual([]);
      expect(badgeKeys.open(badge, sealed)).toBeUndefined();
      for (const name of openSecrets(town.secrets)
        .names()
        .filter((one) => !one.endsWith('log'))) {
        const other = readFileSync(join(town.secrets, name)).subarray(0, 32);
        if (other.length === 32) expect(() => openWith(other, badge, sealed)).toThrow();
      }
      expect(openWith(key, badge, sealed).equals(kept)).toBe(true); // with the key it would
    },
  );

  it('is not decided on when the decision can not be written, and is then lost rather than kept', async () => {
    const { town, reviewer, browser, badge } = await openBadge();
    // The last moment: the key is gone, and the commit fails.
    await town.db.pool.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
      CREATE CONSTRAINT TRIGGER refuse AFTER UPDATE ON badges DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()`);
    expect((await accept(reviewer, badge, 'HB-1')).status).toBe(500);
    await town.db.pool.query('DROP TRIGGER refuse ON badges');
    expect((await reviewer.call('GET', `/reviews/${badge}/picture`)).code).toBe('badge-gone');
    const refusal = {
      verdict: 'refuse',
      reason: 'unreadable',
      words: 'It was lost. Please send it again.',
    } as const;
    expect((await decide(reviewer, badge, refusal)).status).toBe(204);
    expect((await send(browser)).status).toBe(200);
  });
});

const send = async (browser: Browser) => sendBadge(browser, 'harbour', await photo());
