import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { Ask } from '../../../ui/ask.tsx';
import { ExposureList } from './exposure-list.tsx';
import { type Fields, selectHint } from './select-hint.ts';
import type { Exposure, FieldHint } from './use-exposure.ts';

/** Asked once before words are sent that name their author: a question with two answers, never a refusal. */
export function ExposureAsk({ exposure, fields }: { exposure: Exposure; fields: Fields }) {
  const { t } = useLingui();
  const { asking, answer } = exposure;
  const first = useRef<FieldHint | undefined>(undefined);
  useEffect(() => {
    if (asking) first.current = asking[0];
  }, [asking]);
  /** The dialog gives the focus back to the button; after that it goes to the words. */
  const closed = () => {
    if (asking) answer(false);
    if (first.current) selectHint(fields, first.current);
    first.current = undefined;
  };
  const send = () => {
    first.current = undefined;
    answer(true);
  };
  return (
    <Ask open={asking !== null} title={t`Would a colleague know that it is you?`} onClose={closed}>
      <p>
        <Trans>Read it once as somebody from your team would. This could tell them who wrote it:</Trans>
      </p>
      {asking ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be in reach of the keyboard
        <section aria-label={t`What could tell`} tabIndex={0} className="exposure-list">
          <ExposureList hints={asking} />
        </section>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <button type="button" className="btn" onClick={() => answer(false)}>
          <Trans>Change something</Trans>
        </button>
        <button type="button" className="btn quiet" onClick={send}>
          <Trans>Send as it is</Trans>
        </button>
      </div>
      <p className="text-[0.84rem] text-ink-2">
        <Trans>This was looked up on your device. Nobody learns of it.</Trans>
      </p>
    </Ask>
  );
}
