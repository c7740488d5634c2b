import { Trans, useLingui } from '@lingui/react/macro';
import type { Appeal } from '@teahouse/contract/desk';
import { langTag } from '../../talk/read/lang.ts';
import { painted } from '../../talk/text/painted.ts';
import { Age } from '../queue/chips.tsx';
import { decidedWords } from '../words/action-words.ts';
import { byWords, ruleWords } from '../words/rule-words.ts';
import { AnswerForm } from './answer-form.tsx';

/** Words that somebody wrote, in their own language; nothing in them is marked up. */
const Said = ({ words }: { words: string }) => (
  <p lang={langTag(null, words)} dir="auto" className="whitespace-pre-line">
    {painted(words)}
  </p>
);

/** An author's appeal: what was decided and why, what the author says, and the answer or the way to give one. */
export function CaseAppeal({ appeal }: { appeal: Omit<Appeal, 'case'> }) {
  const { t } = useLingui();
  const { decision, words, state, answer, own } = appeal;
  return (
    <section data-appeal={decision.id} className="rounded-lg border border-celadon p-4">
      <h2 className="text-[1rem]">
        {state === 'open' ? (
          <Trans>The author appeals</Trans>
        ) : state === 'granted' ? (
          <Trans>Appeal granted</Trans>
        ) : (
          <Trans>Appeal refused</Trans>
        )}
      </h2>
      <div className="mt-1">
        <Said words={words} />
      </div>
      <div className="mt-3 border-l-2 border-line pl-3 text-[0.93rem] text-ink-2">
        <p>
          <Trans>Against:</Trans> {t(decidedWords[decision.action])}
          {` · ${t(ruleWords[decision.rule])} · ${t(byWords[decision.by])} · `}
          <Age day={decision.day} />
        </p>
        <Said words={decision.words} />
      </div>
      {answer === null ? null : (
        <div className="mt-3">
          <p className="font-semibold">
            <Trans>The answer</Trans>
          </p>
          <Said words={answer} />
        </div>
      )}
      {state !== 'open' ? null : own ? (
        <p className="notice warm mt-3 text-[0.93rem] text-ink-2">
          <Trans>
            You took this decision. An appeal is answered by somebody else, so that nobody judges twice in the
            same matter.
          </Trans>
        </p>
      ) : (
        <AnswerForm decision={decision} />
      )}
    </section>
  );
}
