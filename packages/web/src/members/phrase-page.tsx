import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Teahouse } from '@teahouse/client';
import { useState } from 'react';
import { PutWordsOff, Unlocked } from '../holder/keep-parts.tsx';
import { useHolder, useObserved } from '../holder/use-holder.ts';
import { useTitle } from '../shell/use-title.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { memberWords } from './error-words.ts';
import { Sheet, Submit, useAction } from './form.tsx';
import { PhraseCard } from './phrase-card.tsx';
import { type Question, quizOf } from './phrase-quiz.ts';

function Advice() {
  return (
    <div className="space-y-4">
      <h2 className="text-ink">
        <Trans>On paper, at home</Trans>
      </h2>
      <p>
        <Trans>
          Who has these words is you: in talk nobody can tell the difference. No photo, no cloud, no mail, and
          not in the office drawer.
        </Trans>
      </p>
      <p>
        <Trans>Nobody here can give them to you again. There is no copy.</Trans>
      </p>
    </div>
  );
}

function Begin({ client, onWords }: { client: Teahouse; onWords: (words: string[]) => void }) {
  const make = useAction(async () => {
    const { exists } = client.wallet.snapshot();
    onWords((exists ? await client.wallet.phrase() : await client.wallet.create()).split(' '));
  });
  return (
    <div className="space-y-5">
      <p>
        <Trans>
          Take a sheet of paper and a pen. The 24 words are shown once; then you are asked for three of them,
          to see that they are on the paper.
        </Trans>
      </p>
      {make.error ? <ErrorNotice error={make.error} words={memberWords} /> : null}
      <button type="button" className="btn" onClick={() => void make.run()}>
        <Trans>Show the words</Trans>
      </button>
    </div>
  );
}

function Quiz({ client, words, onBack }: { client: Teahouse; words: readonly string[]; onBack: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [questions] = useState<Question[]>(() => quizOf(words));
  const [wrong, setWrong] = useState(false);
  const check = useAction(async (form: FormData) => {
    const right = questions.every(({ place }) => form.get(`word-${place}`) === words[place]);
    setWrong(!right);
    if (right && (await client.wallet.confirmPhrase(words.join(' ')))) await navigate({ to: '/papers' });
  });
  return (
    <form
      className="rise space-y-6"
      onSubmit={(event) => {
        event.preventDefault();
        void check.run(new FormData(event.currentTarget));
      }}
    >
      <p>
        <Trans>Look at your sheet: which words stand there?</Trans>
      </p>
      {questions.map(({ place, choices }) => (
        <fieldset key={place}>
          <legend className="font-semibold">
            <Trans>Word {place + 1}</Trans>
          </legend>
          <div className="mt-2 grid grid-cols-2 gap-2 sm:grid-cols-4" lang="en">
            {choices.map((word) => (
              <label
                key={word}
                className="flex min-h-11 cursor-pointer items-center justify-center rounded-full border border-line font-mono has-checked:border-celadon has-checked:bg-celadon has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-celadon"
              >
                <input type="radio" name={`word-${place}`} value={word} required className="sr-only" />
                {word}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {wrong ? (
        <p role="alert" className="notice danger">
          <Trans>Not all of them are right. Compare your sheet with the words once more.</Trans>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-4">
        <Submit pending={check.pending}>{t`That is what stands there`}</Submit>
        <button type="button" className="btn quiet" onClick={onBack}>
          <Trans>Back to the words</Trans>
        </button>
      </div>
    </form>
  );
}

function Words({ client }: { client: Teahouse }) {
  const { phraseConfirmed } = useObserved(client.wallet);
  const [words, setWords] = useState<string[]>();
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  if (phraseConfirmed && !asking) {
    return (
      <div className="space-y-5">
        <p>
          <Trans>
            The words of this device's key were shown, and are on your paper. They are not shown again.
          </Trans>
        </p>
        <Link to="/papers" className="btn">
          <Trans>My papers</Trans>
        </Link>
      </div>
    );
  }
  if (!words) return <Begin client={client} onWords={setWords} />;
  if (asking) return <Quiz client={client} words={words} onBack={() => setAsking(false)} />;
  return (
    <div className="rise space-y-6">
      <PhraseCard words={words} />
      <div className="flex flex-wrap gap-4">
        <button type="button" className="btn" onClick={() => setAsking(true)}>
          <Trans>They are on paper</Trans>
        </button>
        <button type="button" className="btn quiet" onClick={() => window.print()}>
          <Trans>Print the sheet</Trans>
        </button>
        <PutWordsOff client={client} onDone={() => void navigate({ to: '/papers' })} />
      </div>
    </div>
  );
}

/** Making the key, and the 24 words that bring it back. */
export function PhrasePage() {
  const { t } = useLingui();
  useTitle(t`Your 24 words`);
  const client = useHolder(true);
  return (
    <Sheet title={t`Your 24 words`} aside={<Advice />}>
      {client ? (
        <Unlocked client={client}>
          <Words client={client} />
        </Unlocked>
      ) : (
        <PageSkeleton />
      )}
    </Sheet>
  );
}
