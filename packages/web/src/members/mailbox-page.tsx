import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTitle } from '../shell/use-title.ts';
import { Empty } from '../ui/empty.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { CheckIcon, CopyIcon } from '../ui/icons.tsx';
import { RowsSkeleton } from '../ui/skeleton.tsx';
import { Sheet } from './form.tsx';
import { type DemoMail, mailboxQuery } from './queries.ts';
import { WriteLetter } from './verification/write-letter.tsx';

function Code({ code }: { code: string }) {
  const { t } = useLingui();
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className="my-3 inline-flex min-h-14 items-center gap-4 rounded-xl bg-celadon-soft px-5 font-mono text-[1.7rem] tracking-[0.25em] text-ink"
      aria-label={t`Copy the code ${code}`}
      onClick={() => void navigator.clipboard.writeText(code).then(() => setCopied(true))}
    >
      <span className="tabular">{code}</span>
      {copied ? <CheckIcon /> : <CopyIcon />}
      <span role="status" className="sr-only">
        {copied ? t`Copied` : ''}
      </span>
    </button>
  );
}

function MailView({ mail }: { mail: DemoMail }) {
  const { i18n } = useLingui();
  const code = /\b\d{6}\b/.exec(mail.text)?.[0];
  const at = new Date(mail.receivedAt);
  return (
    <article className="border-t border-line py-6">
      <p className="flex justify-between gap-4 text-[0.88rem] text-ink-2">
        <span className="truncate">{mail.to.join(', ')}</span>
        <time dateTime={mail.receivedAt} className="tabular shrink-0">
          {at.toLocaleTimeString(i18n.locale === 'zh' ? 'zh-CN' : 'en-GB')}
        </time>
      </p>
      <h2 className="mt-1">{mail.subject}</h2>
      {code ? <Code code={code} /> : null}
      <details>
        <summary className="act cursor-pointer">
          <Trans>Whole mail</Trans>
        </summary>
        <p className="whitespace-pre-line text-[0.95rem]">{mail.text}</p>
      </details>
    </article>
  );
}

/** The demo's own post office, so that trying things out needs no mail server. */
export function MailboxPage() {
  const { t } = useLingui();
  useTitle(t`The demo's mailbox`);
  const { data, error, isPending } = useQuery({ ...mailboxQuery, refetchInterval: 2000, staleTime: 0 });
  return (
    <Sheet
      title={t`The demo's mailbox`}
      lead={t`Every mail that this house sends arrives here and goes no further. In earnest there is no such page.`}
    >
      {isPending ? <RowsSkeleton rows={3} /> : null}
      {error ? <ErrorNotice error={error} /> : null}
      {data === null ? (
        <Empty title={t`No post office here`}>
          <p>
            <Trans>This house sends real mail.</Trans>
          </p>
        </Empty>
      ) : null}
      {data?.writes ? <WriteLetter /> : null}
      {data?.messages.length === 0 ? (
        <Empty title={t`No mail yet`}>
          <p>
            <Trans>Sign up or prove an employer: the code appears here within a second or two.</Trans>
          </p>
        </Empty>
      ) : null}
      {data?.messages.map((mail) => (
        <MailView key={mail.id} mail={mail} />
      ))}
    </Sheet>
  );
}
