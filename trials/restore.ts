import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { recordEvent } from '@teahouse/kit/log-book';
import { createPool } from '@teahouse/kit/pool';
import { isoWeek, present, presentationToWire, toBase64url, tokensContext } from '@teahouse/protocol';
import { type Figure, told } from '../bench/figures.ts';
import { type House, openHouse } from '../bench/house.ts';
import { type Caller, createCaller } from './lib/http.ts';
import type { TalkWrite } from './lib/ledger.ts';
import { databaseUrl } from './lib/parts.ts';
import { bbs, rng, type Speaker, writeThread } from './lib/speaker.ts';
import { makeStage, type Stage } from './lib/stage.ts';
import { exactly, type TrialOptions, until } from './lib/trial.ts';
import { inspectTalk } from './lib/whole.ts';

const room = 'square';

/** As an operator does, with owners and modes: Postgres opens no folder that others may read. */
const copy = (from: string, to: string) => execFileSync('cp', ['-a', from, to]);

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

/**
 * Last night's backup of talk put back (quality.md): a new token key begins, older tokens are void, everyone draws
 * again, and what was said since the backup is lost.
 */
export async function restore({ short, say }: TrialOptions): Promise<Figure[]> {
  const times = short ? 6 : 60;
  const stage = await makeStage();
  const folder = path.join(stage.data, 'talk', 'database');
  const backup = path.join(stage.data, 'backup');
  let house: House | undefined;
  const caller = createCaller(() => house?.origin ?? '', 8);
  const open = async () => {
    house = await openHouse(stage.data);
  };
  try {
    await open();
    const [before, since, after]: [TalkWrite[], TalkWrite[], TalkWrite[]] = [[], [], []];
    say(`${times} threads, a backup, ${times} threads more`);
    await speak(caller, stage, times, before);
    const drawnBefore = await Promise.all(stage.speakers.map((speaker) => draws(caller, speaker)));
    await house?.stop();
    copy(folder, backup);
    await open();
    await speak(caller, stage, times, since);
    await growLog(stage, caller);
    await house?.stop();
    say('the backup is put back');
    rmSync(folder, { recursive: true });
    copy(backup, folder);
    await open();
    const refused = await speak(caller, stage, stage.speakers.length, after);
    const drawn = await Promise.all(stage.speakers.map((speaker) => draws(caller, speaker)));
    await house?.stop();
    house = undefined;
    await open();
    const url = databaseUrl(stage.data, 'talk');
    const [old, newer] = [await inspectTalk(url, before), await inspectTalk(url, since)];
    const yes = (all: readonly boolean[]) => all.filter(Boolean).length;
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
      exactly('trials.restore.accepted', after.length, 'acts', 0, 'paid with tokens of before the restore'),
      exactly(
        'trials.restore.void',
        refused.filter((code) => code === 'token-invalid').length,
        'acts',
        refused.length,
      ),
      exactly('trials.restore.drawn-before', yes(drawnBefore), 'people', stage.speakers.length),
      exactly('trials.restore.drawn-again', yes(drawn), 'people', stage.speakers.length, 'in the same week'),
    ];
  } finally {
    await house?.stop();
    caller.close();
    stage.remove();
  }
}
