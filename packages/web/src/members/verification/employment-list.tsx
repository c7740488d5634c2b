import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Employment, Evidence, Me } from '@teahouse/contract/members';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useName } from '../../ui/use-name.ts';
import { membersApi } from '../api.ts';
import { memberWords } from '../error-words.ts';
import { useAction } from '../form.tsx';
import { useSetMe } from '../queries.ts';
import { daysToRenew } from './renew.ts';

function RestsOn({ evidence }: { evidence: Evidence }) {
  if (evidence === 'mailbox-code') return <Trans>proven by a code</Trans>;
  if (evidence === 'mailbox-mail') return <Trans>proven by a mail</Trans>;
  return <Trans>proven by a badge</Trans>;
}

/** The end is near: say so while there is time. */
function Renew({ days }: { days: number }) {
  const left = plural(days, {
    0: 'This ends today',
    one: 'This ends in # day',
    other: 'This ends in # days',
  });
  return (
    <p className="notice mt-2 text-ink">
      {left}.{' '}
      <Link to="/work" className="link">
        <Trans>Prove it again</Trans>
      </Link>
    </p>
  );
}

function Leave({ employment, onClose }: { employment: Employment; onClose: () => void }) {
  const { t } = useLingui();
  const company = useName()(employment.company.name);
  const setMe = useSetMe();
  const leave = useAction(async () => {
    await membersApi.leaveEmployment({ params: { employment: employment.id } });
    setMe(await membersApi.me());
    onClose();
  });
  return (
    <Ask open title={t`You have left ${company}?`} onClose={onClose}>
      <p>
        <Trans>
          The employment ends today. From next month on your credential says “former”; the one of this month
          counts to its end. The mailbox or badge is free for whoever has it next.
        </Trans>
      </p>
      {leave.error ? <ErrorNotice error={leave.error} words={memberWords} /> : null}
      <p className="flex flex-wrap gap-3">
        <button
          type="button"
          className="btn danger"
          aria-disabled={leave.pending}
          onClick={() => void leave.run()}
        >
          <Trans>Yes, I left</Trans>
        </button>
        <button type="button" className="btn quiet" onClick={onClose}>
          <Trans>No, keep it</Trans>
        </button>
      </p>
    </Ask>
  );
}

function EmploymentRow({ employment }: { employment: Employment }) {
  const name = useName();
  const [asking, setAsking] = useState(false);
  const { company, standing, expires, evidence } = employment;
  const days = daysToRenew(employment, new Date());
  return (
    <li className="py-1.5" data-employment={company.id}>
      <strong className="text-ink">{name(company.name)}</strong>{' '}
      {standing === 'current' ? <Trans>counts until {expires}</Trans> : <Trans>former</Trans>}
      <span className="block text-[0.88rem]">
        <RestsOn evidence={evidence} />
        {standing === 'current' ? (
          <>
            {' · '}
            <button type="button" className="act" onClick={() => setAsking(true)}>
              <Trans>I left</Trans>
            </button>
          </>
        ) : null}
      </span>
      {days === undefined ? null : <Renew days={days} />}
      {asking ? <Leave employment={employment} onClose={() => setAsking(false)} /> : null}
    </li>
  );
}

/** Employers that were proven: by what, until when, and the way out of each. */
export function EmploymentList({ me }: { me: Me }) {
  return (
    <>
      <ul>
        {me.employments.map((employment) => (
          <EmploymentRow key={employment.id} employment={employment} />
        ))}
      </ul>
      <Link to="/work" className="act">
        <Trans>Another employer, or this one again</Trans>
      </Link>
    </>
  );
}
