import { Trans, useLingui } from '@lingui/react/macro';
import { type DragEvent, type ReactNode, useId } from 'react';
import { CloseIcon } from '../../../ui/icons.tsx';
import { CoverIcon, EarlierIcon, LaterIcon } from './icons.tsx';
import { altText, type PostPicture } from './post-picture.ts';
import { usePreview } from './use-preview.ts';

interface PictureItemProps {
  readonly picture: PostPicture;
  readonly place: number;
  readonly total: number;
  /** 0 to 1 while it is made anew. */
  readonly progress: number | undefined;
  readonly onCover: () => void;
  readonly onRemove: () => void;
  readonly onMove: (to: number) => void;
  readonly onDescribe: (alt: string) => void;
  readonly drag: {
    readonly onDragStart: (event: DragEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragEnd: () => void;
  };
}

/** A picture of the post that is being written: what it shows, its description, and what can be done with it. */
export function PictureItem(props: PictureItemProps) {
  const { picture, place, total, progress, onMove } = props;
  const { t } = useLingui();
  const id = useId();
  const url = usePreview(picture.file);
  const n = place + 1;
  const kilobytes = Math.ceil(picture.file.length / 1000);
  return (
    <li className="flex gap-4 border-t border-line py-4" onDragOver={props.drag.onDragOver}>
      <div className="relative size-24 flex-none sm:size-32">
        {url ? (
          <img
            src={url}
            alt={picture.alt || t`Picture ${n}, not described yet`}
            draggable={progress === undefined && total > 1}
            onDragStart={props.drag.onDragStart}
            onDragEnd={props.drag.onDragEnd}
            className={`size-full rounded-lg bg-paper-2 object-cover ${total > 1 ? 'cursor-grab' : ''}`}
          />
        ) : (
          <div className="size-full rounded-lg bg-paper-2" />
        )}
        {progress === undefined ? null : <Progress part={progress} />}
      </div>
      <div className="min-w-0 flex-1">
        <div className="field">
          <label htmlFor={id}>
            <Trans>Description, for people who cannot see it</Trans>
          </label>
          <input
            id={id}
            className="input"
            value={picture.alt}
            aria-describedby={`${id}-size`}
            autoComplete="off"
            onChange={({ target }) => props.onDescribe(altText(target.value))}
          />
        </div>
        <div className="-ml-2 flex flex-wrap items-center">
          <button
            type="button"
            className="act px-2"
            disabled={progress !== undefined}
            aria-label={t`Black out parts of picture ${n}`}
            onClick={props.onCover}
          >
            <CoverIcon />
            <Trans>Black out</Trans>
          </button>
          {total > 1 ? (
            <>
              <MoveButton
                label={t`Move picture ${n} forward`}
                end={place === 0}
                onMove={() => onMove(place - 1)}
              >
                <EarlierIcon />
              </MoveButton>
              <MoveButton
                label={t`Move picture ${n} back`}
                end={n === total}
                onMove={() => onMove(place + 1)}
              >
                <LaterIcon />
              </MoveButton>
            </>
          ) : null}
          <button
            type="button"
            className="icon-btn"
            aria-label={t`Remove picture ${n}`}
            onClick={props.onRemove}
          >
            <CloseIcon />
          </button>
          <span id={`${id}-size`} className="tabular ml-auto hidden text-[0.8rem] text-ink-2 sm:inline">
            {picture.width} × {picture.height}, {kilobytes} kB
          </span>
        </div>
      </div>
    </li>
  );
}

/** Stays where it is at the end of the list, or the focus would be lost on the way there. */
function MoveButton({
  label,
  end,
  onMove,
  children,
}: {
  label: string;
  end: boolean;
  onMove: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="icon-btn aria-disabled:opacity-40"
      aria-label={label}
      aria-disabled={end}
      onClick={() => {
        if (!end) onMove();
      }}
    >
      {children}
    </button>
  );
}

/** How far the preparing of a picture is. */
export function Progress({ part }: { part: number }) {
  const { t } = useLingui();
  return (
    <progress
      aria-label={t`Preparing the picture`}
      value={part}
      className="absolute inset-x-2 bottom-2 h-1.5 w-[calc(100%-1rem)] overflow-hidden rounded-full accent-celadon"
    />
  );
}
