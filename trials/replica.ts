import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { toBase64url } from '@teahouse/protocol';
import pg from 'pg';
import { atLeast, type Figure, told } from '../bench/figures.ts';
import { openHouse } from '../bench/house.ts';
import { type Caller, createCaller } from './lib/http.ts';
import { leftover } from './lib/leftovers.ts';
import { makeOwnPostgres, type OwnPostgres, runTool, startOwnPostgres } from './lib/own-postgres.ts';
import { writeThread } from './lib/speaker.ts';
import { makeStage, type Stage } from './lib/stage.ts';
import { exactly, skipped, type TrialOptions, until } from './lib/trial.ts';

/** Where Debian has the tools of Postgres; the packages with its server alone have no `pg_basebackup`. */
const bins = [15, 16, 17, 18].map((version) => `/usr/lib/postgresql/${version}/bin`);
const room = 'square';
const page = `/api/talk/rooms/${room}/threads`;

async function ask<T>(url: string, text: string): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows[0];
  } finally {
    await client.end();
  }
}

/** A standby that follows, as docs/operations.md makes one. */
async function follow(bin: string, folder: string, primary: OwnPostgres): Promise<OwnPostgres> {
  runTool(
    bin,
    'pg_basebackup',
    '-D',
    path.join(folder, 'pg'),
    '-h',
    primary.socket,
    '-U',
    'postgres',
    '-R',
    '-X',
    'stream',
    '-c',
    'fast',
  );
  return startOwnPostgres(bin, folder, 'talk');
}

/** Reads that the replica has answered so far. */
const answered = async (replica: OwnPostgres): Promise<number> =>
  Number(
    (
      await ask<{ n: string }>(
        replica.adminUrl,
        `SELECT tup_returned + tup_fetched AS n FROM pg_stat_database WHERE datname = 'talk'`,
      )
    ).n,
  );

/** Writes threads and asks for each at once. Returns how many were not there. */
async function missed(caller: Caller, stage: Stage, times: number): Promise<number> {
  let missing = 0;
  for (let n = 0; n < times; n += 1) {
    const speaker = stage.speakers[n % stage.speakers.length]!;
    // Words of its own each: many that are alike would be held for a moderator. Of letters: figures may be a phone number.
    const text = Array.from({ length: 8 }, () =>
      randomBytes(4)
        .toString('hex')
        .replace(/\d/g, (n) => 'ghijklmnop'[Number(n)] ?? ''),
    ).join(' ');
    const { thread, envelope } = await writeThread(speaker, { room, title: text.slice(0, 20), text });
    const { status, code } = await caller.call('POST', `/api/talk/rooms/${room}/acts`, envelope);
    const seen = await caller.call('GET', `${page}/${toBase64url(thread)}`);
    if (status !== 200) throw new Error(`the write was refused: ${code}`);
    if (seen.status !== 200) missing += 1;
  }
  return missing;
}

async function reads(caller: Caller, times: number): Promise<number> {
  const all = Array.from({ length: times }, (_, n) =>
    caller.call('GET', `/api/talk/threads?sort=new&limit=${1 + (n % 30)}`),
  );
  return (await Promise.all(all)).filter(({ status }) => status !== 200).length;
}

/** Public reads of talk from a streaming replica: near, standing still, and away. */
export async function replica({ short, say }: TrialOptions): Promise<Figure[]> {
  const bin = bins.find((one) => existsSync(path.join(one, 'pg_basebackup')));
  if (bin === undefined) return skipped('replica', 'no pg_basebackup on this machine');
  const folder = mkdtempSync(path.join(tmpdir(), 'tea-replica-'));
  const remove = leftover(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const [members, talk] = (await Promise.all(
    ['members', 'talk'].map((name) => makeOwnPostgres(bin, path.join(folder, name), name)),
  )) as [OwnPostgres, OwnPostgres];
  const stage = await makeStage({ members: members.url, talk: talk.url });
  let standby = await follow(bin, path.join(folder, 'standby'), talk);
  const house = await openHouse(stage.data, {
    TEAHOUSE_MEMBERS_DATABASE_URL: members.url,
    TEAHOUSE_TALK_DATABASE_URL: talk.url,
    TEAHOUSE_TALK_REPLICA_URL: standby.url,
  });
  const caller = createCaller(() => house.origin, 8);
  const times = short ? 10 : 60;
  try {
    say('reads from a replica that is near');
    const before = await answered(standby);
    const near = await missed(caller, stage, times);
    const more = await until('the replica to be asked', 20_000, async () => {
      await reads(caller, 40);
      return (await answered(standby)) - before > 200 || undefined;
    });
    say('from one that stands still');
    await ask(standby.adminUrl, 'SELECT pg_wal_replay_pause()');
    const still = await missed(caller, stage, times);
    await ask(standby.adminUrl, 'SELECT pg_wal_replay_resume()');
    say('from one that is away');
    await standby.stop();
    const refused = await reads(caller, 200);
    const away = await missed(caller, stage, times);
    standby = await startOwnPostgres(bin, path.join(folder, 'standby'), 'talk');
    const since = await answered(standby);
    const back = await until('the replica to be asked again', 30_000, async () => {
      await reads(caller, 40);
      return (await answered(standby)) - since > 200 || undefined;
    });
    const name = (what: string) => `trials.replica.${what}`;
    return [
      told(name('acknowledged'), 3 * times, 'writes', 'each looked for at once, by whoever wrote it'),
      exactly(name('missed-near'), near, 'writes', 0),
      exactly(name('missed-still'), still, 'writes', 0, 'replay stood still'),
      exactly(name('missed-away'), away, 'writes', 0, 'the replica was stopped'),
      exactly(name('refused'), refused, 'reads', 0, 'of 200, in the moment in which it went'),
      atLeast(
        name('asked'),
        Number(more) + Number(back),
        'times',
        2,
        'rows were read from it, before and after',
      ),
    ];
  } finally {
    caller.close();
    await house.stop();
    await standby.stop();
    await Promise.all([members.stop(), talk.stop()]);
    stage.remove();
    remove();
  }
}
