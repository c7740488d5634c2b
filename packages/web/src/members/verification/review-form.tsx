import { Trans, useLingui } from '@lingui/react/macro';
import type { Decide, Refusal, Review } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useId, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { memberWords } from '../error-words.ts';
import { Field, Submit, useAction } from '../form.tsx';
import { reasonWords } from './reason-words.ts';

const refusals = [
  'unreadable',
  'no-number',
  'other-name',
  'other-company',
  'no-badge',
  'number-taken',
] as const satisfies readonly Refusal[];

function Accept({ onDecide }: { onDecide: (decision: Decide) => Promise<void> }) {
  const { t } = useLingui();
  const accept = useAction(async (form: FormData) => {
    const number = String(form.get('number') ?? '').trim();
    await onDecide({ verdict: 'accept', number, words: '' });
  });
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        void accept.run(new FormData(event.currentTarget));
      }}
    >
      <Field
        label={t`Staff number, as it stands on the badge`}
        name="number"
        required
        autoComplete="off"
        maxLength={membersLimits.staffNumberMax}
        hint={t`Kept as a fingerprint alone: it makes sure that one badge has one voice.`}
      />
      {accept.error ? <ErrorNotice error={accept.error} words={memberWords} /> : null}
      <Submit pending={accept.pending}>
        <Trans>Accept the badge</Trans>
      </Submit>
    </form>
  );
}

function Refuse({ onDecide }: { onDecide: (decision: Decide) => Promise<void> }) {
  const { t } = useLingui();
  const id = useId();
  const refuse = useAction(async (form: FormData) => {
    const reason = refusals.find((one) => one === form.get('reason')) ?? 'unreadable';
    await onDecide({ verdict: 'refuse', reason, words: String(form.get('words') ?? '').trim() });
  });
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        void refuse.run(new FormData(event.currentTarget));
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-reason`}>{t`Reason`}</label>
        <select id={`${id}-reason`} name="reason" className="input">
          {refusals.map((one) => (
            <option key={one} value={one}>
              {t(reasonWords[one])}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-words`}>{t`In words, for the member`}</label>
        <textarea
          id={`${id}-words`}
          name="words"
          rows={2}
          required
          maxLength={membersLimits.reviewWordsMax}
          className="input"
        />
      </div>
      {refuse.error ? <ErrorNotice error={refuse.error} words={memberWords} /> : null}
      <button type="submit" className="btn danger" aria-disabled={refuse.pending}>
        <Trans>Refuse</Trans>
      </button>
    </form>
  );
}

/** Yes with the number, or no with a reason and words. Either way the photo is destroyed with it. */
export function ReviewForm({ review, onDecided }: { review: Review; onDecided: () => Promise<void> }) {
  const [refuses, setRefuses] = useState(false);
  const decide = async (body: Decide) => {
    await membersApi.decideReview({ params: { badge: review.id }, body });
    await onDecided();
  };
  return (
    <div className="space-y-5">
      {refuses ? <Refuse onDecide={decide} /> : <Accept onDecide={decide} />}
      <button type="button" className="act" onClick={() => setRefuses(!refuses)}>
        {refuses ? <Trans>Accept it after all</Trans> : <Trans>It has to be refused</Trans>}
      </button>
    </div>
  );
}
