import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Outlet, useMatches } from '@tanstack/react-router';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { meQuery } from '../data/queries.ts';
import { deskQueries } from '../data/query-client.ts';
import { SignIn } from '../staff/sign-in.tsx';
import { deskWords } from '../words/error-words.ts';
import { MeContext } from './me.tsx';
import { UndoFrame } from './undo.tsx';

function Door() {
  const { data: me, error, isPending } = useQuery(meQuery);
  const isEnrolling = useMatches({ select: (matches) => matches.at(-1)?.fullPath === '/desk/enrol' });
  if (isEnrolling) return <Outlet />;
  if (isPending) return <PageSkeleton />;
  if (me) {
    return (
      <MeContext value={me}>
        <UndoFrame>
          <Outlet />
        </UndoFrame>
      </MeContext>
    );
  }
  if (error) {
    return (
      <div className="page column ml-0 py-12">
        <ErrorNotice error={error} words={deskWords} />
      </div>
    );
  }
  return <SignIn />;
}

/** What all pages of the desk share: one memory of what was read, and whoever is signed in; anybody else signs in first. */
export function DeskLayout() {
  return (
    <QueryClientProvider client={deskQueries}>
      <Door />
    </QueryClientProvider>
  );
}
