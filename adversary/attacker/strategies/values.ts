import { createHash, createHmac } from 'node:crypto';
import type { Dice } from '@teahouse/testbed/dice';
import type { Case } from '../case.ts';
import { postsOn } from '../deeds.ts';
import { bytesOf, createFinder } from '../owners.ts';
import { deedsBy } from './moments.ts';
import { nearestGuesses } from './order.ts';
import type { Reading } from './reading.ts';

/** Forms in which a value of members could stand in talk: itself, written as text, hashed, or under a stolen key. */
function forms(hex: string, secrets: readonly Buffer[]): string[] {
  const bytes = Buffer.from(hex, 'hex');
  const text = (written: string) => Buffer.from(written, 'utf8').toString('hex');
  return [
    hex,
    text(hex),
    text(bytes.toString('base64url')),
    text(bytes.toString('base64').replaceAll('=', '')),
    createHash('sha256').update(bytes).digest('hex'),
    ...secrets.map((key) => createHmac('sha256', key).update(bytes).digest('hex')),
  ];
}

/** Shared values: whatever names an account in members is looked for in every value and every byte of talk. */
export function sharedValues(found: Case, _dice: Dice): Reading[] {
  const known = new Map<string, number>();
  for (const [value, who] of found.members.known)
    for (const form of forms(value, found.secrets)) known.set(form, who);
  const find = createFinder(known);
  const byPost = new Map<number, number>();
  const byAlias = new Map<number, number>();
  for (const [place, row] of found.talk.rows.entries()) {
    const [who] = [row.raw, ...row.values.map((value) => (value === null ? '' : bytesOf(value)))].flatMap(
      find,
    );
    if (who === undefined) continue;
    byPost.set(found.postOf[place] as number, who);
    byAlias.set(found.talk.owners[place] as number, who);
  }
  const guesses = Int32Array.from(
    found.posts,
    ({ alias }, post) => byPost.get(post) ?? byAlias.get(alias) ?? -1,
  );
  return [{ strategy: 'shared-values', name: 'names of members in talk', guesses }];
}

/** Columns of a side whose values differ in length. */
function lengths({ columns, rows }: Case['talk']) {
  return [...columns].flatMap(([table, list]) =>
    list.flatMap(({ name }, place) => {
      const read = (row: (typeof rows)[number]) =>
        row.table === table ? row.values[place]?.length : undefined;
      const seen = new Set(rows.flatMap((row) => read(row) ?? []));
      return seen.size < 3 ? [] : [{ table, column: name, read }];
    }),
  );
}

/** Sizes: long names, long mails, long bodies; the account whose value is as long as the post's. */
export function sizes(found: Case, dice: Dice): Reading[] {
  const theirs = lengths(found.talk);
  return lengths(found.members).flatMap((mine) => {
    const deeds = deedsBy(found, mine.read);
    return theirs.flatMap(({ table, column, read }) => {
      const at = postsOn(found, read, table);
      const name = `${mine.table}.${mine.column} ~ ${table}.${column}`;
      const guesses = nearestGuesses(found, deeds, at, 'around', dice);
      return guesses.some((guess) => guess >= 0) ? [{ strategy: 'sizes', name, guesses }] : [];
    });
  });
}
