import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ConsoleCompany } from '@teahouse/contract/members';
import { useState } from 'react';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { useName } from '../../ui/use-name.ts';
import { Field } from '../form.tsx';
import { More } from '../paged.tsx';
import { type CompanyChange, CompanyDialog } from './company-dialog.tsx';
import { ConsolePage } from './parts.tsx';
import { consoleCompaniesQuery } from './queries.ts';
import { consoleWords, representativeWords, statusWords } from './words.ts';

type Status = ConsoleCompany['status'];
const statuses: readonly Status[] = ['proposed', 'approved', 'rejected'];

function Domains({ company, onAsk }: { company: ConsoleCompany; onAsk: (change: CompanyChange) => void }) {
  const { t } = useLingui();
  return (
    <ul className="flex flex-wrap items-center gap-x-4">
      {company.domains.map((domain) => (
        <li key={domain} className="inline-flex items-center gap-1 font-mono text-[0.9rem]">
          {domain}
          {company.status === 'approved' && company.domains.length > 1 ? (
            <button
              type="button"
              className="act"
              aria-label={t`Remove ${domain}`}
              onClick={() => onAsk({ kind: 'remove', domain })}
            >
              <Trans>Remove</Trans>
            </button>
          ) : null}
        </li>
      ))}
      {company.status === 'rejected' ? null : (
        <li>
          <button type="button" className="act" onClick={() => onAsk({ kind: 'add' })}>
            <Trans>Add a domain</Trans>
          </button>
        </li>
      )}
    </ul>
  );
}

function Row({ company }: { company: ConsoleCompany }) {
  const { t } = useLingui();
  const name = useName();
  const [asked, setAsked] = useState<CompanyChange | null>(null);
  const parent = company.parent ? name(company.parent.name) : '';
  return (
    <li className="border-t border-line py-4" data-company={company.id}>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="min-w-0">
          <strong>{name(company.name)}</strong>
          <span className="block text-[0.88rem] text-ink-2">
            {company.id} · {company.name.zh} · {company.name.en} · {company.industry}
          </span>
        </p>
        {company.status === 'proposed' ? (
          <p className="flex flex-wrap gap-3">
            <button type="button" className="btn" onClick={() => setAsked({ kind: 'approve' })}>
              <Trans>Approve</Trans>
            </button>
            <button type="button" className="btn quiet" onClick={() => setAsked({ kind: 'reject' })}>
              <Trans>Reject</Trans>
            </button>
          </p>
        ) : null}
      </div>
      <Domains company={company} onAsk={setAsked} />
      {company.status === 'approved' ? (
        <p className="flex flex-wrap items-center gap-x-3 text-[0.9rem] text-ink-2">
          {company.parent ? <Trans>belongs to {parent}</Trans> : <Trans>belongs to no other company</Trans>}
          <button type="button" className="act" onClick={() => setAsked({ kind: 'parent' })}>
            <Trans>Change to whom it belongs</Trans>
          </button>
        </p>
      ) : null}
      {company.representatives.length > 0 ? (
        <ul className="text-[0.9rem] text-ink-2">
          {company.representatives.map(({ id, handle, name: who, role }) => (
            <li key={`${id} ${role}`}>
              {who} ({handle}) · {t(representativeWords[role])}
            </li>
          ))}
        </ul>
      ) : null}
      {asked ? <CompanyDialog company={company} change={asked} onClose={() => setAsked(null)} /> : null}
    </li>
  );
}

function List({ status, q }: { status: Status; q: string }) {
  const { t } = useLingui();
  const pages = useInfiniteQuery(consoleCompaniesQuery(status, q));
  if (pages.isPending) return <RowsSkeleton rows={4} />;
  if (pages.error) return <ErrorNotice error={pages.error} words={consoleWords} />;
  const companies = pages.data.pages.flatMap((page) => page.companies);
  if (companies.length === 0)
    return (
      <Empty title={q ? t`No company is called so` : t`No company here`}>
        <Trans>Members propose companies that are not known yet. They wait here until you decide.</Trans>
      </Empty>
    );
  return (
    <>
      <ul className="border-b border-line">
        {companies.map((company) => (
          <Row key={company.id} company={company} />
        ))}
      </ul>
      <More pages={pages} />
    </>
  );
}

/** Companies: proposals to decide on, domains, and whoever acts for them. */
export function CompaniesPage() {
  const { t } = useLingui();
  const [status, setStatus] = useState<Status>('proposed');
  const [q, setQ] = useState('');
  return (
    <ConsolePage
      title={t`Companies`}
      aside={
        <>
          <p>
            <Trans>
              Whoever has an address at a domain can prove to work there. Look whether the domain is the
              company's own, and whether strangers can get an address of it.
            </Trans>
          </p>
          <p>
            <Trans>
              An approved company stands in the public log, for good. Who proposed it is kept nowhere.
            </Trans>
          </p>
          <p>
            <Trans>
              A domain that is removed proves nothing new; what was proven stands until it expires.
            </Trans>
          </p>
        </>
      }
    >
      {() => (
        <>
          <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3 pb-5">
            <fieldset className="flex gap-5">
              <legend className="sr-only">{t`Which companies`}</legend>
              {statuses.map((one) => (
                <button
                  key={one}
                  type="button"
                  className={`act ${status === one ? 'font-semibold text-ink' : ''}`}
                  aria-pressed={status === one}
                  onClick={() => setStatus(one)}
                >
                  {t(statusWords[one])}
                </button>
              ))}
            </fieldset>
            <form
              className="flex items-end gap-3"
              onSubmit={(event) => {
                event.preventDefault();
                setQ(String(new FormData(event.currentTarget).get('q') ?? '').trim());
              }}
            >
              <Field label={t`Name, id or domain`} name="q" maxLength={80} />
              <button type="submit" className="btn quiet">
                <Trans>Search</Trans>
              </button>
            </form>
          </div>
          <List status={status} q={q} />
        </>
      )}
    </ConsolePage>
  );
}
