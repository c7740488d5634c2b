import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { atLeast, atMost, type Figure, told } from '../../bench/figures.ts';
import { openHouse } from '../../bench/house.ts';
import { allowed, nowhere } from './allowed.ts';
import { knockEverywhere } from './knock.ts';
import { type Life, smallLife } from './life.ts';
import { marks } from './marks.ts';
import { type Finding, filesBelow, formsOf, formsOfBytes, search } from './search.ts';

const uuid = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');

/** Looks through both planes' folders and whatever else lies in the data folder. */
function findAll(data: string, life: Life): Finding[] {
  const files = filesBelow(data);
  const of = (plane: string) =>
    files.filter((file) => path.relative(data, file).startsWith(`${plane}${path.sep}`));
  const everywhere = new Map<string, Buffer[]>(nowhere.map(([name, text]) => [name, formsOf(text)]));
  for (const name of ['deleted', 'answer'] as const) everywhere.set(name, formsOf(marks[name]));
  everywhere.set(
    'token',
    life.tokens.flatMap((token) => formsOfBytes(token.subarray(-256))),
  );
  const people = new Map([
    ['email', life.accounts.flatMap(({ email }) => formsOf(email))],
    [
      'account',
      life.accounts.flatMap(({ account }) => [...formsOf(account), ...formsOfBytes(uuid(account))]),
    ],
  ]);
  const keys = files.filter((file) => path.relative(data, file).includes(`${path.sep}secrets${path.sep}`));
  const secrets = new Map(
    keys.map((file) => [`key ${path.basename(file)}`, formsOfBytes(readFileSync(file))]),
  );
  return [
    ...search(data, files, everywhere),
    ...search(
      data,
      files.filter((file) => !of('members').includes(file)),
      people,
    ),
    ...search(data, of('members'), new Map([['id of talk', life.ofTalk.flatMap(formsOfBytes)]])),
    ...search(data, files, secrets),
  ];
}

/** How many of six hold: members know e-mail addresses and words under a name, talk its own ids, a marked answer and what the desk noted, and there were tokens. */
function control(data: string, life: Life): number {
  const holds = (plane: string, forms: Buffer[]) =>
    search(data, filesBelow(path.join(data, plane)), new Map([['it', forms]])).length > 0;
  const emails = life.accounts.flatMap(({ email }) => formsOf(email));
  const said = [marks.answer, marks.note].map((mark) => holds('talk', formsOf(mark)));
  const named = holds('members', formsOf(marks.namedPost));
  return [
    holds('members', emails),
    holds('talk', [...life.ofTalk]),
    ...said,
    named,
    life.tokens.length > 0,
  ].filter(Boolean).length;
}

const faults = (found: readonly Finding[]) =>
  found.filter(({ mark, file }) => !allowed.some((one) => one.mark.test(mark) && one.file.test(file)));

/** A line as a talk would write it that logs what it is asked: whether the search of the disk sees it. */
function plantedLine(data: string, life: Life): Figure {
  appendFileSync(path.join(data, 'talk', 'log', 'asked.log'), `GET /api/talk/search?q=${marks.search}\n`);
  const seen = faults(findAll(data, life)).some(
    ({ mark, file }) => mark === 'search' && file.endsWith('asked.log'),
  );
  return atLeast('adversary.planted.canary-search.found', seen ? 1 : 0, '', 1, 'a search word in a log');
}

/** Marked strings through a whole house, then a search of all that it left on the disk. */
export async function canaryRun(say: (words: string) => void): Promise<Figure[]> {
  const data = mkdtempSync(path.join(tmpdir(), 'tea-canary-'));
  try {
    say('a small town lives with marked words');
    const life = await smallLife(data);
    say('the house opens, and is knocked at with marked requests');
    const house = await openHouse(data);
    try {
      await knockEverywhere(house.origin);
    } finally {
      await house.stop();
    }
    say('the disk is searched');
    const found = findAll(data, life);
    const bad = faults(found);
    const works = control(data, life);
    const words = [...new Set(bad.map(({ mark, file }) => `${mark} in ${file}`))].slice(0, 5).join('; ');
    const deleted = found.filter(({ mark }) => mark === 'deleted').map(({ file }) => file);
    return [
      atMost('adversary.canary.found', bad.length, 'places', 0, words),
      atLeast('adversary.canary.control', works, 'of 6', 6, 'what must be there is found: the search works'),
      told(
        'adversary.canary.deleted-words',
        deleted.length,
        'files',
        `after VACUUM, of talk: ${deleted.join(' ') || 'none'}`,
      ),
      plantedLine(data, life),
    ];
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
