import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { OwnProfile } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useState } from 'react';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { membersApi } from '../../api.ts';
import { Choice } from '../../fields.tsx';
import { Field, Submit, useAction } from '../../form.tsx';
import { ownQuery } from '../../network/queries.ts';
import { peopleWords } from '../../network/words.ts';
import { useOwnChanged } from './use-own.ts';

/** Headline, address, and who finds the page at all. */
export function EditHead({ own, onDone }: { own: OwnProfile; onDone: () => void }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const changed = useOwnChanged();
  const [head, setHead] = useState(own);
  const save = useAction(async () => {
    const { handle, headline, page, indexable } = head;
    // The version is the one that is known now: what was changed elsewhere has been shown since it was refused.
    const { version } = own;
    try {
      changed(await membersApi.editHead({ body: { version, handle, headline, page, indexable } }));
      onDone();
      if (handle !== own.handle) await navigate({ to: '/me', replace: true });
    } catch (error) {
      await queries.invalidateQueries({ queryKey: ownQuery.queryKey });
      throw error;
    }
  });
  const change = (part: Partial<OwnProfile>) => setHead((before) => ({ ...before, ...part }));
  return (
    <form
      className="mt-4 space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run();
      }}
    >
      <Field
        label={t`Headline`}
        value={head.headline}
        maxLength={membersLimits.profile.headlineMax}
        hint={<Trans>One line that stands below your name, wherever it stands.</Trans>}
        autoComplete="off"
        onChange={(event) => change({ headline: event.target.value })}
      />
      <Field
        label={t`Address of your page`}
        value={head.handle}
        required
        pattern="[a-z0-9][a-z0-9\-]{2,39}"
        hint={
          <Trans>Three to forty of a to z, 0 to 9 and hyphens. Links to the address of before end.</Trans>
        }
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => change({ handle: event.target.value })}
      />
      <Choice
        label={t`Who finds your page`}
        value={head.page}
        hint={
          <Trans>
            Each part below has its own readers besides. Your name is never shown in talk, whatever you
            choose.
          </Trans>
        }
        onChange={(event) => change({ page: event.target.value as OwnProfile['page'] })}
      >
        <option value="members">{t`Members who are signed in`}</option>
        <option value="everyone">{t`Everyone, also without an account`}</option>
      </Choice>
      {head.page === 'everyone' ? (
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            className="h-5 w-5 accent-celadon"
            checked={head.indexable}
            onChange={(event) => change({ indexable: event.target.checked })}
          />
          <Trans>Search engines may keep it</Trans>
        </label>
      ) : null}
      {save.error ? <ErrorNotice error={save.error} words={peopleWords} /> : null}
      <p className="flex flex-wrap gap-3">
        <Submit pending={save.pending}>
          <Trans>Save</Trans>
        </Submit>
        <button type="button" className="btn quiet" onClick={onDone}>
          <Trans>Cancel</Trans>
        </button>
      </p>
    </form>
  );
}
