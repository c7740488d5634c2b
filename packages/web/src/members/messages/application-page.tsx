import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTitle } from '../../shell/use-title.ts';
import { useName } from '../../ui/use-name.ts';
import { Sheet } from '../form.tsx';
import { SignedIn } from '../session.tsx';
import { threadQuery } from './queries.ts';
import { ApplicationThread } from './thread.tsx';

const route = getRouteApi('/hire/applications/$application');

function Page({ application }: { application: string }) {
  const { t } = useLingui();
  const { data } = useInfiniteQuery(threadQuery(application));
  const thread = data?.pages[0];
  const name = useName();
  const company = thread ? name(thread.company.name) : '';
  const title = thread?.job.title ?? t`Application`;
  useTitle(title);
  return (
    <Sheet
      title={title}
      lead={
        thread ? (
          <>
            {thread.side === 'applicant' ? company : `${thread.applicant.name} · ${company}`}
            {' · '}
            <Link to="/jobs/$job" params={{ job: thread.job.id }} className="link">
              <Trans>The job</Trans>
            </Link>
          </>
        ) : null
      }
      aside={
        <>
          <p>
            <Trans>
              Only who applied and the company's recruiters read this. It is not sealed end to end.
            </Trans>
          </p>
          <p className="mt-3">
            <Trans>
              The house keeps the day of a message and no time, and nobody learns whether or when something
              was read.
            </Trans>
          </p>
        </>
      }
    >
      <ApplicationThread application={application} />
      {thread?.side === 'applicant' ? (
        <p className="mt-8">
          <Link to="/jobs/mine" search={{}} className="link">
            <Trans>Your applications</Trans>
          </Link>
        </p>
      ) : null}
    </Sheet>
  );
}

/** An application's messages, at an address of their own: where a notice leads. */
export function ApplicationPage() {
  const { application } = route.useParams();
  return <SignedIn>{() => <Page application={application} />}</SignedIn>;
}
