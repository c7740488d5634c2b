import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Sheet } from '../../../ui/sheet.tsx';
import { type Cover, middleRectangle, moveRectangle, type Spot } from './cover.ts';
import { CoverCanvas, type Tool } from './cover-canvas.tsx';
import type { PostPicture } from './post-picture.ts';

/** How far an arrow key moves a rectangle, as a part of the picture; with Alt a fifth of it. */
const step = 0.02;
const arrows: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
};

/** For whoever has no mouse and no touch: a rectangle that arrow keys move and resize. */
function KeyRectangle({
  picture,
  covers,
  onCovers,
}: {
  picture: PostPicture;
  covers: readonly Cover[];
  onCovers: (covers: readonly Cover[]) => void;
}) {
  const hint = useId();
  const last = covers.at(-1);
  const handle = useRef<HTMLButtonElement>(null);
  function onKeyDown(event: KeyboardEvent): void {
    const by = arrows[event.key];
    if (!by || last?.kind !== 'rectangle') return;
    event.preventDefault();
    const part = event.altKey ? 0.2 : 1;
    const moved = moveRectangle(last, { x: by.x * part, y: by.y * part }, event.shiftKey);
    onCovers([...covers.slice(0, -1), moved]);
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <button
        type="button"
        className="btn quiet"
        onClick={() => {
          onCovers([...covers, middleRectangle(picture)]);
          handle.current?.focus();
        }}
      >
        <Trans>Rectangle by keyboard</Trans>
      </button>
      <button
        ref={handle}
        type="button"
        className="act"
        aria-describedby={hint}
        aria-disabled={last?.kind !== 'rectangle'}
        onKeyDown={onKeyDown}
      >
        <Trans>Move it</Trans>
      </button>
      <p id={hint} className="text-[0.84rem] text-ink-2">
        <Trans>Arrow keys move it, with Shift they resize it, with Alt in small steps.</Trans>
      </p>
    </div>
  );
}

function Tools({ tool, onTool }: { tool: Tool; onTool: (tool: Tool) => void }) {
  const { t } = useLingui();
  const name = useId();
  const choices = [
    ['rectangle', t`Rectangle`],
    ['brush', t`Brush`],
  ] as const;
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">
        <Trans>Tool</Trans>
      </legend>
      {choices.map(([value, words]) => (
        <label
          key={value}
          className="inline-flex min-h-11 cursor-pointer items-center rounded-full border border-transparent px-4 has-checked:border-celadon has-checked:bg-celadon-soft has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-celadon"
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={tool === value}
            onChange={() => onTool(value)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

/** Where parts of a picture are blacked out before it leaves the device. What is applied cannot be taken back. */
export function CoverEditor({
  picture,
  onCover,
  onClose,
}: {
  picture: PostPicture;
  onCover: (covers: readonly Cover[]) => void;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const [covers, setCovers] = useState<readonly Cover[]>([]);
  const [tool, setTool] = useState<Tool>('rectangle');
  return (
    <Sheet title={t`Black out`} onClose={onClose}>
      <div className="space-y-4">
        <p className="text-[0.92rem] text-ink-2">
          <Trans>Draw over what nobody should see. It is destroyed in the picture, not only hidden.</Trans>
        </p>
        <CoverCanvas
          picture={picture}
          covers={covers}
          tool={tool}
          label={picture.alt || t`The picture that you black out`}
          onCover={(cover) => setCovers((before) => [...before, cover])}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Tools tool={tool} onTool={setTool} />
          <button
            type="button"
            className="act"
            disabled={covers.length === 0}
            onClick={() => setCovers((before) => before.slice(0, -1))}
          >
            <Trans>Undo</Trans>
          </button>
          <button
            type="button"
            className="btn ml-auto"
            disabled={covers.length === 0}
            onClick={() => {
              onCover(covers);
              onClose();
            }}
          >
            <Trans>Black it out for good</Trans>
          </button>
        </div>
        <div className="border-t border-line pt-3 pointer-coarse:hidden">
          <KeyRectangle picture={picture} covers={covers} onCovers={setCovers} />
        </div>
      </div>
    </Sheet>
  );
}
