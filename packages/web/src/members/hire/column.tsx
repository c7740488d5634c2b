import { Trans, useLingui } from '@lingui/react/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { BoardCard, Label } from '@teahouse/contract/members';
import { useEffect, useId, useRef } from 'react';
import { Card, type CardActs } from './card.tsx';
import { useColumnDrop } from './use-drag.ts';
import { columnWords } from './words.ts';

/** Height of a card and the gap below it, in rem: all are the same, so that none has to be measured. */
const [height, gap] = [8.25, 0.5];
const pixels = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

interface ColumnProps {
  readonly stage: BoardCard['stage'];
  readonly cards: readonly BoardCard[];
  readonly labels: ReadonlyMap<string, Label>;
  readonly picked: ReadonlySet<string>;
  readonly acts: CardActs;
  /** The card whose name gets the focus once it is drawn. */
  readonly focus: string | undefined;
  readonly onFocused: () => void;
  readonly onPickAll: (stage: BoardCard['stage']) => void;
}

/** A stage with its cards, of which those in sight are drawn. */
export function Column(props: ColumnProps) {
  const { stage, cards, labels, picked, acts, focus, onFocused, onPickAll } = props;
  const { t } = useLingui();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const over = useColumnDrop(scroller, stage);
  const rem = pixels();
  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height * rem,
    getItemKey: (n) => cards[n]?.id ?? n,
    gap: gap * rem,
    overscan: 3,
    // What is in sight before anything is measured: a screenful.
    initialRect: { width: 240, height: 700 },
  });
  const wanted = focus === undefined ? -1 : cards.findIndex((card) => card.id === focus);
  useEffect(() => {
    if (wanted < 0) return;
    rows.scrollToIndex(wanted);
    const frame = requestAnimationFrame(() => {
      const name = scroller.current?.querySelector<HTMLElement>(`[data-name="${focus}"]`);
      name?.focus();
      if (name) onFocused();
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted, focus, rows, onFocused]);

  const name = t(columnWords[stage]);
  return (
    <section
      aria-labelledby={id}
      data-stage={stage}
      className={`relative flex min-h-0 flex-col rounded-2xl bg-paper-2/70 ${over ? 'outline-2 outline-celadon' : ''}`}
    >
      <div className="flex items-center gap-2 px-3.5 pt-1">
        <h2 id={id} className="font-sans text-[0.95rem] font-semibold">
          {name} <span className="tabular font-normal text-ink-2">{cards.length}</span>
        </h2>
        {cards.length > 0 ? (
          <button type="button" className="act ml-auto" onClick={() => onPickAll(stage)}>
            <Trans>Choose all</Trans>
            <span className="sr-only">: {name}</span>
          </button>
        ) : (
          <span className="min-h-11" />
        )}
      </div>
      <div
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
        tabIndex={0}
        data-drop={stage}
        className="min-h-32 flex-1 overflow-y-auto overscroll-contain px-2 pb-2"
      >
        <ul className="relative" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((row) => {
            const card = cards[row.index];
            return card ? (
              <li
                key={card.id}
                aria-setsize={cards.length}
                aria-posinset={row.index + 1}
                className="absolute inset-x-0 top-0"
                style={{ height: row.size, transform: `translateY(${row.start}px)` }}
              >
                <Card card={card} labels={labels} picked={picked.has(card.id)} acts={acts} />
              </li>
            ) : null;
          })}
        </ul>
      </div>
    </section>
  );
}
