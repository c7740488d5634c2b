import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { CompanyDesk, MemberCard, RepresentativeRole } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useId, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { MemberLine } from '../profile/member-line.tsx';
import { colleaguesQuery, useRefresh } from './queries.ts';
import { useRoleWords } from './role-words.ts';
import { companyWords } from './words.ts';

const order: readonly RepresentativeRole[] = ['owner', 'speaker', 'recruiter'];

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
        {desk.representatives.map(({ member, roles, until }) => (
          <MemberLine
            key={member.id}
            member={member}
            acts={
              isOwner || member.id === account ? (
                <TakeRoles own={member.id === account} onTake={() => void act.run(member.id, [])} />
              ) : null
            }
          >
            <Roles
              roles={roles}
              name={member.name}
              onChange={isOwner ? (next) => void (next.length > 0 && act.run(member.id, next)) : undefined}
            />
            <Lasts until={until} />
          </MemberLine>
        ))}
      </ul>
      {isOwner ? <Add desk={desk} onAdd={(member) => void act.run(member.id, ['speaker'])} /> : null}
    </section>
  );
}

/** Asks once more: with the last role the keys end, and what is signed anew needs new ones. */
function TakeRoles({ own, onTake }: { own: boolean; onTake: () => void }) {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <button type="button" className="act" onClick={() => setAsked(true)}>
        {own ? <Trans>Lay down my roles</Trans> : <Trans>Take all roles</Trans>}
      </button>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-x-4" role="status">
      <button type="button" className="act danger" onClick={onTake}>
        {own ? <Trans>Lay them down: my keys end</Trans> : <Trans>Take them: the keys end</Trans>}
      </button>
      <button type="button" className="act" onClick={() => setAsked(false)}>
        <Trans>Keep them</Trans>
      </button>
    </span>
  );
}

/** How long they act for the company. */
function Lasts({ until }: { until: string | null }) {
  return (
    <p className="text-[0.86rem] text-ink-2">
      {until === null ? (
        <Trans>As long as they are verified here</Trans>
      ) : (
        <Trans>
          Not verified here: acts until <span className="tabular">{until}</span>
        </Trans>
      )}
    </p>
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
            className="accent-(--celadon)"
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

/** Adds a colleague, whoever is verified here, or one of one's connections. */
function Add({ desk, onAdd }: { desk: CompanyDesk; onAdd: (member: MemberCard) => void }) {
  const { t } = useLingui();
  const id = useId();
  const [q, setQ] = useState('');
  const text = q.trim();
  const { data } = useQuery(colleaguesQuery(desk.id, text));
  const asked = text.length >= membersLimits.colleagueTextMin;
  const here = new Set(desk.representatives.map(({ member }) => member.id));
  const found = (asked && data?.colleagues.filter(({ id }) => !here.has(id))) || [];
  return (
    <div className="field pt-6">
      <label htmlFor={id}>
        <Trans>Add a colleague</Trans>
      </label>
      <input
        id={id}
        className="input"
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      <p id={`${id}-hint`} className="text-[0.86rem] text-ink-2">
        <Trans>
          By name, whoever is verified here or connected with you; by the whole handle, also who shows another
          employer.
        </Trans>
      </p>
      <p role="status" className="text-[0.9rem] text-ink-2">
        {asked && data && found.length === 0 ? <Trans>Nobody found who could be added.</Trans> : null}
      </p>
      <ul>
        {found.map((member) => (
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
