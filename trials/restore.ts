import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { recordEvent } from '@teahouse/kit/log-book';
import { createPool } from '@teahouse/kit/pool';
import { isoWeek, present, presentationToWire, toBase64url, tokensContext } from '@teahouse/protocol';
import { type Figure, told } from '../bench/figures.ts';
import { type House, openHouse } from '../bench/house.ts';
import { mustRun, teahouse } from './lib/command.ts';
import { type Caller, createCaller } from './lib/http.ts';
import type { TalkWrite } from './lib/ledger.ts';
import { startLoad } from './lib/load.ts';
import { databaseUrl } from './lib/parts.ts';
import { bbs, rng, type Speaker, writeThread } from './lib/speaker.ts';
import { makeStage, type Stage } from './lib/stage.ts';
import { exactly, type TrialOptions, until } from './lib/trial.ts';
import { inspectTalk } from './lib/whole.ts';

const room = 'square';

/** Threads of everybody, with tokens of the key that the stage was made with; the answers' codes, '' for accepted. */
async function speak(
  caller: Caller,
  { speakers }: Stage,
  times: number,
  into: TalkWrite[],
): Promise<string[]> {
  const codes: string[] = [];
  for (let i = 0; i < times; i += 1) {
    const speaker = speakers[i % speakers.length]!;
    const { id, envelope } = await writeThread(speaker, { room, title: `Thread ${i}`, text: 'Words.' });
    const answer = await caller.call('POST', `/api/talk/rooms/${room}/acts`, envelope);
    if (answer.status === 200) into.push({ kind: 'thread', id: toBase64url(id) });
    codes.push(answer.status === 200 ? '' : answer.code);
  }
  return codes;
}

interface Info {
  readonly tokenKeys: readonly { readonly id: string }[];
  readonly limits: { readonly tokensPerWeek: number };
}
const infoOf = async (caller: Caller): Promise<Info> =>
  JSON.parse((await caller.call('GET', '/api/talk/info')).text);

/** This week's draw under the key that is told now. */
async function draws(caller: Caller, speaker: Speaker): Promise<boolean> {
  const { tokenKeys, limits } = await infoOf(caller);
  const week = isoWeek(new Date());
  const context = tokensContext(speaker.instance, week);
  const entry = presentationToWire(present({ bbs: await bbs(), ...speaker, kind: 'alias', context, rng }));
  const blinded = Array.from({ length: limits.tokensPerWeek }, () =>
    toBase64url(Buffer.concat([Buffer.alloc(1), rng(255)])),
  );
  const request = { week, keyId: tokenKeys[0]?.id, entry, blinded };
  return (await caller.call('POST', '/api/talk/tokens/draw', request)).status === 200;
}

/** Something stands in talk's log that the backup does not know: in production every hour's acts do. */
async function growLog(stage: Stage, caller: Caller): Promise<void> {
  const sizeOf = async () => (await caller.call('GET', '/api/talk/log/checkpoint')).text.split('\n')[1];
  const before = await sizeOf();
  const pool = createPool({ url: databaseUrl(stage.data, 'talk'), name: 'trial', max: 1 });
  try {
    await recordEvent(pool, { type: 'event', kind: 'operation', code: 'trial', subject: null, text: '' });
  } finally {
    await pool.end();
  }
  await until('the entry to be in the log', 30_000, async () => (await sizeOf()) !== before || undefined);
}

/** How many credentials members has handed out: a restore may make no second one of any. */
async function credentials(stage: Stage): Promise<number> {
  const pool = createPool({ url: databaseUrl(stage.data, 'members'), name: 'trial', max: 1 });
  try {
    const { rows } = await pool.query<{ n: string }>('SELECT count(*) AS n FROM credentials');
    return Number(rows[0]?.n);
  } finally {
    await pool.end();
  }
}

/** Backs up a plane beside the running house, and has the copy restored for a test. Returns its folder. */
async function backUp(stage: Stage, plane: 'members' | 'talk'): Promise<string> {
  const said = await mustRun(stage.data, [
    'backup',
    '--to',
    path.join(stage.data, 'backups'),
    '--plane',
    plane,
  ]);
  const [, folder = ''] = / in (\S+) after/.exec(said) ?? [];
  return folder;
}

