import { Trans } from '@lingui/react/macro';
import { proofFileBytes } from '@teahouse/proof';
import { type DragEvent, useId, useState } from 'react';
import { filesAtOnce } from './use-checks.ts';

const megabytes = proofFileBytes / 1024 / 1024;

/** Where proofs are laid down: dropped, or chosen with the platform's own dialog. */
export function FileDrop({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const [over, setOver] = useState(false);
  const hint = useId();
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    // The button inside does the same for whoever has no mouse.
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop is no control
    <div
      onDragEnter={drag(true)}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
      data-over={over || undefined}
      className="grid justify-items-center gap-3 rounded-2xl border-2 border-dashed border-line px-6 py-9 text-center transition-colors data-over:border-celadon data-over:bg-celadon-soft"
    >
      <p className="hidden text-[1.05rem] md:block">
        <Trans>Drop proofs here, one or several</Trans>
      </p>
      <label className="btn relative cursor-pointer focus-within:outline-2 focus-within:outline-offset-3 focus-within:outline-celadon">
        <Trans>Choose files</Trans>
        <input
          type="file"
          multiple
          accept=".json,application/json"
          aria-describedby={hint}
          className="sr-only"
          onChange={({ currentTarget }) => {
            onFiles([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </label>
      <p id={hint} className="text-[0.86rem] text-ink-2">
        <Trans>
          Files like teahouse-proof-….json, at most {megabytes} MB each, {filesAtOnce} at once.
        </Trans>
      </p>
    </div>
  );
}
