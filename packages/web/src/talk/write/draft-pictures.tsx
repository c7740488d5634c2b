import { Trans } from '@lingui/react/macro';
import type { DraftPicture } from '@teahouse/client';
import { lazy, type RefObject, Suspense } from 'react';
import { PictureWarning } from './exposure/picture-warning.tsx';

const PictureStrip = lazy(async () => ({
  default: (await import('./pictures/picture-strip.tsx')).PictureStrip,
}));

interface DraftPicturesProps {
  readonly value: readonly DraftPicture[] | undefined;
  readonly onChange: (value: readonly DraftPicture[]) => void;
  /** What takes pasted and dropped pictures. */
  readonly area: RefObject<HTMLElement | null>;
  readonly onBusy: (busy: boolean) => void;
  /** Where there is little room: what is said of pictures is said when there are some. */
  readonly tight?: boolean;
}

/** The pictures of what is being written, with what a picture can tell; loaded when the first is wanted. */
export function DraftPictures({ value = [], onChange, area, onBusy, tight = false }: DraftPicturesProps) {
  return (
    <Suspense fallback={<div className="shimmer min-h-11" />}>
      <div className="space-y-3">
        <PictureStrip value={value} onChange={onChange} area={area} onBusy={onBusy} tight={tight} />
        {value.length > 0 ? <PictureWarning /> : null}
        {value.length > 0 ? (
          <p className="text-[0.86rem] text-ink-2">
            <Trans>A post with pictures costs three tokens.</Trans>
          </p>
        ) : null}
      </div>
    </Suspense>
  );
}
