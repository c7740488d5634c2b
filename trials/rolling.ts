import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nativeDir } from '@teahouse/kit/postgres-binaries';
import { type Figure, told } from '../bench/figures.ts';
import { leftover } from './lib/leftovers.ts';
import { type Load, lostSessions, startLoad } from './lib/load.ts';
import { makeOwnPostgres } from './lib/own-postgres.ts';
import type { PlaneName } from './lib/parts.ts';
import { earlierProgram, programWith, type Running, startPlane, type Tree } from './lib/program.ts';
import { makeStage, type Stage } from './lib/stage.ts';
import { exactly, skipped, type TrialOptions } from './lib/trial.ts';
import { inspectTalk } from './lib/whole.ts';

/** The earliest program that knows what `-- serves` says (docs/decisions/0036). */
const earliest = 'd7a57d4e7788b7215d679a1583962899eb8193bc';

/** What an upgrade might add: a column with a default, one that may stand empty, a table, an index. */
const expand = {
  name: '9001_expand.sql',
  sql: {
    talk: `-- serves: 0001
ALTER TABLE posts ADD COLUMN trial_mood smallint NOT NULL DEFAULT 0;
ALTER TABLE threads ADD COLUMN trial_note text;
CREATE TABLE trial_moods (room_id text, post_id bytea, mood smallint NOT NULL, PRIMARY KEY (room_id, post_id));
CREATE INDEX trial_moods_of ON posts (room_id, trial_mood);`,
    members: `-- serves: 0001
ALTER TABLE accounts ADD COLUMN trial_mood smallint NOT NULL DEFAULT 0;
CREATE TABLE trial_moods (account_id uuid PRIMARY KEY, mood smallint NOT NULL);`,
  },
};
/** And what it might take away once no older program runs. */
const contract = {
  name: '9002_contract.sql',
  sql: { talk: 'DROP TABLE trial_moods;', members: 'DROP TABLE trial_moods;' },
};

type Urls = Readonly<Record<PlaneName, string>>;

const settingsOf = (stage: Stage, plane: PlaneName, urls: Urls): Record<string, string> => {
  const folder = (name: string) => path.join(stage.data, plane, name);
  return {
    TEAHOUSE_MODE: 'demo',
    TEAHOUSE_DATABASE_URL: urls[plane],
    TEAHOUSE_SECRETS: folder('secrets'),
    TEAHOUSE_PUBLIC_LOG: folder('public-log'),
    ...(plane === 'talk' && { TEAHOUSE_ISSUER_LOG: folder('issuer-log'), TEAHOUSE_FLOOR: '5' }),
  };
};

/** Both planes of one program, over databases that others work on as well. */
async function open(tree: Tree, stage: Stage, urls: Urls): Promise<Record<PlaneName, Running>> {
  const members = await startPlane(tree, 'members', settingsOf(stage, 'members', urls));
  const issuer = { TEAHOUSE_ISSUER_URL: members.origin };
  const talk = await startPlane(tree, 'talk', { ...settingsOf(stage, 'talk', urls), ...issuer });
  return { members, talk };
}

const close = ({ members, talk }: Record<PlaneName, Running>) => Promise.all([talk.stop(), members.stop()]);

/** Half of the people write to the planes of one program. */
function loadOn(stage: Stage, half: 0 | 1, planes: () => Record<PlaneName, Running>): Load[] {
  const speakers = stage.speakers.filter((_, n) => n % 2 === half);
  const accounts = stage.accounts.filter((_, n) => n % 2 === half).slice(0, 1);
  return [
    startLoad({ ...stage, speakers, accounts: [] }, () => planes().talk.origin, 1 + half),
    startLoad({ ...stage, speakers: [], accounts }, () => planes().members.origin, 3 + half),
  ];
}

/** An earlier program and the present one, at once, over databases that the present one has migrated. */
export async function rolling({ short, say }: TrialOptions): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tea-rolling-'));
  const remove = leftover(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  say('the earlier program is built');
  const old = earlierProgram(earliest, path.join(folder, 'old'));
  if (old === undefined) {
    remove();
    return skipped('rolling', `this clone does not have the commit ${earliest.slice(0, 10)}`);
  }
  const bin = path.join(nativeDir(), 'bin');
  const [members, talk] = await Promise.all(
    (['members', 'talk'] as const).map((name) => makeOwnPostgres(bin, path.join(folder, name), name)),
  );
  const urls = { members: members!.url, talk: talk!.url };
  const stage = await makeStage(urls);
  const ms = short ? 3_000 : 10_000;
  const loads: Load[] = [];
  let earlier = await open(old, stage, urls);
  let present: Record<PlaneName, Running> | undefined;
  try {
    say('the earlier one works alone');
    loads.push(...loadOn(stage, 0, () => earlier));
    await sleep(ms);
    say('the present one migrates and joins it');
    present = await open(programWith([expand], path.join(folder, 'new')), stage, urls);
    const joined = present;
    loads.push(...loadOn(stage, 1, () => joined));
    await sleep(ms);
    say('the earlier one is started anew, over the newer databases');
    const before = earlier;
    earlier = await open(old, stage, urls);
    await close(before);
    await sleep(ms);
    for (const load of loads) await load.stop();
    const sessions = await Promise.all(
      loads.map(({ ledger }) => lostSessions(ledger, joined.members.origin)),
    );
    const writes = loads.flatMap(({ ledger }) => ledger.talk);
    const found = await inspectTalk(urls.talk, writes);
    const odd = loads.flatMap(({ ledger }) => ledger.unexpected);

    say('a migration that serves no earlier program');
    await close(earlier);
    await close(present);
    present = undefined;
    const last = programWith([expand, contract], path.join(folder, 'last'));
    const refusal = await refusedBy(last, old, stage, urls);
    const name = (what: string) => `trials.rolling.${what}`;
    const lost = found.lost.length + sessions.reduce((sum, n) => sum + n, 0);
    const of = (half: readonly Load[]) =>
      half.reduce((sum, { ledger }) => sum + ledger.talk.length + ledger.members.length, 0);
    return [
      told(
        name('acknowledged'),
        of(loads),
        'writes',
        `earlier program ${of(loads.slice(0, 2))}, present one ${of(loads.slice(2))}`,
      ),
      exactly(name('lost'), lost, 'writes', 0, found.lost[0] ?? ''),
      exactly(name('half-written'), found.broken.length, 'rows', 0, found.broken[0] ?? ''),
      exactly(name('unexpected'), odd.length, 'answers', 0, odd[0] ?? ''),
      exactly(
        name('refused'),
        refusal,
        'starts',
        1,
        'of the earlier program, once a migration no longer serves it',
      ),
    ];
  } finally {
    await Promise.all(loads.map((load) => load.stop().catch(() => {})));
    await close(earlier);
    if (present) await close(present);
    await Promise.all([members!.stop(), talk!.stop()]);
    stage.remove();
    remove();
  }
}

/** Migrates with one program, then starts talk of the other: 1 where that is refused in words. */
async function refusedBy(last: Tree, old: Tree, stage: Stage, urls: Urls): Promise<number> {
  await close(await open(last, stage, urls));
  return startPlane(old, 'talk', settingsOf(stage, 'talk', urls)).then(
    (running) => running.stop().then(() => 0),
    (error: Error) => (error.message.includes('it is newer') ? 1 : 0),
  );
}
