import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { CaseView, Decide } from '@teahouse/contract/desk';
import type { Decision, HouseRule } from '@teahouse/contract/talk';
import { useId, useRef, useState } from 'react';
import { languageOf } from '../../talk/read/lang.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { deskApi } from '../data/api.ts';
import { roomsQuery } from '../data/queries.ts';
import { Submit } from '../frame/form.tsx';
import { useMe } from '../frame/me.tsx';
import { useKeys } from '../frame/use-keys.ts';
import { cautions, cautionWords } from '../words/action-words.ts';
import { type Action, choicesFor } from '../words/actions.ts';
import { deskWords } from '../words/error-words.ts';
import { rules } from '../words/kinds.ts';
import { readyWords, type Tongue } from '../words/ready-words.ts';
import { ruleWords } from '../words/rule-words.ts';
import { ActionChoice } from './action-choice.tsx';
import { WordsField } from './words-field.tsx';

/** Minutes to choose from for `slow`: whole slots, and nought that ends it. */
const slowSteps = [5, 15, 30, 60, 360, 1440, 0] as const;

/** The rule that speaks loudest for the case: that of most reports, or of the first look. */
function likelyRule({ reasons }: CaseView['case']): HouseRule {
  const [first] = [...reasons].sort((a, b) => b.n - a.n);
  return first?.rule ?? 'other';
}

function tongueOf(view: CaseView): Tongue {
  const body = view.posts.find(({ id }) => id === view.case.post)?.body;
  return body?.lang ?? languageOf(body?.text ?? view.case.excerpt);
}

/** Who reads the words of a decision: of a room for colleagues the public log has none (protocol.md 5). */
function useAudience(room: string): string {
  const { t } = useLingui();
  const { data: rooms } = useQuery(roomsQuery);
  return rooms?.find(({ id }) => id === room)?.access === 'colleagues'
    ? t`The author reads this, and so do the colleagues who may enter this room. Name nobody.`
    : t`The author reads this, and so does everybody in the public log. Name nobody.`;
}

interface DecideFormProps {
  readonly view: CaseView;
  /** Key of an action that was picked in the queue already. */
  readonly picked: string | undefined;
  readonly onDecided: (decision: Decision) => Promise<void>;
}

/** Action, rule and words: all three are needed, and all three become public. */
export function DecideForm({ view, picked, onDecided }: DecideFormProps) {
  const { t } = useLingui();
  const id = useId();
  const choices = choicesFor(view, useMe().role);
  const field = useRef<HTMLTextAreaElement>(null);
  const fits = (key: string) => choices.find((one) => one.key === key && !one.unfit)?.action ?? null;
  const [action, setAction] = useState<Action | null>(() => (picked ? fits(picked) : null));
  const [rule, setRule] = useState<HouseRule>(() => likelyRule(view.case));
  const [caution, setCaution] = useState<(typeof cautions)[number]>('unproven');
  const [minutes, setMinutes] = useState<number>(15);
  const [tongue, setTongue] = useState<Tongue>(() => tongueOf(view));
  const [own, setOwn] = useState<string | null>(null);
  const audience = useAudience(view.case.room);
  const ready = action ? readyWords(action, rule, tongue) : [];
  const words = own ?? ready[0] ?? '';

  const minutesWords = (step: number) => {
    const hours = step / 60;
    if (step === 0) return t`No wait any more`;
    return step < 60 ? t`${step} minutes` : plural(hours, { one: '# hour', other: '# hours' });
  };
  const decide = useAction(async () => {
    if (!action || words.trim() === '') return;
    const body: Decide = {
      action,
      rule,
      words: words.trim(),
      ...(action === 'caution' ? { caution } : {}),
      ...(action === 'slow' ? { minutes } : {}),
    };
    const { room, post } = view.case;
    await onDecided(await deskApi.decide({ params: { room, post }, body }));
  });
  const pick = (key: string) => {
    const found = fits(key);
    if (found) setAction(found);
  };
  useKeys({
    ...Object.fromEntries(choices.map(({ key }) => [key, () => pick(key)])),
    w: () => field.current?.focus(),
  });
  return (
    <form
      data-decide
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        void decide.run();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
    >
      <ActionChoice choices={choices} value={action} onChange={setAction} />
      {action === 'caution' ? (
        <div className="field">
          <label htmlFor={`${id}-caution`}>{t`Which label`}</label>
          <select
            id={`${id}-caution`}
            className="input"
            value={caution}
            onChange={(event) =>
              setCaution(cautions.find((one) => one === event.currentTarget.value) ?? 'unproven')
            }
          >
            {cautions.map((one) => (
              <option key={one} value={one}>
                {t(cautionWords[one])}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      {action === 'slow' ? (
        <div className="field">
          <label htmlFor={`${id}-slow`}>{t`Time between two posts of an alias`}</label>
          <select
            id={`${id}-slow`}
            className="input"
            value={minutes}
            onChange={(event) => setMinutes(Number(event.currentTarget.value))}
          >
            {slowSteps.map((step) => (
              <option key={step} value={step}>
                {minutesWords(step)}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <div className="field">
        <label htmlFor={`${id}-rule`}>{t`Rule`}</label>
        <select
          id={`${id}-rule`}
          className="input"
          value={rule}
          onChange={(event) => setRule(rules.find((one) => one === event.currentTarget.value) ?? 'other')}
        >
          {rules.map((one) => (
            <option key={one} value={one}>
              {t(ruleWords[one])}
            </option>
          ))}
        </select>
      </div>
      <WordsField
        field={field}
        value={words}
        onChange={setOwn}
        ready={ready}
        tongue={tongue}
        onTongue={(next) => {
          setTongue(next);
          setOwn(null);
        }}
        hint={audience}
      />
      {decide.error ? <ErrorNotice error={decide.error} words={deskWords} /> : null}
      <div className="flex flex-wrap items-center gap-x-4 bg-paper py-1 lg:sticky lg:bottom-0">
        <Submit pending={decide.pending} disabled={!action || words.trim() === ''}>
          <Trans>Decide</Trans>
        </Submit>
        <span className="text-[0.84rem] text-ink-2">
          {action ? <Trans>Ctrl + Enter</Trans> : <Trans>First choose what is to be done.</Trans>}
        </span>
      </div>
    </form>
  );
}
