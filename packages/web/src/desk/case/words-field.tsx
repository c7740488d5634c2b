import { Trans, useLingui } from '@lingui/react/macro';
import { talkLimits } from '@teahouse/contract/talk/limits';
import type { RefObject } from 'react';
import { useId } from 'react';
import type { Tongue } from '../words/ready-words.ts';

interface WordsFieldProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  readonly onChange: (words: string) => void;
  /** Sentences to begin with, in the tongue below. */
  readonly ready: readonly string[];
  readonly tongue: Tongue;
  readonly onTongue: (tongue: Tongue) => void;
  /** Who reads it. */
  readonly hint: string;
}

/** The words of a decision: ready-made ones to begin with, in either language, free to be changed. */
export function WordsField({ field, value, onChange, ready, tongue, onTongue, hint }: WordsFieldProps) {
  const { t } = useLingui();
  const id = useId();
  const most = talkLimits.decisionCharacters;
  const left = most - [...value].length;
  return (
    <div className="field">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <label htmlFor={id} className="font-semibold">
          <Trans>In words</Trans>
        </label>
        <fieldset className="flex gap-1 text-[0.86rem]">
          <legend className="sr-only">
            <Trans>Language of the ready-made words</Trans>
          </legend>
          {(['zh', 'en'] as const).map((one) => (
            <button
              key={one}
              type="button"
              lang={one === 'zh' ? 'zh-CN' : 'en'}
              aria-pressed={tongue === one}
              onClick={() => onTongue(one)}
              className="min-h-9 rounded px-2 text-ink-2 aria-pressed:bg-paper-2 aria-pressed:font-semibold aria-pressed:text-ink"
            >
              {one === 'zh' ? '中文' : 'English'}
            </button>
          ))}
        </fieldset>
      </div>
      <textarea
        ref={field}
        id={id}
        name="words"
        rows={3}
        required
        maxLength={most}
        value={value}
        lang={tongue === 'zh' ? 'zh-CN' : 'en'}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="input text-[0.95rem]"
      />
      <p id={`${id}-hint`} className="text-[0.84rem] text-ink-2">
        {hint}
        {left < 100 ? <span className="tabular ml-2">{t`${left} left`}</span> : null}
      </p>
      {ready.length > 1 || (ready[0] !== undefined && ready[0] !== value) ? (
        <ul className="space-y-1">
          {ready
            .filter((words) => words !== value)
            .map((words) => (
              <li key={words}>
                <button
                  type="button"
                  lang={tongue === 'zh' ? 'zh-CN' : 'en'}
                  onClick={() => onChange(words)}
                  className="w-full rounded-md border border-dashed border-line px-2.5 py-1.5 text-left text-[0.88rem] text-ink-2 hover:border-celadon hover:text-ink"
                >
                  {words}
                </button>
              </li>
            ))}
        </ul>
      ) : null}
    </div>
  );
}
