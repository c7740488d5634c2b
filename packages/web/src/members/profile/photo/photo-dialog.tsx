import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { Ask } from '../../../ui/ask.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { membersApi } from '../../api.ts';
import { Submit, useAction } from '../../form.tsx';
import { peopleWords } from '../../network/words.ts';
import { useOwnChanged } from '../edit/use-own.ts';
import { type Cut, firstCut, mostZoom, pushed, zoomed, zoomOf } from './crop.ts';
import { drawCut, openPicture, photoOf } from './make-photo.ts';

const step = {
  ArrowLeft: [-0.04, 0],
  ArrowRight: [0.04, 0],
  ArrowUp: [0, -0.04],
  ArrowDown: [0, 0.04],
} as const;
const isArrow = (key: string): key is keyof typeof step => key in step;

/** The window in which the picture is moved: by hand or by the arrow keys. */
function Window({ picture, cut, onCut }: { picture: ImageBitmap; cut: Cut; onCut: (cut: Cut) => void }) {
  const { t } = useLingui();
  const canvas = useRef<HTMLCanvasElement>(null);
  const from = useRef<{ x: number; y: number }>(undefined);
  useEffect(() => {
    if (canvas.current) drawCut(canvas.current, picture, cut);
  }, [picture, cut]);
  function onMove({ clientX: x, clientY: y, currentTarget }: PointerEvent): void {
    if (!from.current) return;
    const { width } = currentTarget.getBoundingClientRect();
    onCut(pushed(picture, cut, (x - from.current.x) / width, (y - from.current.y) / width));
    from.current = { x, y };
  }
  function onKey(event: KeyboardEvent): void {
    if (!isArrow(event.key)) return;
    event.preventDefault();
    const [right, down] = step[event.key];
    onCut(pushed(picture, cut, right, down));
  }
  return (
    <canvas
      ref={canvas}
      width={576}
      height={576}
      tabIndex={0}
      role="img"
      aria-label={t`Your photo; the arrow keys move it`}
      className="mx-auto block aspect-square w-full max-w-72 cursor-grab touch-none rounded-full border border-line"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerMove={onMove}
      onPointerUp={() => {
        from.current = undefined;
      }}
      onKeyDown={onKey}
    />
  );
}

function Cutter({ picture, onDone }: { picture: ImageBitmap; onDone: () => void }) {
  const { t } = useLingui();
  const [cut, setCut] = useState(() => firstCut(picture));
  const changed = useOwnChanged();
  const save = useAction(async () => {
    const { picture: hash } = await membersApi.addPicture({ body: { file: await photoOf(picture, cut) } });
    changed(await membersApi.setPhoto({ body: { picture: hash } }));
    onDone();
  });
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run();
      }}
    >
      <Window picture={picture} cut={cut} onCut={setCut} />
      <label className="flex items-center gap-3">
        <span className="flex-none text-[0.95rem]">
          <Trans>Nearer</Trans>
        </span>
        <input
          type="range"
          min={1}
          max={mostZoom}
          step={0.01}
          value={zoomOf(picture, cut)}
          aria-label={t`Nearer`}
          className="h-11 w-full accent-celadon"
          onChange={(event) => setCut(zoomed(picture, cut, Number(event.target.value)))}
        />
      </label>
      {save.error ? <ErrorNotice error={save.error} words={peopleWords} /> : null}
      <Submit pending={save.pending}>
        <Trans>Show this photo</Trans>
      </Submit>
    </form>
  );
}

/** Choosing a photo and cutting it on the device; or showing none. */
export function PhotoDialog({
  open,
  hasPhoto,
  onClose,
}: {
  open: boolean;
  hasPhoto: boolean;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const [picture, setPicture] = useState<ImageBitmap>();
  const changed = useOwnChanged();
  const choose = useAction(async (file: File) => setPicture(await openPicture(file)));
  const drop = useAction(async () => {
    changed(await membersApi.dropPhoto());
    close();
  });
  function close(): void {
    picture?.close();
    setPicture(undefined);
    onClose();
  }
  return (
    <Ask open={open} title={t`Your photo`} onClose={close}>
      <p className="text-[0.95rem] text-ink-2">
        <Trans>
          It is cut on this device; place and time that a camera writes into a file never leave it. Everybody
          who sees your name sees the photo.
        </Trans>
      </p>
      <div className="field">
        <label htmlFor="photo-file">
          <Trans>A picture of you</Trans>
        </label>
        <input
          id="photo-file"
          type="file"
          accept="image/jpeg,image/png,image/webp"
          className="input"
          onChange={({ target: { files } }) => files?.[0] && void choose.run(files[0])}
        />
      </div>
      {choose.error ? <ErrorNotice error={choose.error} words={peopleWords} /> : null}
      {open && picture ? (
        <Cutter key={`${picture.width} ${picture.height}`} picture={picture} onDone={close} />
      ) : null}
      {drop.error ? <ErrorNotice error={drop.error} words={peopleWords} /> : null}
      <p className="flex flex-wrap gap-3">
        {hasPhoto ? (
          <button type="button" className="btn quiet" onClick={() => void drop.run()}>
            <Trans>Show no photo</Trans>
          </button>
        ) : null}
        <button type="button" className="btn quiet" onClick={close}>
          <Trans>Close</Trans>
        </button>
      </p>
    </Ask>
  );
}
