import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

interface MenuProps {
  /** Says what the button opens. */
  readonly label: string;
  readonly children: ReactNode;
}

/** From this width on a menu hangs on its button; below, it comes from the foot of the page as a sheet. */
const wide = '(min-width: 48rem)';
const gap = 6;

/** Under its button, or above where there is no room; never beyond the edge of the window. */
function place(list: HTMLElement, button: HTMLElement): void {
  if (!matchMedia(wide).matches) {
    list.style.removeProperty('left');
    list.style.removeProperty('top');
    return;
  }
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = list;
  const below = at.bottom + gap;
  const top = below + height > innerHeight ? Math.max(gap, at.top - gap - height) : below;
  list.style.left = `${Math.max(gap, Math.min(at.left, innerWidth - width - gap))}px`;
  list.style.top = `${top}px`;
}

const dots = (
  <svg viewBox="0 0 24 24" width={18} height={18} fill="currentColor" aria-hidden="true" focusable="false">
    <circle cx="5.500" cy="12" r="1.600" />
    <circle cx="12" cy="12" r="1.600" />
    <circle cx="18.500" cy="12" r="1.600" />
  </svg>
);

/**
 * Acts that are seldom needed, behind three dots. The platform's own popover: it closes on Escape and on a press beside
 * it, and the focus returns. Arrow keys go from one to the next. Its children are `MenuItem`s.
 */
export function Menu({ label, children }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const element = list.current;
    if (!open || !element || !button.current) return;
    place(element, button.current);
    element.querySelector('button')?.focus({ preventScroll: true });
    if (!matchMedia(wide).matches) return;
    // It hangs on the window, not on the page: where that moves on, it would point at nothing.
    const close = () => element.hidePopover();
    addEventListener('scroll', close, { passive: true, once: true });
    addEventListener('resize', close, { once: true });
    return () => {
      removeEventListener('scroll', close);
      removeEventListener('resize', close);
    };
  }, [open]);
  function onKeyDown(event: KeyboardEvent): void {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === 'Tab') list.current?.hidePopover();
    if (to === undefined || buttons.length === 0) return;
    event.preventDefault();
    buttons[(to + buttons.length) % buttons.length]?.focus();
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className="act min-w-9 justify-center"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={id}
      >
        {dots}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className="fixed m-0 border border-line bg-paper p-1.5 text-ink shadow-xl max-md:inset-x-0 max-md:top-auto max-md:bottom-0 max-md:w-full max-md:max-w-none max-md:rounded-t-2xl max-md:pb-[max(1rem,env(safe-area-inset-bottom))] md:inset-auto md:min-w-48 md:rounded-xl"
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={onKeyDown}
        onClick={() => list.current?.hidePopover()}
      >
        {open ? children : null}
      </div>
    </>
  );
}

interface MenuItemProps {
  readonly onChoose: () => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** One act of a `Menu`. */
export const MenuItem = ({ onChoose, disabled = false, children }: MenuItemProps) => (
  <button
    type="button"
    role="menuitem"
    tabIndex={-1}
    aria-disabled={disabled}
    className="flex min-h-11 w-full items-center gap-2.5 rounded-lg px-3.5 text-left text-[0.95rem] hover:bg-paper-2 aria-disabled:text-ink-2 max-md:min-h-13"
    onClick={disabled ? undefined : onChoose}
  >
    {children}
  </button>
);
