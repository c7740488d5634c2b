import type { Dice } from '@teahouse/testbed/dice';
import { groupBy } from '../lib/group.ts';
import type { Case } from './case.ts';
import {
  along,
  answerAll,
  type CrossReading,
  inUnits,
  likenesses,
  type Named,
  type Question,
} from './cross.ts';
import type { Axis } from './deeds.ts';
import { findOwners } from './owners.ts';
import type { Row } from './rows.ts';
import { anchored } from './strategies/anchors.ts';
import { findTimeColumns } from './times.ts';

/** The case with each ballot as a context beside the aliases: its rows are its own, not those of the post it is about. */
function withBallots(found: Case): Case {
  const aliases = [...found.aliases, ...found.ballots];
  const certain = new Map<Row, number>();
  for (const [place, row] of found.talk.rows.entries()) {
    const post = row.raw === '' && row.table === 'public.posts' ? (found.postOf[place] as number) : -1;
    if (post >= 0) certain.set(row, found.posts[post]?.alias ?? -1);
  }
  for (const [n, { row }] of found.ballots.entries()) certain.set(row, found.aliases.length + n);
  const seeds = new Map(aliases.map(({ pseudonym }, n) => [pseudonym, n]));
  const talk = { ...found.talk, ...findOwners(found.talk, seeds, certain) };
  // What a ballot writes about the post, as counts, is the voter's doing and not its author's.
  const by = groupBy(found.ballots.entries(), ([, { row }]) => row.xid);
  for (const [place, { xid }] of talk.rows.entries()) {
    const cast = by.get(xid)?.find(([, { about }]) => about >= 0 && about === talk.owners[place]);
    if (cast) talk.owners[place] = found.aliases.length + cast[0];
  }
  return { ...found, aliases, talk };
}

/** Where a row stands among the live ones of its table, from 0 to 1: tables that grow together can be laid side by side. */
function rankAxis({ talk }: Case): Axis {
  const ranks = new Map<Row, number>();
  const live = talk.rows.filter(({ raw }) => raw === '');
  for (const [, rows] of groupBy(live, ({ table }) => table)) {
    const sorted = [...rows].sort((a, b) => a.place - b.place);
    for (const [place, row] of sorted.entries()) ranks.set(row, place / sorted.length);
  }
  return (row) => ranks.get(row);
}

/** Columns of one name in several tables: the length of what stands in any of them. */
function sharedColumns(found: Case): Named[] {
  const places = [...found.talk.columns].flatMap(([table, list]) =>
    list.map(({ name }, place) => ({ table, name, place })),
  );
  return [...groupBy(places, ({ name }) => name)].flatMap(([name, list]) => {
    const at = new Map(list.map(({ table, place }) => [table, place]));
    const length: Axis = (row) => row.values[at.get(row.table) ?? -1]?.length;
    return list.length < 2 ? [] : along(found, 'sizes', `${name} of any table`, length);
  });
}

/** Two tables that both tell time. */
function pairsOfColumns(found: Case): Named[] {
  const columns = findTimeColumns(found.talk);
  return columns.flatMap((a, n) =>
    columns.slice(n + 1).flatMap((b) => {
      const read: Axis = (row) => a.read(row) ?? b.read(row);
      const name = `${a.table}.${a.column} ~ ${b.table}.${b.column}`;
      return a.table === b.table ? [] : along(found, 'timestamps', name, read);
    }),
  );
}

const day = 86_400_000;
const halfHour = 1_800_000;

/** A ballot and an alias have no table in common: what is compared must lie in several. */
function acrossTables(found: Case): Named[] {
  const moment = anchored(found.talk);
  const at: Axis = ({ xid }) => moment(xid);
  return [
    ...along(found, 'row-order', 'rank in its table', rankAxis(found)),
    ...sharedColumns(found),
    ...pairsOfColumns(found),
    ['activity', 'days in common, by anchors', inUnits(found, day, at)],
    ['activity-all', 'half hours in common, by anchors', inUnits(found, halfHour, at)],
  ];
}

/** Which of these is the person who cast this ballot? One list of questions after the other. */
export function askBallots<K extends string>(
  found: Case,
  questions: Readonly<Record<K, readonly Question[]>>,
  dice: Dice,
): Record<K, CrossReading[]> {
  const view = withBallots(found);
  // Readers leave traces of aliases, not of ballots.
  const named = [...likenesses(view).filter(([strategy]) => strategy !== 'reads'), ...acrossTables(view)];
  const kinds = Object.keys(questions) as K[];
  return Object.fromEntries(
    kinds.map((kind) => [kind, answerAll(view, questions[kind], named, dice)]),
  ) as Record<K, CrossReading[]>;
}
