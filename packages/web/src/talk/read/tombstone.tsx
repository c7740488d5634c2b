import { Trans } from '@lingui/react/macro';

/** Where words were that their author took back. */
export const Tombstone = () => (
  <p className="border-l-2 border-line py-1 pl-3 text-[0.95rem] text-ink-2">
    <Trans>
      The author took these words back. The words are destroyed; that they were signed can still be checked.
    </Trans>
  </p>
);
