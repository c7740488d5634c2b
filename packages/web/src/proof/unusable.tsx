import { Trans, useLingui } from '@lingui/react/macro';
import { type UnusableReason, unusableWords } from '@teahouse/proof';
import type { ReactNode } from 'react';
import { Stamp } from './stamp.tsx';
import { nextSteps } from './unusable-words.ts';

const isKnown = (reason: string): reason is UnusableReason => Object.hasOwn(nextSteps, reason);

function Why({ reason }: { reason: string }) {
  const { t, i18n } = useLingui();
  const known = isKnown(reason);
  return (
    <>
      <p className="mt-1">
        {known ? (
          unusableWords(reason, i18n.locale === 'zh' ? 'zh' : 'en')
        ) : (
          <Trans>The file could not be read.</Trans>
        )}
      </p>
      <p className="text-[0.95rem] text-ink-2">
        {known ? t(nextSteps[reason]) : <Trans>Choose it once more, or try another browser.</Trans>}
      </p>
    </>
  );
}

/** A file of which nothing can be said: neither proven nor refuted. */
export function Unusable({ reason, caption }: { reason: string; caption: ReactNode }) {
  return (
    <div className="flex items-center gap-5" data-outcome="unusable" data-reason={reason}>
      <Stamp outcome="unusable" />
      <div className="min-w-0">
        {caption}
        <h3 className="text-[1.35rem]">
          <Trans>Unusable: nothing was checked</Trans>
        </h3>
        <Why reason={reason} />
      </div>
    </div>
  );
}
