import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ApiError } from '@teahouse/client/errors';
import { type Device, newDevice } from '../people.ts';
import type { Town } from '../town.ts';

/** Whoever tries the demo can sign in as the one who decides on badges. Printed by `teahouse start`. */
export const reviewer = {
  name: '审核员 Gu',
  email: 'reviewer@teahouse.example',
  password: 'a cup of longjing tea',
} as const;

/** Badges that wait: in the names of people who live here, on photos that were drawn. */
const waiting = [
  { name: '林墨', email: 'lin.mo@post.example', domain: 'xinghe.example', file: 'xinghe.webp', locale: 'zh' },
  {
    name: 'Dana Whitlock',
    email: 'dana@post.example',
    domain: 'northquay.example',
    file: 'northquay.webp',
    locale: 'en',
  },
] as const;

interface Newcomer {
  readonly name: string;
  readonly email: string;
  readonly locale: 'zh' | 'en';
}

async function moveIn(town: Town, { name, email, locale }: Newcomer): Promise<Device> {
  const device = await newDevice(town);
  const { members } = device.client;
  await members.signUp({ body: { email, password: reviewer.password, name, locale } });
  await members.confirmEmail({ body: { email, code: await town.mailbox.codeFor(email) } });
  return device;
}

/** Asks again where a machine with much else to do had no time for a picture. */
async function patiently(ask: () => Promise<unknown>, times = 5): Promise<void> {
  for (let left = times; ; left -= 1) {
    try {
      await ask();
      return;
    } catch (error) {
      if (left === 1 || !(error instanceof ApiError) || error.code !== 'busy') throw error;
      await setTimeout(3000);
    }
  }
}

/** A reviewer moves in, and two people without a work address whose badges wait. */
export async function handInBadges(town: Town): Promise<void> {
  const { client } = await moveIn(town, { ...reviewer, locale: 'zh' });
  const { id } = await client.members.me();
  await town.members.context.pool.query(
    `INSERT INTO staff_roles (account_id, role) VALUES ($1, 'reviewer')`,
    [id],
  );
  for (const one of waiting) {
    const { members } = (await moveIn(town, one)).client;
    const { companies } = await members.companies({ query: { q: one.domain } });
    const photo = readFileSync(path.join(import.meta.dirname, 'badges', one.file));
    const company = companies[0]?.id ?? '';
    const body = { company, picture: photo.toString('base64url') };
    await patiently(() => members.sendBadge({ body }));
  }
}
