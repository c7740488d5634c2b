import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import type { Thread } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useId, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useName } from '../../ui/use-name.ts';
import { membersApi } from '../api.ts';
import { Submit, useAction } from '../form.tsx';
import { sendPatiently } from '../jobs/send-patiently.ts';
import { threadKey } from '../notices/queries.ts';
import { fillTemplate } from './fill.ts';
import { TemplatePick } from './templates.tsx';
import { hiringWords } from './words.ts';

/** Who reads it, and what becomes of it. */
function Hint({ thread }: { thread: Thread }) {
  const company = useName()(thread.company.name);
  return thread.side === 'applicant' ? (
    <Trans>
      Recruiters of {company} read this. It is deleted with the application, when you apply anew or leave
      Teahouse.
    </Trans>
  ) : (
    <Trans>
      You write as {company}, and the applicant reads your name. What you wrote stays here without it when you
      leave.
    </Trans>
  );
}

/** A field to write in, and for recruiters the templates of the company. */
export function Composer({ thread }: { thread: Thread }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const name = useName();
  const id = useId();
  const [text, setText] = useState('');
  // The same until it is there: sent again after whatever broke off, it is there once.
  const [message, setMessage] = useState(() => crypto.randomUUID());
  const { application, company, applicant, job } = thread;
  const send = useAction(async () => {
    const body = { text: text.trim() };
    if (body.text === '') return;
    await sendPatiently(() => membersApi.sendMessage({ params: { application, message }, body }));
    setText('');
    setMessage(crypto.randomUUID());
    await queries.invalidateQueries({ queryKey: threadKey(application) });
  });
  const insert = (template: string) => {
    const filled = fillTemplate(template, {
      ...{ name: applicant.name, job: job.title, company: name(company.name) },
    });
    setText((before) => (before.trim() === '' ? filled : `${before.trimEnd()}\n\n${filled}`));
  };
  return (
    <div className="mt-5 space-y-3">
      {/* Not within the form: the sheet of templates has one of its own. */}
      {thread.side === 'company' ? <TemplatePick company={company.id} onPick={insert} /> : null}
      <form
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          void send.run();
        }}
      >
        <div className="field">
          <label htmlFor={id}>{t`Your message`}</label>
          <textarea
            id={id}
            className="input"
            rows={3}
            value={text}
            maxLength={membersLimits.messageMax}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
          <p id={`${id}-hint`} className="text-[0.86rem] text-ink-2">
            <Hint thread={thread} />
          </p>
        </div>
        {send.error ? <ErrorNotice error={send.error} words={hiringWords} /> : null}
        <Submit pending={send.pending}>
          <Trans>Send the message</Trans>
        </Submit>
      </form>
    </div>
  );
}
