import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { lootPaths, planeNames } from '../loot/format.ts';
import { bytesOf, findOwners, type Owned } from './owners.ts';
import { type PlaneRows, type Row, readPlane } from './rows.ts';

interface Label {
  readonly kind: 'company' | 'industry' | 'professional' | 'alias';
  readonly epoch: string;
  readonly company?: string;
  readonly industry?: string;
  readonly standing?: string;
}
interface Credential {
  readonly account: number;
  readonly epoch: string;
  readonly company: string;
  readonly industry: string;
  readonly standing: string;
  /** When its batch was committed. */
  readonly time: number | undefined;
}
export interface Alias {
  readonly pseudonym: string;
  readonly room: string;
  readonly thread: string;
  readonly label: Label;
}
export interface Post {
  readonly id: string;
  readonly alias: number;
  /** Place of the post that it answers; -1 where it opens its thread. */
  readonly parent: number;
  readonly time: number | undefined;
}
/** A vote under a pseudonym that is no alias's (docs/decisions/0011-ballots.md). */
export interface Ballot extends Alias {
  /** Id of its act. */
  readonly act: string;
  /** Place of the alias whose post it is about; -1 where that is not there. */
  readonly about: number;
  readonly row: Row;
}
/** A plane's rows with those whom they are about: accounts in members, aliases in talk. */
export interface Side extends PlaneRows, Owned {}

/** All that the thief has, put in order. Places in `accounts`, `aliases`, `posts` are their numbers everywhere. */
export interface Case {
  readonly accounts: readonly string[];
  readonly aliases: readonly Alias[];
  readonly posts: readonly Post[];
  readonly ballots: readonly Ballot[];
  readonly members: Side;
  readonly talk: Side;
  /** Post of each row of talk; -1 where it is no single post's. */
  readonly postOf: Int32Array;
  readonly secrets: readonly Buffer[];
  /** Accounts whose credentials match what a post shows, and could have been there when it was written. */
  candidates(post: number): readonly number[];
}

/** Values of a table's rows by column name. */
function* records(
  { columns, rows }: PlaneRows,
  table: string,
): Generator<{ row: Row; get(name: string): string }> {
  const names = (columns.get(`public.${table}`) ?? []).map(({ name }) => name);
  for (const row of rows) {
    if (row.table !== `public.${table}` || row.raw !== '') continue;
    yield { row, get: (name) => row.values[names.indexOf(name)] ?? '' };
  }
}

const matches = (label: Label, one: Credential): boolean =>
  one.epoch === label.epoch &&
  (label.kind === 'alias' || one.standing === label.standing) &&
  (label.kind !== 'company' || one.company === label.company) &&
  (label.kind !== 'industry' || one.industry === label.industry);

/** base64url, as the API and the truth name posts. */
const textOf = (hex: string): string => Buffer.from(bytesOf(hex), 'hex').toString('base64url');

/** Opens the loot. Throws where a table of the product is missing. */
export async function openCase(loot: string): Promise<Case> {
  const [membersRows, talkRows] = await Promise.all([readPlane(loot, 'members'), readPlane(loot, 'talk')]);
  const accounts = [...records(membersRows, 'accounts')].map(({ get }) => get('id')).sort();
  const members = {
    ...membersRows,
    ...findOwners(membersRows, new Map(accounts.map((id, n) => [bytesOf(id), n]))),
  };
  const credentials = credentialsOf(members);

  const aliases = [...records(talkRows, 'aliases')].map(({ get }) => ({
    pseudonym: bytesOf(get('pseudonym')),
    room: get('room_id'),
    thread: textOf(get('context')),
    label: JSON.parse(get('label')) as Label,
  }));
  const aliasSeeds = new Map(aliases.map(({ pseudonym }, n) => [pseudonym, n]));
  const found = [...records(talkRows, 'posts')].map(({ row, get }) => ({
    ...{ row, hex: bytesOf(get('id')), id: textOf(get('id')), time: row.time },
    alias: aliasSeeds.get(bytesOf(get('pseudonym'))) ?? -1,
    answers: bytesOf(get('parent')),
  }));
  const kept = found.filter(({ alias }) => alias >= 0);
  const placeOf = new Map(kept.map(({ hex }, n) => [hex, n]));
  const posts = kept.map((post) => ({ ...post, parent: placeOf.get(post.answers) ?? -1 }));
  const { owners: postOf } = findOwners(talkRows, placeOf, new Map(posts.map(({ row }, n) => [row, n])));
  const ballots = [...records(talkRows, 'ballots')].map(({ row, get }) => {
    const about = posts[placeOf.get(bytesOf(get('post_id'))) ?? -1]?.alias ?? -1;
    return {
      ...{ row, about, pseudonym: bytesOf(get('pseudonym')), act: textOf(get('last_act')) },
      ...{ room: get('room_id'), thread: aliases[about]?.thread ?? '' },
      label: JSON.parse(get('label')) as Label,
    };
  });
  const talk = {
    ...talkRows,
    ...findOwners(talkRows, aliasSeeds, new Map(posts.map(({ row, alias }) => [row, alias]))),
  };
  // What stands in a ballot is the voter's, not the author's of the post it is about.
  for (const [place, { table }] of talkRows.rows.entries())
    if (table === 'public.ballots') postOf[place] = talk.owners[place] = -1;
  for (const [place, post] of postOf.entries()) if (post >= 0) talk.owners[place] = posts[post]?.alias ?? -1;
  const candidates = candidateFinder(posts, aliases, credentials);
  const secrets = secretsOf(loot);
  return { accounts, aliases, posts, ballots, members, talk, postOf, secrets, candidates };
}

function credentialsOf(members: Side): Credential[] {
  const employer = new Map(
    [...records(members, 'employments')].map(({ get }) => [get('id'), get('account_id')]),
  );
  return [...records(members, 'credentials')].map(({ row, get }) => ({
    account: members.known.get(bytesOf(employer.get(get('employment_id')) ?? '')) ?? -1,
    ...{
      epoch: get('epoch'),
      company: get('company_id'),
      industry: get('industry'),
      standing: get('standing'),
    },
    time: row.time,
  }));
}

function candidateFinder(
  posts: readonly Post[],
  aliases: readonly Alias[],
  credentials: readonly Credential[],
) {
  const byLabel = new Map<string, Credential[]>();
  const cache = new Map<string, readonly number[]>();
  return (post: number): readonly number[] => {
    const { alias, time } = posts[post] as Post;
    const { label } = aliases[alias] as Alias;
    const key = JSON.stringify(label);
    const all = byLabel.get(key) ?? credentials.filter((one) => matches(label, one));
    byLabel.set(key, all);
    const there = all.filter((one) => one.time === undefined || time === undefined || one.time <= time);
    // The number that were there names the set: batches only ever add.
    const name = `${key} ${there.length}`;
    const found = cache.get(name) ?? [...new Set(there.map(({ account }) => account))];
    cache.set(name, found);
    return found;
  };
}

/** Every file of both planes' secrets. */
function secretsOf(loot: string): Buffer[] {
  return planeNames.flatMap((plane) => {
    const folder = path.join(loot, plane, lootPaths.files, 'secrets');
    const names = readdirSync(folder, { recursive: true }).map((name) => path.join(folder, String(name)));
    return names.filter((name) => statSync(name).isFile()).map((name) => readFileSync(name));
  });
}
