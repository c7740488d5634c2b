import { Trans, useLingui } from '@lingui/react/macro';
import type { Teahouse } from '@teahouse/client';
import type { HouseRule, Post } from '@teahouse/contract/talk';
import { talkLimits } from '@teahouse/contract/talk/limits';
import { useId, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useThread } from '../read/thread-context.ts';
import { Gate, WhileTrusted } from '../write/gate.tsx';
import { refusalWords } from '../write/refusal-words.ts';
import { useOwnReport } from './own-report.ts';
import { PlainField } from './plain-field.tsx';
import { allRules, ruleWords } from './rule-words.ts';

function Rules({ chosen, onChoose }: { chosen: HouseRule | null; onChoose: (rule: HouseRule) => void }) {
  const { t } = useLingui();
  const name = useId();
  return (
    <fieldset>
      <legend className="pb-1.5 font-semibold text-[0.95rem]">
        <Trans>Which rule does it break?</Trans>
      </legend>
      {allRules.map((rule) => (
        <label
          key={rule}
          className="flex min-h-11 cursor-pointer gap-3 border-t border-line py-2.5 has-checked:bg-celadon-soft"
        >
          <input
            type="radio"
            name={name}
            value={rule}
            checked={rule === chosen}
            onChange={() => onChoose(rule)}
            className="mt-1.5 ml-1 accent-(--celadon)"
          />
          <span>
            <span className="font-semibold">{t(ruleWords[rule].name)}</span>
            <span className="block text-[0.9rem] text-ink-2">{t(ruleWords[rule].means)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** What a report tells about whoever makes it. protocol.md 2. */
const Shows = () => (
  <p className="notice text-[0.92rem] text-ink-2">
    <Trans>
      A report shows that somebody with a credential made it, and nothing else: not your employer, not your
      mask in this thread. One person has one report on a post. It costs no token, cannot be taken back, and
      leaves apart from what you say.
    </Trans>
  </p>
);

function Reporting({
  client,
  post,
  onClose,
}: {
  client: Teahouse;
  post: Pick<Post, 'id'>;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const { view } = useThread();
  const [rule, setRule] = useState<HouseRule | null>(null);
  const [text, setText] = useState('');
  const [error, setError] = useState<unknown>();
  const { taken, item } = useOwnReport(post.id);
  if (taken || item) {
    return (
      <p>
        <Trans>You reported this post already. A moderator decides.</Trans>
      </p>
    );
  }
  const { room, id: thread } = view.thread;
  async function report(): Promise<void> {
    if (!rule) return;
    const said = text.trim();
    try {
      await client.outbox.add({
        ...{ kind: 'report', room, thread, target: post.id, rule },
        ...(said === '' ? {} : { text: said }),
      });
      onClose();
    } catch (thrown) {
      setError(thrown);
    }
  }
  const long = [...text].length > talkLimits.reportCharacters;
  return (
    <form
      className="space-y-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void report();
      }}
    >
      <Rules chosen={rule} onChoose={setRule} />
      <PlainField
        label={rule === 'other' ? t`What is wrong?` : t`Anything to add? (optional)`}
        value={text}
        onChange={setText}
        limit={talkLimits.reportCharacters}
        note={t`Only moderators read it. Do not say who you are.`}
      />
      <Shows />
      {error ? <ErrorNotice error={error} words={refusalWords} /> : null}
      <p className="flex flex-wrap gap-3">
        <button
          type="submit"
          className="btn"
          disabled={!rule || long || (rule === 'other' && text.trim() === '')}
        >
          <Trans>Report it</Trans>
        </button>
        <button type="button" className="btn quiet" onClick={onClose}>
          <Trans>Not now</Trans>
        </button>
      </p>
    </form>
  );
}

/** Where somebody says which rule a post breaks, or a company's answer, by the id of its statement. Whoever has no credential yet is told how to get one. */
export function ReportSheet({
  post,
  who,
  onClose,
}: {
  post: Pick<Post, 'id'>;
  who: string;
  onClose: () => void;
}) {
  const { t } = useLingui();
  return (
    <Sheet title={t`Report what ${who} said`} onClose={onClose}>
      <Gate>
        {(client) => (
          <WhileTrusted client={client}>
            <Reporting client={client} post={post} onClose={onClose} />
          </WhileTrusted>
        )}
      </Gate>
    </Sheet>
  );
}
