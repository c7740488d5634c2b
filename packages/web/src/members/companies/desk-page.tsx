import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { CompanyDesk } from '@teahouse/contract/members';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { useName } from '../../ui/use-name.ts';
import { Sheet } from '../form.tsx';
import { SignedIn } from '../session.tsx';
import { Become, ByDomain } from './become.tsx';
import { FactsForm } from './facts-form.tsx';
import { Keys } from './keys.tsx';
import { deskQuery } from './queries.ts';
import { Representatives } from './representatives.tsx';
import { companyWords } from './words.ts';

const route = getRouteApi('/members/companies/$company/desk');

/** Where a company is acted for: its page, who acts for it, the keys it answers with; or the way to become one of them. */
export function DeskPage() {
  const { company } = route.useParams();
  return <SignedIn>{(me) => <Desk key={company} company={company} account={me.id} />}</SignedIn>;
}

function Desk({ company, account }: { company: string; account: string }) {
  const { t } = useLingui();
  const name = useName();
  const { data, error } = useQuery(deskQuery(company));
  useTitle(t`Company desk`);
  if (!data && !error) return <PageSkeleton />;
  return (
    <Sheet
      title={data ? name(data.name) : t`Company desk`}
      lead={
        <Link to="/companies/$company" params={{ company }} className="link">
          <Trans>The company's page</Trans>
        </Link>
      }
      aside={<About />}
    >
      {error ? <ErrorNotice error={error} words={companyWords} /> : null}
      {data ? <Parts desk={data} account={account} /> : null}
    </Sheet>
  );
}

function Parts({ desk, account }: { desk: CompanyDesk; account: string }) {
  const { roles } = desk;
  const speaks = roles.includes('owner') || roles.includes('speaker');
  if (roles.length === 0) return <Become desk={desk} />;
  const rests = desk.representatives.find(({ member }) => member.id === account)?.until ?? null;
  return (
    <div className="space-y-12">
      {speaks ? (
        <section aria-labelledby="facts">
          <h2 id="facts" className="pb-4">
            <Trans>What the company says of itself</Trans>
          </h2>
          <FactsForm company={desk.id} />
        </section>
      ) : null}
      {speaks ? <Keys desk={desk} /> : null}
      <Representatives desk={desk} account={account} />
      {rests === null ? null : <ByDomain desk={desk} />}
    </div>
  );
}

const About = () => (
  <div className="space-y-3">
    <p>
      <Trans>
        Who acts for a company does so under their own name. Nothing done here touches your masks in talk, and
        nothing said in talk is seen here.
      </Trans>
    </p>
    <p>
      <Trans>
        An official answer stands under a thread for everybody to check. It moves no thread up or down, and it
        removes nothing.
      </Trans>
    </p>
  </div>
);
