import { Trans, useLingui } from '@lingui/react/macro';
import type { Teahouse } from '@teahouse/client';
import type { Decision } from '@teahouse/contract/talk';
import { talkLimits } from '@teahouse/contract/talk/limits';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { WhileTrusted } from '../write/gate.tsx';
import { refusalWords } from '../write/refusal-words.ts';
import { useDraft } from '../write/use-draft.ts';
import { PlainField } from './plain-field.tsx';

interface AppealFormProps {
  readonly client: Teahouse;
  readonly decision: Decision;
  readonly onDone: () => void;
}

/** Where an author says why a decision is wrong; what was written stays on the device until it is sent. */
export function AppealForm({ client, decision, onDone }: AppealFormProps) {
  const { t } = useLingui();
  const { draft, change, clear } = useDraft(client, `appeal/${decision.id}`);
  const [error, setError] = useState<unknown>();
  const { room, thread, post, id } = decision;
  const text = draft.text.trim();
  const fits = text !== '' && [...text].length <= talkLimits.appealCharacters;
  async function appeal(): Promise<void> {
    try {
      await client.outbox.add({ kind: 'appeal', room, thread, target: post, decision: id, text });
      clear();
      onDone();
    } catch (thrown) {
      setError(thrown);
    }
  }
  return (
    <WhileTrusted client={client}>
      <form
        className="rise space-y-3 py-2"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (fits) void appeal();
        }}
      >
        <PlainField
          label={t`Why is the decision wrong?`}
          value={draft.text}
          onChange={(words) => change({ text: words })}
          limit={talkLimits.appealCharacters}
          rows={4}
          note={t`Only moderators read it. Do not say who you are: your mask of this thread signs it.`}
        />
        {error ? <ErrorNotice error={error} words={refusalWords} /> : null}
        <p className="text-[0.9rem] text-ink-2">
          <Trans>One appeal for each decision. Another moderator decides, and answers in words.</Trans>
        </p>
        <p className="flex flex-wrap gap-3">
          <button type="submit" className="btn" disabled={!fits}>
            <Trans>Send the appeal</Trans>
          </button>
          <button type="button" className="btn quiet" onClick={onDone}>
            <Trans>Later</Trans>
          </button>
        </p>
      </form>
    </WhileTrusted>
  );
}
