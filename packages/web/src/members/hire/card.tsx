import { useLingui } from '@lingui/react/macro';
import type { BoardCard, Label } from '@teahouse/contract/members';
import { type KeyboardEvent, memo, useRef } from 'react';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { useName } from '../../ui/use-name.ts';
import { stages } from './board-state.ts';
import { LabelChip } from './label-chip.tsx';
import { useCardDrag } from './use-drag.ts';
import { columnWords } from './words.ts';

/** What can be done to a card; the same object as long as the board is open. */
export interface CardActs {
  readonly open: (id: string) => void;
  readonly pick: (id: string, on: boolean) => void;
  readonly moveTo: (id: string, stage: BoardCard['stage']) => void;
  readonly step: (
    id: string,
    key: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight',
    carry: boolean,
  ) => void;
}

interface CardProps {
  readonly card: BoardCard;
  readonly labels: ReadonlyMap<string, Label>;
  readonly picked: boolean;
  readonly acts: CardActs;
}

/** The line under the name: how they put it themselves, else where they work. */
function Line({ card: { member } }: { card: BoardCard }) {
  const name = useName();
  const { headline, employer } = member;
  return <>{headline || (employer ? name(employer.name) : '') || '\u{a0}'}</>;
}

/** Marks of what an application has: a referral, a file, notes. */
function Marks({ card }: { card: BoardCard }) {
  const { t } = useLingui();
  const { referred, file, notes } = card;
  return (
    <span className="ml-auto flex flex-none items-center gap-2 pl-2 text-[0.75rem] text-ink-2">
      {referred ? <span>{t`referred`}</span> : null}
      {file ? <span>PDF</span> : null}
      {notes > 0 ? (
        <span className="tabular">
          <span aria-hidden="true">✎ </span>
          <span className="sr-only">{t`Notes`} </span>
          {notes}
        </span>
      ) : null}
    </span>
  );
}

/**
 * An application on the board: dragged, or moved by its menu, or with Shift and the arrow keys. Memoized: of a board of
 * thousands a move draws two cards anew.
 */
export const Card = memo(function Card({ card, labels, picked, acts }: CardProps) {
  const { t } = useLingui();
  const element = useRef<HTMLDivElement>(null);
  const edge = useCardDrag(element, card);
  const { id, member, stage, excerpt } = card;
  const { name } = member;
  const shown = card.labels.flatMap((label) => labels.get(label) ?? []).slice(0, 2);

  function onKeyDown(event: KeyboardEvent): void {
    const { key, shiftKey } = event;
    if (key !== 'ArrowUp' && key !== 'ArrowDown' && key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    event.preventDefault();
    acts.step(id, key, shiftKey);
  }

  return (
    // A press anywhere on the card opens it; by keyboard its name does.
    // biome-ignore lint/a11y/noStaticElementInteractions: the name inside is the button
    // biome-ignore lint/a11y/useKeyWithClickEvents: the name inside is the button
    <div
      ref={element}
      data-card={id}
      onClick={(event) => {
        if (!(event.target as Element).closest('button, input, label, [popover]')) acts.open(id);
      }}
      className={`relative flex h-full cursor-pointer flex-col rounded-xl border bg-paper px-3 py-1.5 shadow-sm ${picked ? 'border-celadon bg-celadon-soft' : 'border-line'} ${edge === 'before' ? 'shadow-[0_-3px_0_var(--celadon)]' : ''} ${edge === 'after' ? 'shadow-[0_3px_0_var(--celadon)]' : ''}`}
    >
      <div className="flex items-center gap-1">
        <label className="-ml-3 grid h-11 w-9 flex-none cursor-pointer place-items-center">
          <input
            type="checkbox"
            className="h-4.5 w-4.5 accent-celadon"
            checked={picked}
            aria-label={t`Choose ${name}`}
            onChange={(event) => acts.pick(id, event.currentTarget.checked)}
          />
        </label>
        <button
          type="button"
          data-name={id}
          aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight Shift+ArrowUp Shift+ArrowDown"
          className="min-h-11 min-w-0 flex-1 truncate text-left font-semibold hover:text-celadon"
          onKeyDown={onKeyDown}
          onClick={() => acts.open(id)}
        >
          {name}
        </button>
        <span className="-mr-2 flex-none">
          <Menu label={t`Move ${name}`}>
            {stages
              .filter((one) => one !== stage)
              .map((one) => (
                <MenuItem key={one} onChoose={() => acts.moveTo(id, one)}>
                  {t(columnWords[one])}
                </MenuItem>
              ))}
          </Menu>
        </span>
      </div>
      <p className="-mt-1.5 truncate text-[0.85rem] leading-5 text-ink-2">
        <Line card={card} />
      </p>
      <p className="mt-0.5 truncate text-[0.85rem] leading-5">{excerpt || '\u{a0}'}</p>
      <div className="mt-auto flex h-6 items-center gap-1.5 overflow-hidden">
        {shown.map((label) => (
          <LabelChip key={label.id} label={label} />
        ))}
        <Marks card={card} />
      </div>
    </div>
  );
});
