import { type ReactNode, useEffect, useRef } from 'react';

/**
 * A question that has to be answered before anything else: the platform's own modal dialog, which keeps the focus
 * inside, closes on Escape and brings no style of its own that the content policy would refuse.
 */
export function Ask({
  open,
  title,
  onClose,
  children,
}: {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={onClose}
      className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-2xl bg-paper p-7 text-ink shadow-2xl"
    >
      <h2>{title}</h2>
      <div className="mt-3 space-y-4">{children}</div>
    </dialog>
  );
}
