import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { checkPhrase, type PhraseCheck, phraseLength, wordsOf } from '@teahouse/client/wallet/phrase-entry';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { PhraseProblem } from './phrase-problem.tsx';
import { PhraseWord } from './phrase-word.tsx';

const empty: readonly string[] = Array.from({ length: phraseLength }, () => '');

/** Puts pasted words in from a place on; a whole phrase begins at the first, wherever it was pasted. */
function filledIn(words: readonly string[], place: number, pasted: readonly string[]): readonly string[] {
  const from = pasted.length >= phraseLength ? 0 : place;
  return words.map((word, i) => pasted[i - from] ?? word);
}

interface PhraseEntryProps {
  readonly action: ReactNode;
  readonly pending: boolean;
  /** Gets 24 words whose checksum holds. */
  readonly onPhrase: (phrase: string) => void;
}

/** The 24 words, one by one or pasted at once. Nothing is asked of a server, and nothing is kept. */
export function PhraseEntry({ action, pending, onPhrase }: PhraseEntryProps) {
  const { t } = useLingui();
  const [words, setWords] = useState(empty);
  const [problem, setProblem] = useState<PhraseCheck>();
  const list = useRef<HTMLOListElement>(null);
  const filled = words.filter(Boolean).length;
  const notice = useRef<HTMLDivElement>(null);
  const focus = (place: number) => list.current?.querySelectorAll('input')[place]?.focus();
  useEffect(() => {
    if (problem) notice.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);

  function change(place: number, text: string): void {
    setProblem(undefined);
    const parts = wordsOf(text);
    if (parts.length <= 1) {
      setWords(words.with(place, parts[0] ?? ''));
      return;
    }
    const next = filledIn(words, place, parts);
    setWords(next);
    const blank = next.indexOf('');
    focus(blank === -1 ? phraseLength - 1 : blank);
  }
  function take(place: number, word: string): void {
    setProblem(undefined);
    setWords(words.with(place, word));
  }
  function submit(): void {
    const blank = words.indexOf('');
    const check =
      blank === -1 ? checkPhrase(words) : ({ name: 'count', missing: phraseLength - filled } as const);
    if (check.name === 'good') {
      onPhrase(check.phrase);
      return;
    }
    setProblem(check);
    if (check.name === 'count') focus(blank);
    if (check.name === 'unknown') focus(check.faults[0]?.place ?? 0);
  }

  return (
    <form
      className="space-y-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) submit();
      }}
    >
      <fieldset>
        <legend className="font-semibold text-[0.95rem]">
          <Trans>Your 24 words</Trans>
        </legend>
        <p className="pb-3 text-[0.88rem] text-ink-2">
          <Trans>
            The first letters are enough: the word completes itself. All of them can be pasted at once. They
            do not leave this device.
          </Trans>
        </p>
        <div ref={notice} className="scroll-mt-4 pb-4 empty:hidden">
          {problem ? <PhraseProblem problem={problem} onTake={take} /> : null}
        </div>
        <ol ref={list} lang="en" className="grid grid-cols-2 gap-x-4 gap-y-1.5 sm:grid-cols-3">
          {words.map((word, place) => (
            <PhraseWord
              // biome-ignore lint/suspicious/noArrayIndexKey: a place of the phrase is what it is
              key={place}
              place={place}
              word={word}
              onText={(text) => change(place, text)}
              onTake={(taken) => {
                take(place, taken);
                if (place + 1 < phraseLength) focus(place + 1);
              }}
            />
          ))}
        </ol>
      </fieldset>
      <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <button type="submit" className="btn" aria-disabled={pending}>
          {action}
        </button>
        <span className="tabular text-[0.9rem] text-ink-2">
          <Plural value={filled} one="# of 24 words" other="# of 24 words" />
        </span>
        {filled > 0 && !pending ? (
          <button
            type="button"
            className="act"
            onClick={() => {
              setWords(empty);
              setProblem(undefined);
              focus(0);
            }}
          >
            {t`Empty all fields`}
          </button>
        ) : null}
      </p>
    </form>
  );
}
