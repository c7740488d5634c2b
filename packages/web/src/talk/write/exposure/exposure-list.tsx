import { useLingui } from '@lingui/react/macro';
import { kindsOf } from './judge.ts';
import { kindWords } from './kind-words.ts';
import type { FieldHint } from './use-exposure.ts';

/** More examples of one kind than this tell nothing more. */
const most = 6;
const shortened = (words: string): string => (words.length > 40 ? `${words.slice(0, 38).trimEnd()}…` : words);

function differing(hints: readonly FieldHint[]): FieldHint[] {
  return [...new Map(hints.map((hint) => [hint.words, hint])).values()].slice(0, most);
}

/** Each kind with its words, why it gives away, and how to say it vaguer. With `onChoose` the words lead to the field. */
export function ExposureList({
  hints,
  onChoose,
}: {
  hints: readonly FieldHint[];
  onChoose?: (hint: FieldHint) => void;
}) {
  const { t } = useLingui();
  return (
    <ul className="divide-y divide-line">
      {kindsOf(hints).map((kind) => {
        const { name, why, vaguer } = kindWords[kind];
        return (
          <li key={kind} className="py-2.5" data-kind={kind}>
            <div className="flex flex-wrap items-center gap-x-4">
              <span className="font-semibold">{t(name)}</span>
              {differing(hints.filter((hint) => hint.kind === kind)).map((hint) =>
                onChoose ? (
                  <button
                    key={hint.words}
                    type="button"
                    className="inline-flex min-h-11 items-center text-left"
                    onClick={() => onChoose(hint)}
                  >
                    <span className="hint-line">{shortened(hint.words)}</span>
                  </button>
                ) : (
                  <span key={hint.words} className="hint-line">
                    {shortened(hint.words)}
                  </span>
                ),
              )}
            </div>
            <p className="text-[0.92rem] text-ink-2">
              {t(why)} <span className="text-ink">{t(vaguer)}</span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
