import type { BoardCard, BoardStanding, Label, Move, Stage } from '@teahouse/contract/members';

/** In the order of the board. */
export const stages = [
  ...(['new', 'screen', 'interview', 'offer', 'hired', 'declined'] as const),
] as const satisfies readonly Stage[];

export type Columns = Readonly<Record<Stage, readonly BoardCard[]>>;

/** Cards as they stand once all that waits has arrived. What is sent raises a version by one, as the server does. */
export function withMoves(cards: readonly BoardCard[], waiting: readonly (readonly Move[])[]): BoardCard[] {
  const moved = new Map<string, BoardStanding>();
  for (const one of waiting.flat())
    moved.set(one.application, {
      ...{ id: one.application, stage: one.stage, place: one.place, version: one.version + 1 },
    });
  const seen = new Set<string>();
  return cards.flatMap((card) => {
    // A card that was moved between two pages can be on both.
    if (seen.has(card.id)) return [];
    seen.add(card.id);
    const standing = moved.get(card.id);
    return standing && standing.version > card.version ? { ...card, ...standing } : card;
  });
}

const byPlace = (a: BoardCard, b: BoardCard) => a.place - b.place || (a.id < b.id ? -1 : 1);

/** The columns of a board, each in its order. */
export function columnsOf(cards: readonly BoardCard[]): Columns {
  const columns: Record<Stage, BoardCard[]> = {
    ...{ new: [], screen: [], interview: [], offer: [], hired: [], declined: [] },
  };
  for (const card of cards) columns[card.stage].push(card);
  for (const stage of stages) columns[stage].sort(byPlace);
  return columns;
}

/** Beside which card something is put; without one at the head of the stage. */
export interface Beside {
  readonly id: string;
  readonly edge: 'before' | 'after';
}

/**
 * Places for so many cards in a stage, in their order: between two others evenly, else by whole steps beyond the outermost.
 * After some fifty drops into one gap two places are the same number, and their order is that of the ids.
 */
export function placesFor(column: readonly BoardCard[], count: number, beside?: Beside): number[] {
  const at = beside ? column.findIndex(({ id }) => id === beside.id) : -1;
  const below = beside?.edge === 'after' ? at + 1 : Math.max(at, 0);
  const [before, after] = [column[below - 1]?.place, column[below]?.place];
  return Array.from({ length: count }, (_, n) => {
    if (before === undefined) return after === undefined ? n + 1 : after - count + n;
    if (after === undefined) return before + 1 + n;
    return before + ((after - before) * (n + 1)) / (count + 1);
  });
}

/** Moves of some cards to a stage, from the versions on the screen; those that stand there already stay out. */
export function movesTo(
  cards: readonly BoardCard[],
  ids: ReadonlySet<string>,
  to: { stage: Stage; beside?: Beside | undefined },
): Move[] {
  const columns = columnsOf(cards);
  const rest = columns[to.stage].filter(({ id }) => !ids.has(id));
  const moving = stages.flatMap((stage) => columns[stage]).filter(({ id }) => ids.has(id));
  const places = placesFor(rest, moving.length, to.beside);
  return moving.map(({ id, version }, n) => ({
    ...{ application: id, version, stage: to.stage, place: places[n] ?? 0 },
  }));
}

/** Back to where cards stood: of those alone that still are where they were moved to. */
export function movesBack(
  before: readonly BoardCard[],
  moved: readonly Move[],
  now: readonly BoardCard[],
): Move[] {
  const [stood, stand] = [before, now].map((cards) => new Map(cards.map((card) => [card.id, card])));
  return moved.flatMap(({ application, stage, place }) => {
    const [from, at] = [stood?.get(application), stand?.get(application)];
    if (!from || !at || at.stage !== stage || at.place !== place) return [];
    return [{ application, version: at.version, stage: from.stage, place: from.place }];
  });
}

export interface Filter {
  readonly words: string;
  readonly labels: ReadonlySet<string>;
}

/** Whether a card has all of the labels and, itself or in what the server looked through, the words. */
export function passes(
  card: BoardCard,
  filter: Filter,
  i: { found: ReadonlySet<string>; labels: ReadonlyMap<string, Label> },
): boolean {
  for (const label of filter.labels) if (!card.labels.includes(label)) return false;
  const words = filter.words.trim().toLowerCase();
  if (words === '' || i.found.has(card.id)) return true;
  const { name, headline, employer } = card.member;
  const names = [employer?.name.zh ?? '', employer?.name.en ?? ''];
  const labels = card.labels.map((id) => i.labels.get(id)?.name ?? '');
  return [name, headline, card.excerpt, ...names, ...labels].some((text) =>
    text.toLowerCase().includes(words),
  );
}
