import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { CloseIcon } from '../../../ui/icons.tsx';
import { useCarried } from '../../inside/use-carried.ts';
import { addressOf, type ShownPicture } from './picture-address.ts';

function Arrow({ label, path, onClick }: { label: string; path: string; onClick: () => void }) {
  return (
    <button type="button" className="icon-btn" aria-label={label} onClick={onClick}>
      <svg
        viewBox="0 0 24 24"
        width={22}
        height={22}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        aria-hidden
      >
        <path d={path} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </button>
  );
}

function Whole({ picture, base }: { picture: ShownPicture; base: string }) {
  const { t } = useLingui();
  const src = useCarried(addressOf(base, picture));
  return (
    <img
      src={src}
      alt={picture.alt ?? t`Not described`}
      width={picture.width}
      height={picture.height}
      crossOrigin="anonymous"
      referrerPolicy="no-referrer"
      className="fade min-h-0 w-full flex-1 object-contain"
    />
  );
}

/**
 * One picture over the whole window. The platform's modal dialog keeps the focus inside, closes on Escape and gives the
 * focus back; two fingers zoom as on any page.
 */
export function Lightbox({
  pictures,
  base,
  first,
  onClose,
}: {
  pictures: readonly ShownPicture[];
  base: string;
  first: number;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const dialog = useRef<HTMLDialogElement>(null);
  const [place, setPlace] = useState(first);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const picture = pictures[place];
  if (!picture) return null;
  const total = pictures.length;
  const n = place + 1;
  const go = (by: number) => setPlace((place + by + total) % total);
  function onKeyDown(event: KeyboardEvent): void {
    if (total > 1 && event.key === 'ArrowLeft') go(-1);
    if (total > 1 && event.key === 'ArrowRight') go(1);
  }
  return (
    <dialog
      ref={dialog}
      aria-label={t`Picture ${n} of ${total}`}
      onClose={onClose}
      onKeyDown={onKeyDown}
      className="m-0 h-dvh max-h-none w-dvw max-w-none bg-paper text-ink"
    >
      <div className="flex h-full flex-col">
        <div className="flex items-center gap-2 px-3 pt-[max(0.35rem,env(safe-area-inset-top))]">
          <span className="tabular pl-2 text-[0.9rem] text-ink-2" aria-live="polite">
            {n} / {total}
          </span>
          <span className="ml-auto" />
          {total > 1 ? (
            <>
              <Arrow label={t`Picture before`} path="M15 5 8 12l7 7" onClick={() => go(-1)} />
              <Arrow label={t`Next picture`} path="m9 5 7 7-7 7" onClick={() => go(1)} />
            </>
          ) : null}
          <button
            type="button"
            className="icon-btn"
            aria-label={t`Close`}
            onClick={() => dialog.current?.close()}
          >
            <CloseIcon />
          </button>
        </div>
        <Whole key={picture.hash} picture={picture} base={base} />
        {picture.alt ? (
          <p
            className="mx-auto max-h-[20dvh] max-w-[42rem] overflow-y-auto px-5 py-3 text-[0.95rem]"
            aria-hidden
          >
            {picture.alt}
          </p>
        ) : null}
        <div className="pb-[env(safe-area-inset-bottom)]" />
      </div>
    </dialog>
  );
}
