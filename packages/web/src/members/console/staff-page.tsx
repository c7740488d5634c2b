import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ConsoleRole, ConsoleStaff } from '@teahouse/contract/members';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { MemberDialog } from './member-dialog.tsx';
import { ConsolePage } from './parts.tsx';
import { staffQuery } from './queries.ts';
import { consoleWords, roleWords } from './words.ts';

type Person = ConsoleStaff['staff'][number];
const given = (role: Person['roles'][number]): role is ConsoleRole => role !== 'operator';

function Row({ person }: { person: Person }) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<ConsoleRole | null>(null);
  const { name, handle, roles } = person;
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-1 border-t border-line py-3" data-staff={handle}>
      <div className="min-w-0 flex-1 basis-52">
        <Link
          to="/in/$handle"
          params={{ handle }}
          className="inline-flex min-h-11 items-center font-semibold hover:text-celadon"
        >
          {name}
        </Link>
        <p className="text-[0.88rem] text-ink-2">{roles.map((role) => t(roleWords[role])).join(' · ')}</p>
      </div>
      {roles.filter(given).map((role) => (
        <button key={role} type="button" className="btn quiet" onClick={() => setAsked(role)}>
          {t`No longer: ${t(roleWords[role])}`}
        </button>
      ))}
      {asked ? (
        <MemberDialog
          member={person}
          change={{ kind: 'role', role: asked, has: false }}
          onDone={async () => undefined}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </li>
  );
}

function Everybody() {
  const { data, error } = useQuery(staffQuery);
  if (error) return <ErrorNotice error={error} words={consoleWords} />;
  if (!data) return <RowsSkeleton rows={3} />;
  return (
    <ul className="border-b border-line">
      {data.staff.map((person) => (
        <Row key={person.id} person={person} />
      ))}
    </ul>
  );
}

/** Members who work for the house in the named half. */
export function StaffPage() {
  const { t } = useLingui();
  return (
    <ConsolePage
      title={t`Staff`}
      aside={
        <>
          <p>
            <Trans>Reviewers decide on badges, moderators on what members report.</Trans>{' '}
            <Link to="/console/members" className="link">
              <Trans>Appoint a member</Trans>
            </Link>
          </p>
          <p>
            <Trans>
              Operators are made and dismissed at the machine alone, so that a stolen session cannot make
              another:
            </Trans>
          </p>
          <p className="font-mono text-[0.85rem] break-words">teahouse member-role add EMAIL operator</p>
          <p>
            <Trans>Staff of talk are other people, with other keys. Their list is at talk's desk.</Trans>
          </p>
        </>
      }
    >
      {() => <Everybody />}
    </ConsolePage>
  );
}
