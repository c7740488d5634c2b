import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Role } from '@teahouse/contract/desk';
import { deskLimits } from '@teahouse/contract/desk/limits';
import { useId, useRef, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { deskApi } from '../data/api.ts';
import { staffQuery } from '../data/queries.ts';
import { deskQueries } from '../data/query-client.ts';
import { Field, Submit } from '../frame/form.tsx';
import { deskWords } from '../words/error-words.ts';
import { roles, roleWords } from './role-words.ts';

function Invitation({ name, link }: { name: string; link: string }) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const copy = () =>
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(link))
      .then(
        () => setSaid(t`Copied.`),
        () => {
          field.current?.select();
          setSaid(t`The browser keeps the clipboard to itself: the link is marked, copy it by hand.`);
        },
      );
  return (
    <div className="notice rise mt-4 space-y-2" data-invitation>
      <p>
        <Trans>
          The invitation for <strong>{name}</strong> is shown this once. Hand it over yourself, where you know
          to whom you speak.
        </Trans>
      </p>
      <input
        ref={field}
        readOnly
        value={link}
        aria-label={t`Invitation link`}
        className="input font-mono text-[0.85rem]"
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="flex items-center gap-3">
        <button type="button" className="btn quiet" onClick={() => void copy()}>
          <Trans>Copy link</Trans>
        </button>
        <p role="status" className="text-[0.93rem]">
          {said}
        </p>
      </div>
      <p className="text-[0.88rem] text-ink-2">
        <Plural value={deskLimits.inviteHours} one="It counts for # hour." other="It counts for # hours." />
      </p>
    </div>
  );
}

/** Inviting somebody to the desk. */
export function InviteForm() {
  const { t } = useLingui();
  const id = useId();
  const [invited, setInvited] = useState<{ name: string; link: string }>();
  const invite = useAction(async (form: HTMLFormElement) => {
    const data = new FormData(form);
    const name = String(data.get('name') ?? '').trim();
    const role = roles.find((one): one is Role => one === data.get('role')) ?? 'moderator';
    const made = await deskApi.invite({ body: { name, role } });
    setInvited({ name, link: `${location.origin}/desk/enrol#${made.invite}` });
    form.reset();
    await deskQueries.invalidateQueries(staffQuery);
  });
  return (
    <>
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void invite.run(event.currentTarget);
        }}
      >
        <Field
          label={t`Name at the desk`}
          hint={t`Seen by colleagues at the desk, never by readers.`}
          name="name"
          autoComplete="off"
          maxLength={deskLimits.nameCharacters}
          required
        />
        <div className="field">
          <label htmlFor={id}>{t`Role`}</label>
          <select id={id} name="role" className="input">
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(roleWords[role])}
              </option>
            ))}
          </select>
        </div>
        {invite.error ? <ErrorNotice error={invite.error} words={deskWords} /> : null}
        <Submit pending={invite.pending}>
          <Trans>Invite</Trans>
        </Submit>
      </form>
      {invited ? <Invitation key={invited.link} {...invited} /> : null}
    </>
  );
}
