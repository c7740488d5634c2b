import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { BoardCard, Label } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { membersApi } from '../api.ts';
import { queries } from '../query-client.ts';
import { type Beside, columnsOf, type Filter, movesBack, movesTo, passes, withMoves } from './board-state.ts';
import { batches, createOutbox, type Outbox } from './outbox.ts';
import { boardQuery, foundQuery, patchCards, refreshBoard } from './queries.ts';

type Stage = BoardCard['stage'];
const empty: readonly BoardCard[] = [];
const l = membersLimits.pipeline;

/** One for each job as long as the tab is open: what is on its way goes on while another page is shown. */
const outboxes = new Map<string, Outbox>();
function outboxOf(job: string): Outbox {
  const kept = outboxes.get(job);
  if (kept) return kept;
  const made = createOutbox({
    ...{ job, most: l.boardMoves },
    send: (moves) => membersApi.moveApplications({ params: { job }, body: { moves } }),
    onMoved: ({ moved, missed }) => {
      const now = new Map([...moved, ...missed].map((one) => [one.id, one]));
      patchCards(job, (card) => ({ ...card, ...now.get(card.id) }));
    },
    onRefused: () => void refreshBoard(job),
  });
  outboxes.set(job, made);
  return made;
}

/** Cards of a job's board, with what is on its way; and what can be done to them. */
export function useBoard(job: string) {
  const pages = useInfiniteQuery(boardQuery(job));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const [unlabelled, setUnlabelled] = useState<unknown>();
  const outbox = outboxOf(job);
  const waiting = useSyncExternalStore(outbox.subscribe, outbox.waiting);
  const refused = useSyncExternalStore(outbox.subscribe, outbox.refused) ?? unlabelled;
  useEffect(() => {
    // The first page is on the screen by then.
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const read = pages.data?.pages;
  const cards = useMemo(
    () =>
      read
        ? withMoves(
            read.flatMap((page) => page.cards),
            waiting,
          )
        : empty,
    [read, waiting],
  );
  const labels = useMemo(() => new Map(read?.[0]?.labels.map((one) => [one.id, one])), [read]);

  /** Puts cards somewhere; returns how many, and how to put them back. */
  function move(ids: ReadonlySet<string>, to: { stage: Stage; beside?: Beside | undefined }) {
    const moves = movesTo(cards, ids, to);
    setUnlabelled(undefined);
    outbox.add(moves);
    // What the screen shows by the time it is undone, and not what it showed when this was made.
    const now = () => withMoves(readNow(job), outbox.waiting());
    return { count: moves.length, undo: () => outbox.add(movesBack(cards, moves, now())) };
  }

  /** Puts a label on cards or takes it off; returns how to undo what it changed. */
  async function setLabel(ids: readonly string[], label: Label, on: boolean): Promise<() => Promise<void>> {
    setUnlabelled(undefined);
    const write = async (applications: readonly string[], isOn: boolean) => {
      const wanted = new Set(applications);
      patchCards(job, (card) =>
        wanted.has(card.id)
          ? {
              ...card,
              labels: [...card.labels.filter((one) => one !== label.id), ...(isOn ? [label.id] : [])],
            }
          : card,
      );
      try {
        const changed: string[] = [];
        for (const some of batches(applications, l.boardMoves)) {
          const body = { applications: [...some], on: isOn };
          const done = await membersApi.labelApplications({ params: { job, label: label.id }, body });
          changed.push(...done.changed);
        }
        return changed;
      } catch (error) {
        setUnlabelled(error);
        await refreshBoard(job);
        return [];
      }
    };
    const changed = await write(ids, on);
    return async () => {
      if (changed.length > 0) await write(changed, !on);
    };
  }

  return { pages, head: read?.[0], cards, labels, move, setLabel, refused, isSaving: waiting.length > 0 };
}

/** What was last read of a board. */
const readNow = (job: string): readonly BoardCard[] =>
  queries.getQueryData(boardQuery(job).queryKey)?.pages.flatMap((page) => page.cards) ?? empty;

/** The columns that pass the filter. The server looks through what a card does not hold. */
export function useFiltered(
  job: string,
  cards: readonly BoardCard[],
  i: { filter: Filter; labels: ReadonlyMap<string, Label> },
) {
  const words = useDeferredValue(i.filter.words.trim());
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words), 250);
    return () => clearTimeout(timer);
  }, [words]);
  const { data } = useQuery(foundQuery(job, asked));
  const found = useMemo(
    () => new Set(data && asked === words ? data.applications : []),
    [data, asked, words],
  );
  return useMemo(() => {
    const passing = cards.filter((card) =>
      passes(card, { words, labels: i.filter.labels }, { found, labels: i.labels }),
    );
    return columnsOf(passing);
  }, [cards, words, i.filter.labels, i.labels, found]);
}
