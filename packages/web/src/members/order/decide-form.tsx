import { Trans, useLingui } from '@lingui/react/macro';
import type { HouseCase, OrderAction, OrderReason } from '@teahouse/contract/members';
import { useId, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { Submit, useAction } from '../form.tsx';
import { ReasonSelect, WordsField } from './parts.tsx';
import { useRefreshOrder } from './queries.ts';
import { actionWords, orderWords } from './words.ts';

const spans = [1, 3, 7, 30, 90, 365] as const;

function Days({
  days,
  onChange,
}: {
  days: number | undefined;
  onChange: (days: number | undefined) => void;
}) {
  const { t } = useLingui();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t`For how long`}</label>
      <select
        id={id}
        className="input"
        value={days ?? ''}
        onChange={(event) => onChange(event.target.value ? Number(event.target.value) : undefined)}
      >
        {spans.map((one) => (
          <option key={one} value={one}>
            {t`${one} days`}
          </option>
        ))}
        <option value="">{t`Until further notice`}</option>
      </select>
    </div>
  );
}

/** Action, reason and words: all three are needed, and the member reads all three. */
export function DecideForm({ found }: { found: HouseCase }) {
  const { t } = useLingui();
  const refresh = useRefreshOrder();
  const name = useId();
  const [action, setAction] = useState<OrderAction>();
  const [reason, setReason] = useState<OrderReason>(found.reasons[0] ?? 'other');
  const [days, setDays] = useState<number | undefined>(7);
  const [words, setWords] = useState('');
  const decide = useAction(async () => {
    if (!action) return;
    const span = action === 'suspend' && days !== undefined ? { days } : {};
    const body = { action, reason, words: words.trim(), ...span };
    await membersApi.decideHouseCase({ params: { case: found.id }, body });
    await refresh();
  });
  const actions: OrderAction[] =
    found.thing.kind === 'member' ? ['dismiss', 'warn', 'suspend'] : ['dismiss', 'hide', 'warn', 'suspend'];
  return (
    <form
      className="space-y-5"
      data-decide
      onSubmit={(event) => {
        event.preventDefault();
        void decide.run();
      }}
    >
      <h2>
        <Trans>Decide</Trans>
      </h2>
      <fieldset className="flex flex-wrap gap-2.5">
        <legend className="sr-only">
          <Trans>What to do</Trans>
        </legend>
        {actions.map((one) => (
          <label
            key={one}
            className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-full border border-line px-4 has-checked:border-celadon has-checked:bg-celadon-soft"
          >
            <input
              type="radio"
              name={name}
              required
              checked={one === action}
              onChange={() => setAction(one)}
              className="accent-(--celadon)"
            />
            {t(actionWords[one])}
          </label>
        ))}
      </fieldset>
      {action === 'suspend' ? <Days days={days} onChange={setDays} /> : null}
      <ReasonSelect label={t`Reason`} value={reason} onChange={setReason} />
      <WordsField
        label={t`In words`}
        value={words}
        most={1000}
        onChange={setWords}
        hint={<Trans>The member reads this, with the role that decided and not your name.</Trans>}
      />
      {decide.error ? <ErrorNotice error={decide.error} words={orderWords} /> : null}
      <Submit pending={decide.pending}>
        <Trans>Decide</Trans>
      </Submit>
    </form>
  );
}
