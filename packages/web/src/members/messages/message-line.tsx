import { Trans, useLingui } from '@lingui/react/macro';
import type { Message, Thread } from '@teahouse/contract/members';
import { useState } from 'react';
import { useName } from '../../ui/use-name.ts';
import { langOf } from '../feed/post-text.tsx';
import { Reporting } from '../order/report-way.tsx';

/** Who wrote it: a recruiter in the company's name. */
function By({ message, thread }: { message: Message; thread: Thread }) {
  const company = useName()(thread.company.name);
  const { own, side, by } = message;
  if (own && side === 'applicant') return <Trans>You</Trans>;
  if (side === 'applicant') return thread.applicant.name;
  if (own) return <Trans>{company}, by you</Trans>;
  return by === null ? (
    company
  ) : (
    <Trans>
      {company}, by {by}
    </Trans>
  );
}

/** One message: those of the reader's side stand to the right. */
export function MessageLine({ message, thread }: { message: Message; thread: Thread }) {
  const { t } = useLingui();
  const [reporting, setReporting] = useState(false);
  const { id, own, side, text, hidden, by } = message;
  const isOurs = side === thread.side;
  return (
    <li className={`flex flex-col ${isOurs ? 'items-end' : 'items-start'}`} data-message={id}>
      <p className="px-1 text-[0.84rem] text-ink-2">
        <By message={message} thread={thread} />
      </p>
      <div
        className={`max-w-[min(34rem,88%)] rounded-2xl px-4 py-2.5 ${
          isOurs ? 'rounded-tr-sm bg-celadon-soft' : 'rounded-tl-sm bg-paper-2'
        }`}
      >
        {text === '' ? (
          <p className="text-ink-2 italic">
            <Trans>A moderator has hidden this message.</Trans>
          </p>
        ) : (
          <p lang={langOf(text)} className="whitespace-pre-line [overflow-wrap:anywhere]">
            {text}
          </p>
        )}
      </div>
      {own && hidden ? (
        <p className="px-1 text-[0.84rem] text-cinnabar">
          <Trans>Hidden by a moderator: nobody else reads it.</Trans>
        </p>
      ) : null}
      {own || hidden || by === null ? null : (
        <button
          type="button"
          className="act px-1 text-[0.84rem]"
          aria-label={t`Report this message`}
          onClick={() => setReporting(true)}
        >
          <Trans>Report</Trans>
        </button>
      )}
      {reporting ? <Reporting thing={{ kind: 'message', id }} onClose={() => setReporting(false)} /> : null}
    </li>
  );
}
