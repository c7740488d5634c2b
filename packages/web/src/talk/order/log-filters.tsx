import { Trans, useLingui } from '@lingui/react/macro';
import { useName } from '../../ui/use-name.ts';
import { useReading } from '../read/reading.ts';
import { rooms as roomsReading } from '../read/readings.ts';
import { Choice, Options } from './choice.tsx';
import { actionWords, byWords } from './decision-words.ts';
import type { LogQuestion } from './log-question.ts';
import { ruleWords } from './rule-words.ts';

const ruleNames = Object.fromEntries(Object.entries(ruleWords).map(([rule, { name }]) => [rule, name]));

/** What the log of decisions is narrowed by. */
export function LogFilters({
  question,
  onChange,
}: {
  question: LogQuestion;
  onChange: (next: LogQuestion) => void;
}) {
  const { t } = useLingui();
  const name = useName();
  const { data = [] } = useReading(roomsReading);
  const { room, thread, action, rule, by } = question;
  const change = (part: Partial<Record<keyof LogQuestion, string | undefined>>) =>
    onChange(Object.fromEntries(Object.entries({ ...question, ...part }).filter(([, value]) => value)));
  return (
    <div className="flex flex-wrap items-center gap-2.5">
      <Choice
        label={t`Room`}
        any={t`All public rooms`}
        value={room}
        onChange={(value) => change({ room: value, thread: undefined })}
      >
        {data
          .filter(({ access, id }) => access === 'public' || id === room)
          .map((one) => (
            <option key={one.id} value={one.id}>
              {name(one.name)}
            </option>
          ))}
      </Choice>
      <Choice
        label={t`Decision`}
        any={t`Every decision`}
        value={action}
        onChange={(value) => change({ action: value })}
      >
        <Options of={actionWords} />
      </Choice>
      <Choice label={t`Rule`} any={t`Every rule`} value={rule} onChange={(value) => change({ rule: value })}>
        <Options of={ruleNames} />
      </Choice>
      <Choice
        label={t`Who decided`}
        any={t`Whoever decided`}
        value={by}
        onChange={(value) => change({ by: value })}
      >
        <Options of={byWords} />
      </Choice>
      {thread ? (
        <span className="chip min-h-7">
          <Trans>one thread only</Trans>
        </span>
      ) : null}
      {(room ?? thread ?? action ?? rule ?? by) === undefined ? null : (
        <button type="button" className="act" onClick={() => onChange({})}>
          <Trans>No filters</Trans>
        </button>
      )}
    </div>
  );
}
