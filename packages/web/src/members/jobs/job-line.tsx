import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { JobCard } from '@teahouse/contract/members';
import type { ReactNode } from 'react';
import { useName } from '../../ui/use-name.ts';
import { dayWords } from '../account/days.ts';
import { Pay, Place, Skills } from './facts.tsx';
import { levelWords, roleWords } from './words.ts';

/** A job in a list. */
export function JobLine({ job, children, acts }: { job: JobCard; children?: ReactNode; acts?: ReactNode }) {
  const { t, i18n } = useLingui();
  const company = useName()(job.company.name);
  const posted = dayWords(job.posted, i18n.locale);
  return (
    <li className="border-t border-line py-5" data-job={job.id}>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 className="min-w-0 flex-1 basis-64 font-sans text-[1.08rem] font-semibold [overflow-wrap:anywhere]">
          <Link
            to="/jobs/$job"
            params={{ job: job.id }}
            className="inline-flex min-h-11 items-center hover:text-celadon"
          >
            {job.title}
          </Link>
        </h2>
        <p>
          <Pay pay={job.pay} />
        </p>
      </div>
      <p>
        {company} · <Place job={job} />
      </p>
      <p className="text-[0.9rem] text-ink-2">
        {t(roleWords[job.role])} · {t(levelWords[job.level])} ·{' '}
        {job.open ? <Trans>posted {posted}</Trans> : <Trans>closed</Trans>}
      </p>
      <Skills skills={job.skills} />
      {children}
      {acts ? <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1">{acts}</div> : null}
    </li>
  );
}
