import { Trans } from '@lingui/react/macro';
import type { JobCard } from '@teahouse/contract/members';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { useRefreshJobs } from './queries.ts';
import { jobWords } from './words.ts';

/** Keeps a job in mind, or no longer. */
export function SaveButton({ job, small = false }: { job: Pick<JobCard, 'id' | 'saved'>; small?: boolean }) {
  const refresh = useRefreshJobs();
  const params = { job: job.id };
  const set = useAction(async () => {
    await (job.saved ? membersApi.unsaveJob({ params }) : membersApi.saveJob({ params }));
    await refresh();
  });
  return (
    <>
      <button
        type="button"
        className={small ? 'act' : 'btn quiet'}
        aria-disabled={set.pending}
        onClick={() => void set.run()}
      >
        {job.saved ? <Trans>Saved: take it off</Trans> : <Trans>Save for later</Trans>}
      </button>
      {set.error ? <ErrorNotice error={set.error} words={jobWords} /> : null}
    </>
  );
}
