import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Role, Staff } from '@teahouse/contract/desk';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { useAction } from '../../ui/use-action.ts';
import { deskApi } from '../data/api.ts';
import { staffQuery } from '../data/queries.ts';
import { deskQueries } from '../data/query-client.ts';
import { Paper } from '../frame/form.tsx';
import { useMe } from '../frame/me.tsx';
import { deskWords } from '../words/error-words.ts';
import { InviteForm } from './invite-form.tsx';
import { roles, roleWords, staffStateWords } from './role-words.ts';

function Row({ person }: { person: Staff }) {
  const { t } = useLingui();
  const me = useMe();
  const { id, name, state, passkeys } = person;
  const change = useAction(async (body: { role?: Role; off?: boolean }) => {
    await deskApi.changeStaff({ params: { staff: id }, body });
    await deskQueries.invalidateQueries({ queryKey: ['desk', 'staff'] });
    if (id === me.id) await deskQueries.invalidateQueries({ queryKey: ['desk', 'me'] });
  });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3" data-staff={name}>
      <div className="min-w-0 flex-1">
        <p className={state === 'off' ? 'text-ink-2 line-through' : 'font-semibold'}>{name}</p>
        <p className="text-[0.86rem] text-ink-2">
          {t(staffStateWords[state])}
          <span aria-hidden="true"> · </span>
          <Plural value={passkeys} _0="no passkey" one="# passkey" other="# passkeys" />
        </p>
      </div>
      <select
        aria-label={t`Role of ${name}`}
        className="input w-auto"
        value={person.role}
        disabled={change.pending || state === 'off'}
        onChange={(event) => {
          const role = roles.find((one) => one === event.currentTarget.value);
          if (role) void change.run({ role });
        }}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(roleWords[role])}
          </option>
        ))}
      </select>
      <button
        type="button"
        className={state === 'off' ? 'btn quiet' : 'btn danger'}
        aria-label={state === 'off' ? t`Let in ${name} again` : t`Turn off ${name}`}
        aria-disabled={change.pending}
        onClick={() => void change.run({ off: state !== 'off' })}
      >
        {state === 'off' ? <Trans>Let in</Trans> : <Trans>Turn off</Trans>}
      </button>
      {change.error ? (
        <div className="w-full">
          <ErrorNotice error={change.error} words={deskWords} />
        </div>
      ) : null}
    </li>
  );
}

function Everybody() {
  const { data, error } = useQuery(staffQuery);
  if (error) return <ErrorNotice error={error} words={deskWords} />;
  if (!data) return <RowsSkeleton rows={3} />;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {data.staff.map((person) => (
        <Row key={person.id} person={person} />
      ))}
    </ul>
  );
}

/** Who sits at the desk, in which role, and who is let in no more. */
export function StaffPage() {
  const { t } = useLingui();
  useTitle(t`Staff`);
  const { role } = useMe();
  if (role !== 'admin') {
    return (
      <Paper title={t`Staff`}>
        <ErrorNotice code="desk-role" words={deskWords} />
      </Paper>
    );
  }
  return (
    <Paper
      title={t`Staff`}
      lead={t`Colleagues at the desk see each other's names. Readers see roles.`}
      aside={
        <>
          <h2 className="pb-3">
            <Trans>Invite somebody</Trans>
          </h2>
          <InviteForm />
        </>
      }
    >
      <Everybody />
    </Paper>
  );
}
