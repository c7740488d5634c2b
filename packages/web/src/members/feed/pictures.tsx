import { useLingui } from '@lingui/react/macro';
import type { Picture } from '@teahouse/contract/members';
import { membersPrefix } from '@teahouse/contract/members/paths';
import { useState } from 'react';
import { Sheet } from '../../ui/sheet.tsx';

export const pictureAddress = (picture: string): string => `${membersPrefix}/pictures/${picture}`;

const gridOf = (count: number): string =>
  count === 1 ? 'grid-cols-1' : count === 2 || count === 4 ? 'grid-cols-2' : 'grid-cols-3';

/** The pictures of a post, side by side; each opens whole. */
export function Pictures({ pictures }: { pictures: readonly Picture[] }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<number>();
  const count = pictures.length;
  if (count === 0) return null;
  const shown = open === undefined ? undefined : pictures[open];
  const place = (open ?? 0) + 1;
  return (
    <>
      <div className={`grid gap-1.5 overflow-hidden rounded-xl ${gridOf(count)}`}>
        {pictures.map(({ picture, width, height }, at) => {
          const n = at + 1;
          return (
            <button
              key={picture}
              type="button"
              className={count === 1 ? '' : 'aspect-square'}
              aria-label={t`Open picture ${n} of ${count}`}
              onClick={() => setOpen(at)}
            >
              <img
                src={pictureAddress(picture)}
                alt=""
                width={width}
                height={height}
                loading="lazy"
                decoding="async"
                className={
                  count === 1
                    ? 'max-h-[30rem] w-full bg-paper-2 object-cover'
                    : 'h-full w-full bg-paper-2 object-cover'
                }
              />
            </button>
          );
        })}
      </div>
      {shown ? (
        <Sheet title={t`Picture ${place} of ${count}`} onClose={() => setOpen(undefined)}>
          <img
            src={pictureAddress(shown.picture)}
            alt={t`${place} of ${count}`}
            width={shown.width}
            height={shown.height}
            className="mx-auto max-h-[70dvh] w-auto rounded-lg"
          />
          {count > 1 ? (
            <p className="mt-4 flex justify-center gap-4">
              <button
                type="button"
                className="btn quiet"
                onClick={() => setOpen((place - 2 + count) % count)}
              >
                {t`Previous picture`}
              </button>
              <button type="button" className="btn quiet" onClick={() => setOpen(place % count)}>
                {t`Next picture`}
              </button>
            </p>
          ) : null}
        </Sheet>
      ) : null}
    </>
  );
}
