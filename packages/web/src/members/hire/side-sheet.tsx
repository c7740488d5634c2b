import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { CloseIcon } from '../../ui/icons.tsx';

/** A sheet at the side of the board, on a phone over all of it. The platform's own modal dialog, as in `Ask`. */
export function SideSheet({
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
      className="my-0 mr-0 ml-auto h-dvh max-h-none w-full max-w-none overflow-y-auto bg-paper text-ink shadow-2xl md:w-[34rem]"
    >
      <div className="sticky top-0 z-10 flex items-center justify-between gap-4 border-b border-line bg-paper px-5 py-2 md:px-7">
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
      <div className="px-5 pt-5 pb-[max(1.75rem,env(safe-area-inset-bottom))] md:px-7">{children}</div>
    </dialog>
  );
}
