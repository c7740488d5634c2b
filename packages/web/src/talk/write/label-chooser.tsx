import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { useLabelWords } from '../read/label-words.ts';
import { Meter } from './meter.tsx';
import type { LabelChoiceState } from './use-label-choice.ts';

/** Under which label to speak, each with the number of people who could be meant by it. */
export function LabelChooser({ state }: { state: LabelChoiceState }) {
  const { t } = useLingui();
  const words = useLabelWords();
  const name = useId();
  const { labels, chosen, widened, choose } = state;
  if (!labels)
    return <div className="shimmer h-24 rounded bg-paper-2" role="status" aria-label={t`Counting`} />;
  const { floor } = labels;
  return (
    <fieldset>
      <legend className="font-semibold text-[0.95rem]">
        <Trans>Speak as</Trans>
      </legend>
      <div className="mt-1">
        {labels.options.map((option) => (
          <label
            key={`${option.kind}/${option.company}`}
            className="flex min-h-12 cursor-pointer flex-wrap items-center gap-x-3 border-b border-line py-1.5 has-disabled:cursor-not-allowed has-disabled:text-ink-2"
          >
            <input
              type="radio"
              name={name}
              className="h-5 w-5 accent-celadon"
              checked={option === chosen}
              disabled={!option.allowed}
              onChange={() => choose(option)}
            />
            <span className="mr-auto">
              {option.kind === 'alias' ? t`Nothing but the mask` : words(option.label)}
              {option.allowed ? null : (
                <span className="block text-[0.82rem]">
                  <Trans>Fewer than {floor}: too easy to guess who it was.</Trans>
                </span>
              )}
            </span>
            <Meter n={option.n} />
          </label>
        ))}
      </div>
      {widened ? (
        <p className="mt-2 text-[0.86rem] text-ink-2" role="status">
          <Trans>
            Fewer than {floor} people could stand behind your company's label, so a wider one is chosen for
            you.
          </Trans>
        </p>
      ) : null}
    </fieldset>
  );
}
