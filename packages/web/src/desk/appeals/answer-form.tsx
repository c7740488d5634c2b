import { Trans, useLingui } from '@lingui/react/macro';
import type { Appeal } from '@teahouse/contract/desk';
import { talkLimits } from '@teahouse/contract/talk/limits';
import { useId, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { deskApi } from '../data/api.ts';
import { Submit } from '../frame/form.tsx';
import { readAnew } from '../frame/undo.tsx';
import { deskWords } from '../words/error-words.ts';

/** Granting or refusing an appeal, in words. Both words and answer become public; it can't be appealed again. */
export function AnswerForm({ decision }: Pick<Appeal, 'decision'>) {
  const { t } = useLingui();
  const id = useId();
  const [grant, setGrant] = useState<boolean | null>(null);
  const answer = useAction(async (form: HTMLFormElement) => {
    const words = String(new FormData(form).get('words') ?? '').trim();
    if (grant === null || words === '') return;
    const { room, id: of } = decision;
    await deskApi.answerAppeal({ params: { room, decision: of }, body: { grant, words } });
    await readAnew();
  });
  const ways = [
    {
      grant: true,
      label: t`Grant it`,
      hint: t`The post comes back, its tokens are given back, and the record says so.`,
    },
    {
      grant: false,
      label: t`Refuse it`,
      hint: t`The decision stands. The words say why, once more and better.`,
    },
  ];
  return (
    <form
      className="mt-3 space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        void answer.run(event.currentTarget);
      }}
    >
      <fieldset>
        <legend className="font-semibold">
          <Trans>The answer</Trans>
        </legend>
        {ways.map((way) => (
          <label
            key={String(way.grant)}
            className="flex cursor-pointer items-start gap-2.5 rounded-md px-2 py-1.5 has-checked:bg-celadon-soft has-focus-visible:outline-2 has-focus-visible:outline-celadon"
          >
            <input
              type="radio"
              name={`${id}-grant`}
              checked={grant === way.grant}
              onChange={() => setGrant(way.grant)}
              className="mt-1.5 accent-celadon outline-none"
            />
            <span>
              {way.label}
              <span className="block text-[0.84rem] text-ink-2">{way.hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-words`}>{t`In words, to the author`}</label>
        <textarea
          id={`${id}-words`}
          name="words"
          rows={3}
          required
          maxLength={talkLimits.decisionCharacters}
          className="input text-[0.95rem]"
        />
      </div>
      {answer.error ? <ErrorNotice error={answer.error} words={deskWords} /> : null}
      <Submit pending={answer.pending} disabled={grant === null}>
        <Trans>Send the answer</Trans>
      </Submit>
    </form>
  );
}
