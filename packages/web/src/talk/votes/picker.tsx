import { useLingui } from '@lingui/react/macro';
import type { Reaction } from '@teahouse/contract/talk';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { Mark } from './marks.tsx';
import { reactionOrder, reactionWords } from './words.ts';

interface PickerProps {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** What opens it, and has the focus again afterwards. */
  readonly opener: RefObject<HTMLButtonElement | null>;
  readonly chosen: Reaction | null;
  readonly onChoose: (kind: Reaction) => void;
  readonly children: ReactNode;
}

/** Milliseconds that a mouse rests, or a finger stays, before it opens. */
const rest = 350;

/**
 * The five signs with their names: by a tap, by resting on it with the mouse, by holding it, by the keyboard. Arrow
 * keys go from one to the next, Escape goes back.
 */
export function Picker({ open, onOpen, opener, chosen, onChoose, children }: PickerProps) {
  const { t } = useLingui();
  const list = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const byKeys = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (open && byKeys.current) list.current?.querySelector('button')?.focus();
    byKeys.current = false;
  }, [open]);
  const later = (next: boolean) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onOpen(next), rest);
  };
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      onOpen(false);
      opener.current?.focus();
      return;
    }
    if (!open) {
      byKeys.current = event.key === 'Enter' || event.key === ' ';
      return;
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    if (step === undefined || buttons.length === 0) return;
    event.preventDefault();
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only shortcuts; every way in has a button of its own
    <span
      onKeyDown={onKeyDown}
      onPointerEnter={(event) => event.pointerType === 'mouse' && later(true)}
      onPointerLeave={(event) => event.pointerType === 'mouse' && later(false)}
      onBlur={(event) => {
        if (open && event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) onOpen(false);
      }}
    >
      {children}
      {open ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form of its own
        <div
          ref={list}
          role="group"
          aria-label={t`React with`}
          className="rise absolute bottom-full left-0 z-20 flex w-max max-w-[calc(100vw-2.5rem)] rounded-2xl border border-line bg-paper p-1 shadow-lg"
        >
          {reactionOrder.map((kind) => (
            <button
              key={kind}
              type="button"
              aria-pressed={kind === chosen}
              className={`flex min-h-14 min-w-[3.4rem] flex-col items-center justify-center gap-1 rounded-xl px-1.5 text-[0.76rem] leading-none hover:bg-paper-2 ${
                kind === chosen ? 'bg-celadon-soft text-celadon' : ''
              }`}
              onClick={() => {
                clearTimeout(timer.current);
                onChoose(kind);
                opener.current?.focus();
              }}
            >
              <Mark of={kind} size={24} />
              {t(reactionWords[kind])}
            </button>
          ))}
        </div>
      ) : null}
    </span>
  );
}
