import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { companiesQuery } from '../jobs/queries.ts';
import { InviteSheet } from './invite-sheet.tsx';
import { openPersonQuery } from './queries.ts';
import { Wish } from './wish.tsx';

/** What a member is open to, for recruiters who may know; nothing for anybody else. */
export function OpenMark({ member }: { member: { id: string; name: string } }) {
  const { t } = useLingui();
  const [inviting, setInviting] = useState(false);
  const [invited, setInvited] = useState(false);
  // Asked once: of most members, who recruit for nobody, no more is asked.
  const { data: own } = useQuery({ ...companiesQuery, staleTime: Number.POSITIVE_INFINITY });
  const { data } = useQuery({ ...openPersonQuery(member.id), enabled: (own?.companies.length ?? 0) > 0 });
  if (!data?.open) return null;
  return (
    <section aria-label={t`Open to work`} className="mt-5 border-l-2 border-celadon pl-4">
      <p className="font-semibold">
        <Trans>Open to work</Trans>
      </p>
      <Wish open={data.open} />
      <p className="mt-2" role="status">
        {invited ? (
          <Trans>Invited</Trans>
        ) : (
          <button type="button" className="btn quiet" onClick={() => setInviting(true)}>
            <Trans>Invite to apply</Trans>
          </button>
        )}
      </p>
      {inviting ? (
        <InviteSheet
          member={member}
          onClose={(done) => {
            setInviting(false);
            if (done) setInvited(true);
          }}
        />
      ) : null}
    </section>
  );
}
