import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useName } from '../../ui/use-name.ts';
import { roomsQuery } from '../data/queries.ts';
import { rules, states } from '../words/kinds.ts';
import { ruleWords, stateWords } from '../words/rule-words.ts';
import { type QueueSearch, readSearch } from './search.ts';

function Choice({
  label,
  value,
  onChange,
  children,
}: {
  label: string;
  value: string | undefined;
  onChange: (value: string) => void;
  children: ReactNode;
}) {
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
      className={`field-sizing-content min-h-11 max-w-44 min-w-0 rounded-md border bg-paper px-2 text-[0.9rem] ${value ? 'border-celadon font-semibold' : 'border-line'}`}
    >
      {children}
    </select>
  );
}

/** What of the queue is shown; it stands in the address, so that coming back finds it as it was. */
export function Filters({ search }: { search: QueueSearch }) {
  const { t } = useLingui();
  const name = useName();
  const navigate = useNavigate();
  const { data: rooms = [] } = useQuery(roomsQuery);
  const set = (key: keyof QueueSearch) => (value: string) =>
    void navigate({ to: '/desk', search: readSearch({ ...search, [key]: value }), replace: true });
  const isFiltered = Object.keys(search).length > 0;
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="sr-only">
        <Trans>Filters</Trans>
      </legend>
      <Choice label={t`Open or decided`} value={search.work} onChange={set('work')}>
        <option value="">{t`Open`}</option>
        <option value="decided">{t`Decided`}</option>
      </Choice>
      <Choice label={t`Rule`} value={search.rule} onChange={set('rule')}>
        <option value="">{t`All rules`}</option>
        {rules.map((rule) => (
          <option key={rule} value={rule}>
            {t(ruleWords[rule])}
          </option>
        ))}
      </Choice>
      <Choice label={t`How it stands`} value={search.state} onChange={set('state')}>
        <option value="">{t`However it stands`}</option>
        {states.map((state) => (
          <option key={state} value={state}>
            {t(stateWords[state])}
          </option>
        ))}
      </Choice>
      <Choice label={t`Room`} value={search.room} onChange={set('room')}>
        <option value="">{t`All rooms`}</option>
        {rooms.map((room) => (
          <option key={room.id} value={room.id}>
            {name(room.name)}
          </option>
        ))}
      </Choice>
      <Choice label={t`Whose`} value={search.assignee} onChange={set('assignee')}>
        <option value="">{t`Anybody's`}</option>
        <option value="me">{t`Mine`}</option>
        <option value="none">{t`Nobody's`}</option>
      </Choice>
      {isFiltered ? (
        <button
          type="button"
          className="act"
          onClick={() => void navigate({ to: '/desk', search: {}, replace: true })}
        >
          <Trans>Clear</Trans>
        </button>
      ) : null}
    </fieldset>
  );
}
