import type { Badge, Decide, Review } from '@teahouse/contract/members';
import sharp from 'sharp';
import type { Browser, Reply, Town } from './test-town.ts';

/** A photo such as a telephone takes: grain that compresses to nothing else. */
export async function photo(i: { width?: number; height?: number; seed?: number } = {}): Promise<Buffer> {
  const { width = 900, height = 600, seed = 1 } = i;
  const data = Buffer.alloc(width * height * 3);
  let state = seed;
  for (let at = 0; at < data.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    data[at] = 127 + 90 * Math.sin(at / 97) + (state >>> 28);
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** Sends a badge's photo. */
export const sendBadge = (browser: Browser, company: string, file: Buffer): Promise<Reply<Badge>> =>
  browser.call<Badge>('POST', '/badges', { company, picture: file.toString('base64url') });

/** Makes a member a reviewer, as the operator does. */
export async function makeReviewer(town: Town, browser: Browser): Promise<void> {
  const { body } = await browser.call<{ id: string }>('GET', '/me');
  await town.db.pool.query(`INSERT INTO staff_roles (account_id, role) VALUES ($1, 'reviewer')`, [body.id]);
}

export const queue = async (browser: Browser, query = '') =>
  (await browser.call<{ reviews: Review[]; next: string | null }>('GET', `/reviews${query}`)).body;

export const decide = (
  browser: Browser,
  badge: string,
  decision: Partial<Decide>,
): Promise<Reply<undefined>> => browser.call<undefined>('POST', `/reviews/${badge}`, decision);

export const accept = (browser: Browser, badge: string, number: string) =>
  decide(browser, badge, { verdict: 'accept', number });
