import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { createPasswordHasher } from '@teahouse/kit/password';
import pg from 'pg';
import { atLeast, type Figure } from '../figures.ts';

const checks = 60;

/**
 * How much of a sign-in's CPU time (ms) is argon2id: the same hasher checks as many passwords in this process, at the cost
 * that the member's own hash names. Half at least, or something else makes signing in slow.
 */
export async function passwordShare(data: string, email: string, signInMs: number): Promise<Figure> {
  const host = path.join(data, 'members', 'database', 'run');
  const client = new pg.Client({ connectionString: `postgresql://members@/members?host=${host}` });
  await client.connect();
  const { rows } = await client
    .query<{ password: string }>('SELECT password FROM accounts WHERE email = $1', [email])
    .finally(() => client.end());
  const [, memory, time] = /\$m=(\d+),t=(\d+),/.exec(rows[0]?.password ?? '') ?? [];
  const cost = { memoryCost: Number(memory), timeCost: Number(time) };
  const hasher = await createPasswordHasher(cost, randomBytes(32));
  const stored = await hasher.hash('a cup of tea');
  const before = process.cpuUsage();
  for (let i = 0; i < checks; i += 1) await hasher.verify(stored, 'a cup of tea');
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000 / checks;
  const note = `argon2id ${ms.toFixed(1)} ms of ${signInMs.toFixed(1)} (${memory} KiB, ${time} passes)`;
  return atLeast('bench.sign-in.argon2-share', ms / signInMs, '', 0.5, note);
}
