import { Trans, useLingui } from '@lingui/react/macro';
import { membersLimits } from '@teahouse/contract/members/limits';
import { Ask } from '../../ui/ask.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { Field, Submit, useAction } from '../form.tsx';
import { useRefresh } from './queries.ts';
import { peopleWords } from './words.ts';

/** Asks for a connection, with a note or without. */
export function AskForm({
  member,
  open,
  onClose,
}: {
  member: { id: string; name: string };
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const refresh = useRefresh();
  const { id, name } = member;
  const ask = useAction(async (form: FormData) => {
    const note = String(form.get('note') ?? '');
    await membersApi.askConnection({ params: { member: id }, body: { note } });
    onClose();
    await refresh();
  });
  return (
    <Ask open={open} title={t`Connect with ${name}`} onClose={onClose}>
      {open ? (
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            void ask.run(new FormData(event.currentTarget));
          }}
        >
          <Field
            label={t`A note`}
            name="note"
            maxLength={membersLimits.network.noteMax}
            placeholder={t`How you know each other`}
            hint={<Trans>It helps to say where you met. You can leave it empty.</Trans>}
            autoComplete="off"
          />
          {ask.error ? <ErrorNotice error={ask.error} words={peopleWords} /> : null}
          <p className="flex flex-wrap gap-3">
            <Submit pending={ask.pending}>
              <Trans>Send the request</Trans>
            </Submit>
            <button type="button" className="btn quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </button>
          </p>
        </form>
      ) : null}
    </Ask>
  );
}
