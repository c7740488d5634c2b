import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { BoardCard, Label } from '@teahouse/contract/members';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWide } from '../../ui/use-wide.ts';
import { type Beside, type Filter, stages } from './board-state.ts';
import { BulkBar } from './bulk-bar.tsx';
import type { CardActs } from './card.tsx';
import { Column } from './column.tsx';
import { Filters } from './filters.tsx';
import { StageTabs } from './stage-tabs.tsx';
import { type useBoard, useFiltered } from './use-board.ts';
import { useDrops } from './use-drag.ts';
import { useUndo } from './use-undo.ts';
import { columnWords } from './words.ts';

type Stage = BoardCard['stage'];
const nobody: ReadonlySet<string> = new Set();
const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 } as const;

interface BoardViewProps {
  readonly job: string;
  readonly board: ReturnType<typeof useBoard>;
  readonly onOpen: (id: string) => void;
}

/** Columns of a job's applications; on a phone one at a time. */
export function BoardView({ job, board, onOpen }: BoardViewProps) {
  const { t } = useLingui();
  const wide = useWide();
  const [filter, setFilter] = useState<Filter>({ words: '', labels: nobody });
  const [picked, setPicked] = useState(nobody);
  const [here, setHere] = useState<Stage>('new');
  const [focus, setFocus] = useState<string>();
  const undo = useUndo();
  const { cards, labels, head } = board;
  const columns = useFiltered(job, cards, { filter, labels });
  const nameOf = (id: string) => cards.find((card) => card.id === id)?.member.name ?? '';

  function move(ids: ReadonlySet<string>, stage: Stage, beside?: Beside): void {
    const { count, undo: back } = board.move(ids, { stage, beside });
    const [first = ''] = [...ids].map(nameOf);
    const to = t(columnWords[stage]);
    const says =
      count === 1
        ? t`${first} moved to ${to}`
        : t`${plural(count, { one: '# moved', other: '# moved' })} to ${to}`;
    undo.offer({ says, undo: back });
    setPicked(nobody);
  }

  function step(id: string, key: keyof typeof steps, carry: boolean): void {
    const at = stages.findIndex((stage) => columns[stage].some((card) => card.id === id));
    const column = columns[stages[at] ?? 'new'];
    const row = column.findIndex((card) => card.id === id);
    const across = key === 'ArrowLeft' || key === 'ArrowRight';
    if (across) {
      const stage = stages[at + steps[key]];
      if (!stage) return;
      if (carry) move(new Set([id]), stage);
      if (!wide) setHere(stage);
      setFocus(carry ? id : columns[stage][Math.min(row, columns[stage].length - 1)]?.id);
      return;
    }
    const beside = column[row + steps[key]];
    if (!beside) return;
    if (carry)
      move(new Set([id]), beside.stage, { id: beside.id, edge: key === 'ArrowUp' ? 'before' : 'after' });
    setFocus(carry ? id : beside.id);
  }

  useDrops((id, stage, beside) => move(picked.has(id) ? picked : new Set([id]), stage, beside));

  async function label(one: Label): Promise<void> {
    const ids = [...picked];
    const { name } = one;
    const back = await board.setLabel(ids, one, true);
    undo.offer({
      says: t`${plural(ids.length, { one: '# labelled', other: '# labelled' })}: ${name}`,
      undo: back,
    });
    setPicked(nobody);
  }

  // One object for good, so that a card is drawn anew only where it changed.
  const latest = useRef({ step, move, onOpen });
  useEffect(() => {
    latest.current = { step, move, onOpen };
  });
  const acts = useMemo<CardActs>(
    () => ({
      open: (id) => latest.current.onOpen(id),
      moveTo: (id, stage) => latest.current.move(new Set([id]), stage),
      step: (id, key, carry) => latest.current.step(id, key, carry),
      pick: (id, on) =>
        setPicked((now) => {
          const next = new Set(now);
          if (on) next.add(id);
          else next.delete(id);
          return next;
        }),
    }),
    [],
  );
  const { done } = undo;
  const chosen = [...picked].filter((id) => cards.some((card) => card.id === id));
  return (
    <>
      <Filters filter={filter} labels={head?.labels ?? []} onChange={setFilter} />
      <p role="status" aria-live="polite" className="sr-only">
        {undo.says}
      </p>
      {wide ? null : <StageTabs here={here} columns={columns} onChoose={setHere} />}
      <div
        className={`grid h-[max(24rem,calc(100dvh-21rem))] gap-3 ${wide ? 'relative auto-cols-[minmax(12rem,1fr)] grid-flow-col overflow-x-auto p-0.5' : 'grid-cols-[minmax(0,1fr)]'}`}
      >
        {(wide ? stages : [here]).map((stage) => (
          <Column
            key={stage}
            stage={stage}
            cards={columns[stage]}
            labels={labels}
            picked={picked}
            acts={acts}
            focus={focus}
            onFocused={() => setFocus(undefined)}
            onPickAll={(of) => setPicked(new Set([...picked, ...columns[of].map(({ id }) => id)]))}
          />
        ))}
      </div>
      <div className="pointer-events-none sticky bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-20 flex flex-col items-center gap-2 *:pointer-events-auto md:bottom-4">
        {chosen.length > 0 ? (
          <BulkBar
            count={chosen.length}
            labels={head?.labels ?? []}
            onMove={(stage) => move(new Set(chosen), stage)}
            onLabel={(one) => void label(one)}
            onClear={() => setPicked(nobody)}
          />
        ) : null}
        {done ? (
          <div
            className="rise flex items-center gap-4 rounded-full bg-ink px-5 text-paper shadow-xl"
            data-undo
          >
            <span aria-hidden="true">{done.says}</span>
            <button
              type="button"
              className="min-h-11 font-semibold underline underline-offset-4"
              onClick={() => undo.undo(t`Undone`)}
            >
              <Trans>Undo</Trans>
            </button>
          </div>
        ) : null}
      </div>
    </>
  );
}
