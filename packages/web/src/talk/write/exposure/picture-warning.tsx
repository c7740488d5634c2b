import { Trans } from '@lingui/react/macro';

/** What a picture tells besides what it is of; stands where pictures are chosen (safety.md: no promise of removal). */
export function PictureWarning() {
  return (
    <div className="notice warm space-y-1 text-[0.92rem] text-ink-2">
      <p className="font-semibold text-ink">
        <Trans>A picture can name you without a word</Trans>
      </p>
      <p>
        <Trans>
          A screenshot of an internal page may carry a watermark that the eye does not see, with your name in
          it. We can't promise to remove it: type the words instead.
        </Trans>
      </p>
      <p>
        <Trans>
          Look for faces, screens, badges, names, window views and reflections, and cover them before you
          send.
        </Trans>
      </p>
    </div>
  );
}
