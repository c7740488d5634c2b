import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { CompanyDesk, MemberCard, RepresentativeRole } from '@teahouse/contract/members';
import { useId, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { connectionsQuery } from '../network/queries.ts';
import { MemberLine } from '../profile/member-line.tsx';
import { useRefresh } from './queries.ts';
import { companyWords } from './words.ts';

const order: readonly RepresentativeRole[] = ['owner', 'speaker', 'recruiter'];

function useRoleWords(): Readonly<Record<RepresentativeRole, string>> {
  const { t } = useLingui();
  return { owner: t`Owner`, speaker: t`Speaker`, recruiter: t`Recruiter` };
}

interface Of {
  readonly desk: CompanyDesk;
  readonly account: string;
}

/** Who acts for the company, with their roles; owners change them, and anybody lays down their own. */
export function Representatives({ desk, account }: Of) {
  const refresh = useRefresh();
  const isOwner = desk.roles.includes('owner');
  const act = useAction(async (member: string, roles: readonly RepresentativeRole[]) => {
    const params = { company: desk.id, member };
    if (roles.length === 0) await membersApi.removeRepresentative({ params });
    else await membersApi.setRepresentative({ params, body: { roles: [...roles] } });
    await refresh();
  });
  return (
    <section aria-labelledby="representatives">
      <h2 id="representatives">
        <Trans>Who acts for the company</Trans>
      </h2>
      <p className="mt-1 pb-3 text-[0.92rem] text-ink-2">
        <Trans>
          Owners name the others, a speaker keeps the page and answers, a recruiter has the jobs. To hand
          over, make somebody else an owner, then lay down your role.
        </Trans>
      </p>
      {act.error ? <ErrorNotice error={act.error} words={companyWords} /> : null}
      <ul className="border-b border-line">
        {desk.representatives.map(({ member, roles }) => (
          <MemberLine
            key={member.id}
            member={member}
            acts={
              isOwner || member.id === account ? (
                <button type="button" className="act" onClick={() => void act.run(member.id, [])}>
                  {member.id === account ? <Trans>Lay down my roles</Trans> : <Trans>Take all roles</Trans>}
                </button>
              ) : null
            }
          >
            <Roles
              roles={roles}
              name={member.name}
              onChange={isOwner ? (next) => void act.run(member.id, next) : undefined}
            />
          </MemberLine>
        ))}
      </ul>
      {isOwner ? <Add desk={desk} onAdd={(member) => void act.run(member.id, ['speaker'])} /> : null}
    </section>
  );
}

function Roles({
  roles,
  name,
  onChange,
}: {
  roles: readonly RepresentativeRole[];
  name: string;
  onChange: ((roles: readonly RepresentativeRole[]) => void) | undefined;
}) {
  const { t } = useLingui();
  const words = useRoleWords();
  if (!onChange) return <p className="text-[0.9rem]">{roles.map((role) => words[role]).join(', ')}</p>;
  return (
    <fieldset className="flex flex-wrap gap-x-5">
      <legend className="sr-only">{t`Roles of ${name}`}</legend>
      {order.map((role) => (
        <label key={role} className="inline-flex min-h-11 items-center gap-2 text-[0.92rem]">
          <input
            type="checkbox"
            checked={roles.includes(role)}
            onChange={(event) => {
              const others = roles.filter((one) => one !== role);
              onChange(event.target.checked ? [...others, role] : others);
            }}
          />
          {words[role]}
        </label>
      ))}
    </fieldset>
  );
}

/** Adds one of one's connections; colleagues who are verified are found there too. */
function Add({ desk, onAdd }: { desk: CompanyDesk; onAdd: (member: MemberCard) => void }) {
  const { t } = useLingui();
  const id = useId();
  const [q, setQ] = useState('');
  const { data } = useInfiniteQuery({ ...connectionsQuery(q.trim()), enabled: q.trim() !== '' });
  const here = new Set(desk.representatives.map(({ member }) => member.id));
  const found = data?.pages.flatMap(({ connections }) => connections.map(({ member }) => member)) ?? [];
  return (
    <div className="field pt-6">
      <label htmlFor={id}>
        <Trans>Add one of your connections</Trans>
      </label>
      <input id={id} className="input" value={q} onChange={(event) => setQ(event.target.value)} />
      <ul>
        {found
          .filter((member) => !here.has(member.id))
          .slice(0, 5)
          .map((member) => (
            <MemberLine
              key={member.id}
              member={member}
              brief
              acts={
                <button
                  type="button"
                  className="act"
                  aria-label={t`Make ${member.name} a speaker`}
                  onClick={() => {
                    setQ('');
                    onAdd(member);
                  }}
                >
                  <Trans>Make a speaker</Trans>
                </button>
              }
            />
          ))}
      </ul>
    </div>
  );
}
