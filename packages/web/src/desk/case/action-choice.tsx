import { Trans, useLingui } from '@lingui/react/macro';
import { Key } from '../frame/key-list.tsx';
import type { Action, Choice } from '../words/actions.ts';

/** What can be decided, each with its key and what it does. What does not fit says why and can't be chosen. */
export function ActionChoice({
  choices,
  value,
  onChange,
}: {
  choices: readonly Choice[];
  value: Action | null;
  onChange: (action: Action) => void;
}) {
  const { t } = useLingui();
  return (
    <fieldset>
      <legend className="font-semibold">
        <Trans>What is to be done</Trans>
      </legend>
      <div className="mt-1">
        {choices.map(({ action, key, label, hint, unfit }) => (
          <label
            key={action}
            className={`flex items-start gap-2.5 rounded-md px-2 py-1 has-checked:bg-celadon-soft has-focus-visible:outline-2 has-focus-visible:outline-celadon ${unfit ? 'text-ink-2' : 'cursor-pointer hover:bg-paper-2'}`}
          >
            <input
              type="radio"
              name="action"
              value={action}
              checked={value === action}
              disabled={unfit !== undefined}
              onChange={() => onChange(action)}
              className="mt-1 accent-celadon outline-none"
            />
            <span className="min-w-0 flex-1 text-[0.95rem] leading-snug">
              <span className={unfit ? '' : 'font-semibold'}>{t(label)}</span>
              {value === action || unfit ? (
                <span className="block text-[0.84rem] text-ink-2">{t(unfit ?? hint)}</span>
              ) : null}
            </span>
            <span aria-hidden="true">
              <Key>{key}</Key>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
