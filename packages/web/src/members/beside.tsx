import { type ReactNode, useState } from 'react';
import { SlidersIcon } from '../ui/icons.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { useWide } from '../ui/use-wide.ts';

/** The grid of a page that has something beside it. */
export const withBeside =
  'page grid grid-cols-[minmax(0,1fr)] gap-x-20 gap-y-10 lg:grid-cols-[minmax(0,40rem)_minmax(0,18rem)]';

/** What stands beside a page where there is room for it. */
export function Beside({ children }: { children: ReactNode }) {
  return useWide() ? <aside className="space-y-10 pt-3 text-[0.95rem] text-ink-2">{children}</aside> : null;
}

/** The same behind a button of the page's head, where there is none: not below a list that has no end. */
export function BesideButton({ label, children }: { label: string; children: ReactNode }) {
  const wide = useWide();
  const [open, setOpen] = useState(false);
  if (wide) return null;
  return (
    <>
      <button type="button" className="icon-btn -mr-2" aria-label={label} onClick={() => setOpen(true)}>
        <SlidersIcon />
      </button>
      {open ? (
        <Sheet title={label} onClose={() => setOpen(false)}>
          <div className="space-y-8 text-[0.95rem] text-ink-2">{children}</div>
        </Sheet>
      ) : null}
    </>
  );
}
