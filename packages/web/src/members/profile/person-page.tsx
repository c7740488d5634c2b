import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { Person } from '@teahouse/contract/members';
import type { ReactNode } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { withBeside } from '../beside.tsx';
import { Sheet } from '../form.tsx';
import { personQuery } from '../network/queries.ts';
import { RequestNote } from '../network/request-note.tsx';
import { TieActs } from '../network/tie-acts.tsx';
import { TieMenu } from '../network/tie-menu.tsx';
import { personWords } from '../network/words.ts';
import { OpenMarkWay } from '../open/way.tsx';
import { meQuery } from '../queries.ts';
import { AboutTheMark } from './about-the-mark.tsx';
import { Head } from './head.tsx';
import { OwnPage } from './me-page.tsx';
import { Mutuals } from './mutuals.tsx';
import { Posts } from './posts.tsx';
import { SectionView, sectionOrder, useSectionTitles } from './views.tsx';

const route = getRouteApi('/members/in/$handle');

/** What can be done with this member, or how to be somebody who can. */
function Acts({ person }: { person: Person }) {
  const navigate = useNavigate();
  const { network, name } = person;
  if (!network) {
    return (
      <p className="mt-4 flex flex-wrap items-center gap-4">
        <Link to="/join" className="btn">
          <Trans>Join to connect with {name}</Trans>
        </Link>
        <Link to="/signin" className="link">
          <Trans>Sign in</Trans>
        </Link>
      </p>
    );
  }
  return (
    <>
      <RequestNote note={network.note ?? ''} from={person} />
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <TieActs member={person} tie={network.tie} />
        <TieMenu person={person} onBlocked={() => void navigate({ to: '/network' })} />
      </div>
      <OpenMarkWay member={person} />
    </>
  );
}

/** The parts of a page that are for this reader, with what was posted behind the words about oneself. */
function Sections({ person, posts }: { person: Person; posts: ReactNode }) {
  const titles = useSectionTitles();
  const shown = sectionOrder.filter((name) => person.sections[name]);
  if (shown.length === 0) {
    return (
      <>
        <p className="mt-10 border-t border-line pt-6 text-ink-2">
          <Trans>There is nothing more on this page for you to see.</Trans>
        </p>
        {posts}
      </>
    );
  }
  const parts = (names: readonly (typeof sectionOrder)[number][]) =>
    names.map((name) => (
      <section key={name} className="mt-10 border-t border-line pt-6" data-section={name}>
        <h2 className="pb-3">{titles[name]}</h2>
        <SectionView name={name} sections={person.sections} />
      </section>
    ));
  return (
    <>
      {parts(shown.filter((name) => name === 'about'))}
      {posts}
      {parts(shown.filter((name) => name !== 'about'))}
    </>
  );
}

function Page({ person, me }: { person: Person; me: string | undefined }) {
  useTitle(person.name);
  return (
    <div className={`${withBeside} pt-8 sm:pt-14`}>
      <div className="min-w-0">
        <Head person={person}>
          <Acts person={person} />
        </Head>
        <Sections person={person} posts={<Posts of={person} me={me} />} />
      </div>
      <aside className="space-y-10 text-[0.95rem] text-ink-2 lg:pt-3">
        <Mutuals person={person} />
        <AboutTheMark />
      </aside>
    </div>
  );
}

/** A member's page at its public address; one's own can be changed there. */
export function PersonPage() {
  const { t } = useLingui();
  const { handle } = route.useParams();
  const me = useQuery(meQuery);
  const { data, error, isPending } = useQuery(personQuery(handle));
  if (isPending || me.isPending) return <PageSkeleton />;
  if (error) {
    return (
      <Sheet title={t`Nobody to be seen here`}>
        <ErrorNotice error={error} words={personWords} />
        {me.data ? null : (
          <p className="mt-6">
            <Link to="/signin" className="btn">
              <Trans>Sign in</Trans>
            </Link>
          </p>
        )}
      </Sheet>
    );
  }
  return me.data?.id === data.id ? (
    <OwnPage person={data} />
  ) : (
    <Page key={data.id} person={data} me={me.data?.id} />
  );
}