const yes = (all: readonly boolean[]) => all.filter(Boolean).length;

/**
 * A backup made under load and put back (quality.md): what was acknowledged before it is there, nothing is there by half, a new
 * token key begins, older tokens are void, everyone draws again, and whoever watched the log goes on watching it.
 */
export async function restore({ short, say }: TrialOptions): Promise<Figure[]> {
  const stage = await makeStage();
  let house: House | undefined;
  const caller = createCaller(() => house?.origin ?? '', 8);
  const open = async () => {
    house = await openHouse(stage.data);
  };
  const close = async () => {
    await house?.stop();
    house = undefined;
  };
  const audits: number[] = [];
  const watch = async () => {
    const state = path.join(stage.data, 'watched.json');
    const seen = await teahouse(stage.data, [
      'log',
      'watch',
      house?.origin ?? '',
      '--state',
      state,
      '--once',
    ]);
    if (seen.code !== 0) say(seen.said);
    audits.push(seen.code);
  };
  try {
    await open();
    const load = startLoad(stage, () => house?.origin ?? '');
    await sleep(short ? 0 : 20_000);
    await until('some writes', 60_000, () => load.ledger.talk.length >= 20 || undefined);
    const before = [...load.ledger.talk];
    say(`${before.length} writes, and a backup of each plane under load`);
    const talk = await backUp(stage, 'talk').finally(() => sleep(short ? 0 : 5_000));
    const members = await backUp(stage, 'members');
    await load.stop();
    const since = load.ledger.talk.slice(before.length);
    const drawnBefore = await Promise.all(stage.speakers.map((speaker) => draws(caller, speaker)));
    await growLog(stage, caller);
    await watch();
    const issued = await credentials(stage);
    await close();
    say('both are tried in a cluster of their own, then put back');
    const proven = [await teahouse(stage.data, ['backup', '--verify', talk])];
    if (!short) proven.push(await teahouse(stage.data, ['backup', '--verify', members]));
    await mustRun(stage.data, ['restore', talk, '--replace']);
    await mustRun(stage.data, ['restore', members, '--replace']);
    await open();
    await watch();
    const after: TalkWrite[] = [];
    const refused = await speak(caller, stage, stage.speakers.length, after);
    const drawn = await Promise.all(stage.speakers.map((speaker) => draws(caller, speaker)));
    const url = databaseUrl(stage.data, 'talk');
    const [old, newer] = [await inspectTalk(url, before), await inspectTalk(url, since)];
    const again = (await credentials(stage)) - issued;
    const people = stage.speakers.length;
    return [
      told(
        'trials.restore.acknowledged',
        before.length + since.length,
        'writes',
        `${since.length} since the backup`,
      ),
      exactly('trials.restore.lost', old.lost.length, 'writes', 0, 'of those before the backup'),
      told('trials.restore.lost-since', newer.lost.length, 'writes', 'what a backup cannot have'),
      exactly('trials.restore.half-written', old.broken.length, 'rows', 0, old.broken[0] ?? ''),
      exactly('trials.restore.unproven', proven.filter(({ code }) => code !== 0).length, 'backups', 0),
      exactly('trials.restore.accepted', after.length, 'acts', 0, 'paid with tokens of before the restore'),
      exactly(
        'trials.restore.void',
        refused.filter((code) => code === 'token-invalid').length,
        'acts',
        refused.length,
      ),
      exactly('trials.restore.drawn-before', yes(drawnBefore), 'people', people),
      exactly('trials.restore.drawn-again', yes(drawn), 'people', people, 'in the same week'),
      exactly(
        'trials.restore.log-refused',
        yes(audits.map((code) => code !== 0)),
        'audits',
        0,
        'by a watcher',
      ),
      exactly('trials.restore.second-credentials', again, 'credentials', 0, 'of the month that runs'),
    ];
  } finally {
    await close();
    caller.close();
    stage.remove();
  }
}
