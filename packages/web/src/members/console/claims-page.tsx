import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ConsoleClaim } from '@teahouse/contract/members';
import { useState } from 'react';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { useName } from '../../ui/use-name.ts';
import { membersApi } from '../api.ts';
import { Day } from '../order/parts.tsx';
import { More } from '../paged.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { ConsolePage } from './parts.tsx';
import { claimsQuery } from './queries.ts';
import { consoleWords, evidenceWords } from './words.ts';

type Verdict = 'approve' | 'reject';

function Decide({ claim, verdict, onClose }: { claim: ConsoleClaim; verdict: Verdict; onClose: () => void }) {
  const { t } = useLingui();
  const company = useName()(claim.companyName);
  const { name } = claim.member;
  const params = { company: claim.company, member: claim.member.id };
  const approves = verdict === 'approve';
  return (
    <ChangeDialog
      title={approves ? t`${name} for ${company}` : t`Refuse ${name} for ${company}`}
      action={approves ? <Trans>Approve</Trans> : <Trans>Reject</Trans>}
      isDanger={!approves}
      {...(approves
        ? {}
        : { hint: <Trans>The member reads it, and it stands in the record with your name.</Trans> })}
      onClose={onClose}
      run={(given) => membersApi.consoleDecideClaim({ params, body: { ...given, verdict } })}
    >
      {approves ? (
        <p>
          <Trans>
            They become an owner: they write the company's page, answer in its name and name others.
          </Trans>
        </p>
      ) : null}
    </ChangeDialog>
  );
}

function Row({ claim }: { claim: ConsoleClaim }) {
  const { t } = useLingui();
  const company = useName()(claim.companyName);
  const [asked, setAsked] = useState<Verdict | null>(null);
  const { member, evidence, others, day } = claim;
  return (
    <li
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line py-4"
      data-claim={`${claim.company} ${member.id}`}
    >
      <div className="min-w-0 flex-1 basis-64">
        <p>
          <Link
            to="/in/$handle"
            params={{ handle: member.handle }}
            className="font-semibold hover:text-celadon"
          >
            {member.name}
          </Link>{' '}
          <span className="text-ink-2">
            <Trans>
              for{' '}
              <Link to="/companies/$company" params={{ company: claim.company }} className="link">
                {company}
              </Link>
            </Trans>
          </span>
        </p>
        <p className="text-[0.88rem] text-ink-2">
          {t(evidenceWords[evidence])}
          <span aria-hidden="true"> · </span>
          {others === 0 ? t`Nobody acts for it yet` : t`Others act for it: ${others}`}
          <span aria-hidden="true"> · </span>
          <span className="whitespace-nowrap">
            <Day day={day} />
          </span>
        </p>
      </div>
      <p className="flex flex-wrap gap-3">
        <button type="button" className="btn" onClick={() => setAsked('approve')}>
          <Trans>Approve</Trans>
        </button>
        <button type="button" className="btn quiet" onClick={() => setAsked('reject')}>
          <Trans>Reject</Trans>
        </button>
      </p>
      {asked ? <Decide claim={claim} verdict={asked} onClose={() => setAsked(null)} /> : null}
    </li>
  );
}

function List() {
  const { t } = useLingui();
  const pages = useInfiniteQuery(claimsQuery);
  if (pages.isPending) return <RowsSkeleton rows={3} />;
  if (pages.error) return <ErrorNotice error={pages.error} words={consoleWords} />;
  const claims = pages.data.pages.flatMap((page) => page.claims);
  if (claims.length === 0)
    return (
      <Empty title={t`Nobody waits`}>
        <Trans>Members who are verified at a company can ask to act for it. They wait here.</Trans>
      </Empty>
    );
  return (
    <>
      <ul className="border-b border-line">
        {claims.map((claim) => (
          <Row key={`${claim.company} ${claim.member.id}`} claim={claim} />
        ))}
      </ul>
      <More pages={pages} />
    </>
  );
}

/** Members who ask to act for a company: approved or refused here, with a reason that is recorded. */
export function ClaimsPage() {
  const { t } = useLingui();
  return (
    <ConsolePage
      title={t`Representatives`}
      aside={
        <>
          <p>
            <Trans>
              Each of them has proved that they work there. That they may speak for the company is for you to
              find out: ask the company on a way that is not theirs.
            </Trans>
          </p>
          <p>
            <Trans>
              Who can write a TXT record at a domain of the company becomes its representative without you.
            </Trans>
          </p>
          <p>
            <Trans>A role ends with the employment on which it rests.</Trans>
          </p>
        </>
      }
    >
      {() => <List />}
    </ConsolePage>
  );
}
