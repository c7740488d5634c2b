import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { useCarried } from '../../inside/use-carried.ts';
import { addressOf, type ShownPicture } from './picture-address.ts';

const Lightbox = lazy(async () => ({ default: (await import('./lightbox.tsx')).Lightbox }));

/** How the boxes of one to four pictures lie. Sizes are known before anything is loaded, so that no line moves. */
const cells = ['', 'aspect-[4/3]', 'aspect-square sm:aspect-[4/3]', 'aspect-[4/3]'] as const;

function cellOf(total: number, place: number): string {
  return total === 3 && place === 0 ? 'row-span-2 h-full' : (cells[total - 1] ?? '');
}

/** A tall picture gets a height, any other a width; none is made larger than it is. */
function single({ width, height }: ShownPicture): string {
  return height > width * 1.2 && height > 448 ? 'h-[28rem] w-auto' : 'h-auto';
}

function Thumb({
  picture,
  base,
  place,
  total,
  onOpen,
}: {
  picture: ShownPicture;
  base: string;
  place: number;
  total: number;
  onOpen: () => void;
}) {
  const { t } = useLingui();
  const [state, setState] = useState<'coming' | 'here' | 'gone'>('coming');
  const src = useCarried(addressOf(base, picture));
  const n = place + 1;
  const { alt = '' } = picture;
  const described = alt ? t`Picture ${n} of ${total}: ${alt}` : t`Picture ${n} of ${total}, not described`;
  return (
    <button
      type="button"
      aria-label={described}
      aria-haspopup="dialog"
      onClick={onOpen}
      className={`relative block max-w-full overflow-hidden rounded-lg bg-paper-2 ${cellOf(total, place)}`}
    >
      <img
        src={src}
        alt=""
        width={picture.width}
        height={picture.height}
        loading="lazy"
        decoding="async"
        crossOrigin="anonymous"
        referrerPolicy="no-referrer"
        onLoad={() => setState('here')}
        onError={() => setState('gone')}
        className={`max-w-full object-cover ${total === 1 ? single(picture) : 'absolute inset-0 size-full'} ${state === 'coming' ? 'shimmer' : ''} ${state === 'gone' ? 'invisible' : ''}`}
      />
      {state === 'gone' ? (
        <span className="absolute inset-0 grid place-items-center p-4 text-[0.9rem] text-ink-2">
          {alt || <Trans>This picture cannot be loaded. It may have been taken back.</Trans>}
        </span>
      ) : null}
    </button>
  );
}

/** The pictures of a post, one to four; each opens in full. */
export function PostPictures({ pictures, base }: { pictures: readonly ShownPicture[]; base: string }) {
  const [open, setOpen] = useState<number>();
  if (pictures.length === 0) return null;
  const total = pictures.length;
  return (
    <>
      <div className={`mt-3 max-w-[36rem] ${total === 1 ? 'flex' : 'grid grid-cols-2 gap-1.5'}`}>
        {pictures.map((picture, place) => (
          <Thumb key={picture.hash} {...{ picture, base, place, total }} onOpen={() => setOpen(place)} />
        ))}
      </div>
      {open === undefined ? null : (
        <Suspense>
          <Lightbox pictures={pictures} base={base} first={open} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  );
}
