import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { CompanyDesk } from '@teahouse/contract/members';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { useRefresh } from './queries.ts';
import { companyWords } from './words.ts';

/** The two ways to become a representative. */
export function Become({ desk }: { desk: CompanyDesk }) {
  const refresh = useRefresh();
  const params = { company: desk.id };
  const claim = useAction(async () => {
    await (desk.claimed ? membersApi.withdrawClaim({ params }) : membersApi.claimCompany({ params }));
    await refresh();
  });
  return (
    <div className="space-y-10">
      <section aria-labelledby="by-work" className="space-y-3">
        <h2 id="by-work">
          <Trans>As somebody who works there</Trans>
        </h2>
        {desk.refused === null ? null : (
          <div className="notice" data-refused>
            <p>
              <Trans>The operator refused your request.</Trans>
            </p>
            {desk.refused ? (
              <blockquote className="mt-1 whitespace-pre-line">{desk.refused}</blockquote>
            ) : null}
          </div>
        )}
        {desk.claimed ? (
          <p role="status">
            <Trans>Your request waits for the operator.</Trans>
          </p>
        ) : desk.isColleague ? (
          <p className="text-ink-2">
            <Trans>
              You have proved that you work here. The operator looks at your request and approves it.
            </Trans>
          </p>
        ) : (
          <p className="text-ink-2">
            <Trans>First prove where you work.</Trans>{' '}
            <Link to="/work" className="link">
              <Trans>Prove where you work</Trans>
            </Link>
          </p>
        )}
        {claim.error ? <ErrorNotice error={claim.error} words={companyWords} /> : null}
        {desk.isColleague || desk.claimed ? (
          <button
            type="button"
            className={desk.claimed ? 'btn quiet' : 'btn'}
            onClick={() => void claim.run()}
          >
            {desk.claimed ? <Trans>Take the request back</Trans> : <Trans>Ask to act for the company</Trans>}
          </button>
        ) : null}
      </section>
      <ByDomain desk={desk} />
    </div>
  );
}

/** The record that proves a domain, and the way to have it looked for: at first, and again when its time runs out. */
export function ByDomain({ desk }: { desk: CompanyDesk }) {
  const refresh = useRefresh();
  const prove = useAction(async () => {
    await membersApi.claimByDomain({ params: { company: desk.id } });
    await refresh();
  });
  if (desk.domains.length === 0) return null;
  return (
    <section aria-labelledby="by-domain" className="space-y-3">
      <h2 id="by-domain">
        <Trans>By the company's domain</Trans>
      </h2>
      <p className="text-ink-2">
        <Trans>
          Put this TXT record at one of the company's domains. It is made for you alone and counts for six
          months; while it stands there you can have it looked for again.
        </Trans>
      </p>
      <dl className="space-y-3">
        {desk.domains.map(({ domain, record, value }) => (
          <div key={domain} className="border-l-2 border-line pl-3">
            <dt className="font-mono text-[0.88rem] break-all">{record}</dt>
            <dd className="font-mono text-[0.88rem] break-all text-ink-2">{value}</dd>
          </div>
        ))}
      </dl>
      {prove.error ? <ErrorNotice error={prove.error} words={companyWords} /> : null}
      <button type="button" className="btn quiet" onClick={() => void prove.run()}>
        <Trans>Look for the record</Trans>
        {prove.pending ? <span className="shimmer">…</span> : null}
      </button>
    </section>
  );
}
