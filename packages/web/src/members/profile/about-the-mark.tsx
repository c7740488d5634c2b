import { Trans } from '@lingui/react/macro';

/** What the mark says, and what it doesn't. */
export function AboutTheMark() {
  return (
    <div className="space-y-3">
      <h2 className="text-ink">
        <Trans>What the mark says</Trans>
      </h2>
      <p>
        <Trans>
          A company with the mark was verified in the month beside it: the member could read mail at its
          address. All else on this page is the member's own word.
        </Trans>
      </p>
    </div>
  );
}
