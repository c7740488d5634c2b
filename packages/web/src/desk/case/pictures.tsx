import { Trans, useLingui } from '@lingui/react/macro';
import { deskPrefix } from '@teahouse/contract/desk/paths';
import type { Picture } from '@teahouse/contract/talk';
import { useState } from 'react';

/**
 * Pictures of a post, grey and blurred until somebody asks to see them: whoever looks at hundreds must not be shown any
 * unprepared. They come from the desk, also where readers do not get them.
 */
export function CoveredPictures({
  room,
  post,
  pictures,
  shown,
}: {
  room: string;
  post: string;
  pictures: readonly Picture[];
  /** Whether the page shows all of them; each can be shown by itself too. */
  shown: boolean;
}) {
  return (
    <ul className="mt-2 flex flex-wrap gap-2">
      {pictures.map((picture, place) => (
        <li key={picture.hash}>
          <Covered
            key={String(shown)}
            address={`${deskPrefix}/cases/${room}/${post}/pictures/${picture.hash}`}
            picture={picture}
            place={place + 1}
            total={pictures.length}
            shown={shown}
          />
        </li>
      ))}
    </ul>
  );
}

function Covered({
  address,
  picture,
  place,
  total,
  shown,
}: {
  address: string;
  picture: Picture;
  place: number;
  total: number;
  shown: boolean;
}) {
  const { t } = useLingui();
  const [open, setOpen] = useState(shown);
  const { alt, width, height } = picture;
  return (
    <button
      type="button"
      aria-pressed={open}
      aria-label={t`Show picture ${place} of ${total}`}
      onClick={() => setOpen(!open)}
      className="relative block overflow-hidden rounded-md bg-paper-2"
    >
      <img
        src={address}
        alt={open ? (alt ?? '') : ''}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        referrerPolicy="no-referrer"
        className={open ? 'max-h-[60dvh] w-auto object-contain' : 'size-32 object-cover blur-xl grayscale'}
      />
      {open ? null : (
        <span
          aria-hidden="true"
          className="absolute inset-x-2 top-1/2 -translate-y-1/2 rounded bg-paper px-1 text-center text-[0.8rem] text-ink"
        >
          <Trans>Covered: tap to see</Trans>
        </span>
      )}
    </button>
  );
}
