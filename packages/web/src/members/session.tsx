import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Me } from '@teahouse/contract/members';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { memberWords } from './error-words.ts';
import { Sheet } from './form.tsx';
import { meQuery } from './queries.ts';
import { WhatIsHere } from './what-is-here.tsx';

/** For pages that need a member: whoever is signed out is told so, with both ways in. */
export function SignedIn({ children }: { children: (me: Me) => ReactNode }) {
  const { t } = useLingui();
  const { data, error, isPending } = useQuery(meQuery);
  if (isPending) return <PageSkeleton />;
  if (error) {
    return (
      <Sheet title={t`The named half did not answer`}>
        <ErrorNotice error={error} words={memberWords} />
      </Sheet>
    );
  }
  if (data) return children(data);
  return (
    <Sheet
      title={t`The named half`}
      lead={t`Here you have a name, an address and an employer. Nothing of it goes along when you enter talk.`}
    >
      <p className="flex flex-wrap gap-4">
        <Link to="/join" className="btn">
          <Trans>Join</Trans>
        </Link>
        <Link to="/signin" className="btn quiet">
          <Trans>Sign in</Trans>
        </Link>
      </p>
      <p className="mt-6">
        <Link to="/restore" className="link">
          <Trans>I only want my mask back: enter the 24 words</Trans>
        </Link>
      </p>
      <WhatIsHere />
    </Sheet>
  );
}
