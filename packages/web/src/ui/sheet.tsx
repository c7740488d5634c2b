import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { CloseIcon } from './icons.tsx';

/**
 * Something longer that is read on top of the page and put away again: from below on a phone, in the middle
 * elsewhere. The platform's own modal dialog, as in `Ask`.
 */
export function Sheet({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useLingui();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element?.open) element?.showModal();
  }, []);
  return (
    // Escape and the cross do the same as a click beside it.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the dialog closes on Escape by itself
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
      className="mt-auto mb-0 max-h-[88dvh] w-full max-w-none overflow-y-auto rounded-t-2xl bg-paper text-ink shadow-2xl md:m-auto md:w-[42rem] md:rounded-2xl"
    >
      <div className="sticky top-0 z-10 flex items-center justify-between gap-4 border-b border-line bg-paper px-5 py-2 md:px-8 md:py-3">
        <h2>{title}</h2>
        <button
          type="button"
          className="icon-btn -mr-2"
          aria-label={t`Close`}
          onClick={() => dialog.current?.close()}
        >
          <CloseIcon />
        </button>
      </div>
      <div className="px-5 pt-5 pb-[max(1.75rem,env(safe-area-inset-bottom))] md:px-8 md:pb-8">
        {children}
      </div>
    </dialog>
  );
}
