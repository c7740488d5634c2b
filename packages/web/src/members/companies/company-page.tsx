import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { CompanyPage as Page } from '@teahouse/contract/members';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { useName } from '../../ui/use-name.ts';
import { membersApi } from '../api.ts';
import { Sheet, useAction } from '../form.tsx';
import { MemberLine } from '../profile/member-line.tsx';
import { membersDirectoryQuery, meQuery } from '../queries.ts';
import { InTalk } from './in-talk.tsx';
import { companyQuery, useRefresh } from './queries.ts';
import { companyWords } from './words.ts';

const route = getRouteApi('/members/companies/$company');

/** A company: what it says of itself, who of it one knows, its jobs, and what is said about it in talk. */
export function CompanyPage() {
  const { t } = useLingui();
  const { company } = route.useParams();
  const { data, error } = useQuery(companyQuery(company));
  if (data) return <Body key={company} page={data} />;
  if (error) {
    return (
      <Sheet title={t`This company's page did not arrive`}>
        <ErrorNotice error={error} words={companyWords} />
      </Sheet>
    );
  }
  return <PageSkeleton />;
}

function Body({ page }: { page: Page }) {
  const own = useName()(page.name);
  useTitle(own);
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-x-20 gap-y-10 pt-8 sm:pt-14 lg:grid-cols-[minmax(0,38rem)_minmax(0,20rem)]">
      <div className="min-w-0 space-y-10">
        <Head page={page} name={own} />
        <Facts page={page} />
        <Jobs page={page} />
        <InTalk company={page.id} />
      </div>
      <aside className="space-y-8 lg:pt-3">
        <Known page={page} name={own} />
        <Acting page={page} />
      </aside>
    </div>
  );
}

function Head({ page, name }: { page: Page; name: string }) {
  const say = useName();
  const { data: directory } = useQuery(membersDirectoryQuery);
  const { data: me } = useQuery(meQuery);
  const refresh = useRefresh();
  const params = { company: page.id };
  const follow = useAction(async () => {
    await (page.following ? membersApi.unfollowCompany({ params }) : membersApi.followCompany({ params }));
    await refresh();
  });
  const industry = directory?.industries.find(({ id }) => id === page.industry);
  return (
    <header>
      <p className="pb-1 text-[0.9rem]">
        <Link to="/companies" className="link">
          <Trans>All companies</Trans>
        </Link>
      </p>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <h1>{name}</h1>
        {me ? (
          <button
            type="button"
            className={page.following ? 'btn quiet' : 'btn'}
            aria-pressed={page.following}
            onClick={() => void follow.run()}
          >
            {page.following ? <Trans>Following</Trans> : <Trans>Follow</Trans>}
          </button>
        ) : null}
      </div>
      <p className="mt-2 text-ink-2">
        {industry ? say(industry.name) : page.industry}
        <span aria-hidden="true"> · </span>
        {page.domains.join(', ')}
      </p>
      <p className="mt-1 text-ink-2" data-headcount={page.headcount ?? 'few'}>
        {page.headcount === null ? (
          <Trans>Fewer than ten members have proved that they work here.</Trans>
        ) : (
          <Trans>At least {page.headcount} members have proved that they work here.</Trans>
        )}
      </p>
      {follow.error ? <ErrorNotice error={follow.error} words={companyWords} /> : null}
    </header>
  );
}

function Facts({ page }: { page: Page }) {
  const { i18n } = useLingui();
  const { facts } = page;
  if (!facts) {
    return (
      <section aria-labelledby="about">
        <h2 id="about">
          <Trans>About</Trans>
        </h2>
        <p className="mt-2 max-w-[34rem] text-ink-2">
          <Trans>Nobody has written in this company's name yet.</Trans>
        </p>
      </section>
    );
  }
  const { zh, en } = facts.about;
  const about = i18n.locale === 'zh' ? zh || en : en || zh;
  return (
    <section aria-labelledby="about">
      <h2 id="about">
        <Trans>About</Trans>
      </h2>
      {about ? (
        <p lang={about === zh ? 'zh-CN' : 'en'} className="mt-2 max-w-[36rem] whitespace-pre-line">
          {about}
        </p>
      ) : null}
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-[0.95rem]">
        {facts.website ? (
          <>
            <dt className="text-ink-2">
              <Trans>Website</Trans>
            </dt>
            <dd className="min-w-0 break-words">
              <a href={facts.website} rel="noopener noreferrer nofollow" target="_blank" className="link">
                {new URL(facts.website).host}
              </a>
            </dd>
          </>
        ) : null}
        {facts.headquarters ? (
          <>
            <dt className="text-ink-2">
              <Trans>Headquarters</Trans>
            </dt>
            <dd>{facts.headquarters}</dd>
          </>
        ) : null}
        {facts.founded === null ? null : (
          <>
            <dt className="text-ink-2">
              <Trans>Founded</Trans>
            </dt>
            <dd className="tabular">{facts.founded}</dd>
          </>
        )}
      </dl>
      <p className="mt-3 text-[0.88rem] text-ink-2">
        <Trans>Written by the company itself.</Trans>{' '}
        <Link to="/companies/$company/history" params={{ company: page.id }} className="link">
          <Plural value={page.version} one="# version" other="# versions" />
        </Link>
      </p>
    </section>
  );
}

function Jobs({ page: { jobs, id: company } }: { page: Page }) {
  if (jobs.count === 0) return null;
  return (
    <section aria-labelledby="jobs">
      <h2 id="jobs">
        <Plural value={jobs.count} one="# open job" other="# open jobs" />
      </h2>
      <ul className="mt-3 border-b border-line">
        {jobs.latest.map(({ id, title, city, remote }) => (
          <li key={id} className="border-t border-line py-2">
            <Link
              to="/jobs/$job"
              params={{ job: id }}
              className="inline-flex min-h-11 items-center font-semibold hover:text-celadon"
            >
              {title}
            </Link>
            <p className="text-[0.9rem] text-ink-2">
              {city}
              {city && remote ? <span aria-hidden="true"> · </span> : null}
              {remote ? <Trans>remote</Trans> : null}
            </p>
          </li>
        ))}
      </ul>
      <Link to="/jobs" search={{ company }} className="act">
        <Trans>All of its jobs</Trans>
      </Link>
    </section>
  );
}

function Known({ page: { known, id }, name }: { page: Page; name: string }) {
  if (known.count === 0) return null;
  return (
    <section aria-labelledby="known">
      <h2 id="known" className="text-[1.05rem]">
        <Plural value={known.count} one="You know one person here" other="You know # people here" />
      </h2>
      <ul className="mt-2">
        {known.cards.map((member) => (
          <MemberLine key={member.id} member={member} brief />
        ))}
      </ul>
      <Link to="/search" search={{ company: id }} className="act">
        <Trans>People of {name}</Trans>
      </Link>
    </section>
  );
}

/** The way to the company's desk: for those who act for it, and for those who could. */
function Acting({ page }: { page: Page }) {
  const { data: me } = useQuery(meQuery);
  if (!me) return null;
  return (
    <p className={`text-[0.92rem] text-ink-2 ${page.known.count > 0 ? 'border-t border-line pt-5' : ''}`}>
      {page.roles.length > 0 ? (
        <Trans>You act for this company.</Trans>
      ) : (
        <Trans>Do you speak for this company?</Trans>
      )}
      <br />
      <Link to="/companies/$company/desk" params={{ company: page.id }} className="link">
        {page.roles.length > 0 ? (
          <Trans>To the company's desk</Trans>
        ) : (
          <Trans>Become a representative</Trans>
        )}
      </Link>
    </p>
  );
}
