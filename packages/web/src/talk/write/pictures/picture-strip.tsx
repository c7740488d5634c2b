import { Trans, useLingui } from '@lingui/react/macro';
import { type DragEvent, lazy, type RefObject, Suspense, useEffect, useId, useRef, useState } from 'react';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { PictureIcon } from './icons.tsx';
import { pictureLimits } from './limits.ts';
import { PictureItem, Progress } from './picture-item.tsx';
import { pictureWords } from './picture-words.ts';
import { keyOf, type PostPicture } from './post-picture.ts';
import { useIncoming } from './use-incoming.ts';
import { usePictures } from './use-pictures.ts';

const CoverEditor = lazy(async () => ({ default: (await import('./cover-editor.tsx')).CoverEditor }));

const kinds = 'image/jpeg,image/png,image/webp,image/gif,image/avif,image/heic,image/heif';

interface AddButtonProps {
  readonly disabled: boolean;
  readonly tight: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

function AddButton({ disabled, tight, onFiles }: AddButtonProps) {
  const hint = useId();
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
      <label
        className={`${tight ? 'act' : 'btn quiet'} relative focus-within:outline-2 focus-within:outline-offset-3 focus-within:outline-celadon ${disabled ? 'text-ink-2' : 'cursor-pointer'}`}
      >
        <PictureIcon />
        <Trans>Add pictures</Trans>
        <input
          type="file"
          multiple
          accept={kinds}
          disabled={disabled}
          aria-describedby={hint}
          className="sr-only"
          onChange={({ currentTarget }) => {
            onFiles([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </label>
      <p id={hint} className={tight ? 'sr-only' : 'min-w-0 flex-1 basis-60 text-[0.84rem] text-ink-2'}>
        <Trans>
          Up to four. Place, date, camera and file name stay on this device. What the picture itself shows,
          such as faces, names and watermarks, you black out.
        </Trans>
      </p>
    </div>
  );
}

interface PictureStripProps {
  readonly value: readonly PostPicture[];
  /** Called with the whole list; keep it with the draft. */
  readonly onChange: (value: readonly PostPicture[]) => void;
  /** What takes pasted and dropped pictures, such as the form around. */
  readonly area: RefObject<HTMLElement | null>;
  /** Told while pictures are being prepared: a post sent then would lack them. */
  readonly onBusy?: (busy: boolean) => void;
  /** Whether the button is a small one, without words beside it until there is a picture. */
  readonly tight?: boolean;
}

/** The pictures of a post that is being written: added, described, ordered, blacked out, removed. */
export function PictureStrip({ value, onChange, area, onBusy, tight = false }: PictureStripProps) {
  const { t } = useLingui();
  const { works, fault, ...pictures } = usePictures(value, onChange);
  const over = useIncoming(area, pictures.add);
  const [covering, setCovering] = useState<PostPicture>();
  const [told, setTold] = useState('');
  const dragged = useRef<number>(undefined);
  const section = useRef<HTMLElement>(null);
  const busy = works.length > 0;
  useEffect(() => onBusy?.(busy), [busy, onBusy]);
  const coming = works.filter(({ replaces }) => replaces === null);
  const full = value.length + coming.length >= pictureLimits.perPost;

  function move(from: number, to: number): void {
    pictures.move(from, to);
    const place = to + 1;
    setTold(t`Picture moved to place ${place}`);
  }
  const drag = (place: number) => ({
    onDragStart: (event: DragEvent) => {
      dragged.current = place;
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event: DragEvent) => {
      const from = dragged.current;
      if (from === undefined) return;
      event.preventDefault();
      if (from === place) return;
      dragged.current = place;
      move(from, place);
    },
    onDragEnd: () => {
      dragged.current = undefined;
    },
  });

  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={t`Pictures`}
      data-over={over || undefined}
      className="space-y-3 rounded-lg transition-colors data-over:bg-celadon-soft data-over:outline-2 data-over:outline-offset-4 data-over:outline-celadon data-over:outline-dashed"
    >
      {value.length + coming.length > 0 ? (
        <ol className="border-b border-line">
          {value.map((picture, place) => (
            <PictureItem
              key={keyOf(picture)}
              picture={picture}
              place={place}
              total={value.length}
              progress={works.find(({ replaces }) => replaces === keyOf(picture))?.part}
              onCover={() => setCovering(picture)}
              onRemove={() => {
                pictures.remove(place);
                setTold(t`Picture removed`);
                section.current?.focus();
              }}
              onMove={(to) => move(place, to)}
              onDescribe={(alt) => pictures.describe(place, alt)}
              drag={drag(place)}
            />
          ))}
          {coming.map(({ id, part }) => (
            <li key={id} className="flex items-center gap-4 border-t border-line py-4 text-ink-2">
              <div className="relative size-24 flex-none rounded-lg bg-paper-2 sm:size-32">
                <Progress part={part} />
              </div>
              <Trans>Preparing it on this device…</Trans>
            </li>
          ))}
        </ol>
      ) : null}
      <AddButton disabled={full} tight={tight && value.length + coming.length === 0} onFiles={pictures.add} />
      {fault ? <ErrorNotice code={fault} words={pictureWords} /> : null}
      <p role="status" className="sr-only">
        {told}
      </p>
      {covering ? (
        <Suspense>
          <CoverEditor
            picture={covering}
            onClose={() => setCovering(undefined)}
            onCover={(covers) => pictures.cover(covering, covers)}
          />
        </Suspense>
      ) : null}
    </section>
  );
}
