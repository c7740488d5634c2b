import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import type { Security } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { Field, Submit, useAction } from '../form.tsx';
import { addPasskey } from '../passkey.ts';
import { ProofDialog } from './proof-dialog.tsx';
import { securityQuery } from './queries.ts';
import { Row } from './section.tsx';
import { accountWords } from './words.ts';

type Passkey = Security['passkeys'][number];

function NameField({ name }: { name?: string }) {
  const { t } = useLingui();
  return (
    <Field
      label={t`Name of the passkey`}
      name="name"
      required
      defaultValue={name}
      maxLength={membersLimits.passkeyNameMax}
      hint={t`Such as the device that keeps it. Only you see it.`}
    />
  );
}

function Rename({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const rename = useAction(async (form: FormData) => {
    const name = String(form.get('name') ?? '').trim();
    const next = await membersApi.passkeyRename({ params: { passkey: passkey.id }, body: { name } });
    queries.setQueryData(securityQuery.queryKey, next);
    onClose();
  });
  return (
    <Ask open title={t`Another name`} onClose={onClose}>
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          void rename.run(new FormData(event.currentTarget));
        }}
      >
        <NameField name={passkey.name} />
        {rename.error ? <ErrorNotice error={rename.error} words={accountWords} /> : null}
        <Submit pending={rename.pending}>
          <Trans>Save</Trans>
        </Submit>
      </form>
    </Ask>
  );
}

/** Passkeys: added, named, removed. */
export function Passkeys({ security }: { security: Security }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [renaming, setRenaming] = useState<Passkey>();
  const [removing, setRemoving] = useState<Passkey>();
  const keep = (next: Security) => queries.setQueryData(securityQuery.queryKey, next);
  const { passkeys } = security;
  const removed = removing?.name ?? '';
  return (
    <>
      {passkeys.map((passkey) => {
        const { id, name } = passkey;
        return (
          <Row
            key={id}
            name={name}
            acts={
              <>
                <button
                  type="button"
                  className="act"
                  aria-label={t`Rename ${name}`}
                  onClick={() => setRenaming(passkey)}
                >
                  <Trans>Rename</Trans>
                </button>
                <button
                  type="button"
                  className="act danger"
                  aria-label={t`Remove ${name}`}
                  onClick={() => setRemoving(passkey)}
                >
                  <Trans>Remove</Trans>
                </button>
              </>
            }
          >
            <Trans>Passkey</Trans>
          </Row>
        );
      })}
      <div className="border-t border-line pt-4">
        {passkeys.length === 0 ? (
          <p className="mb-3 text-[0.92rem] text-ink-2">
            <Trans>
              With a passkey you sign in by fingerprint, face or security key. Nothing has to be typed, and
              nobody can trick it out of you.
            </Trans>
          </p>
        ) : null}
        <button type="button" className="btn quiet" onClick={() => setAdding(true)}>
          <Trans>Add a passkey</Trans>
        </button>
      </div>
      {adding ? (
        <ProofDialog
          title={t`Add a passkey`}
          action={<Trans>Make the passkey</Trans>}
          security={security}
          onClose={() => setAdding(false)}
          run={async (proof, form) => {
            keep(await addPasskey(proof, String(form.get('name') ?? '').trim()));
          }}
        >
          <NameField />
        </ProofDialog>
      ) : null}
      {renaming ? <Rename passkey={renaming} onClose={() => setRenaming(undefined)} /> : null}
      {removing ? (
        <ProofDialog
          title={t`Remove “${removed}”?`}
          action={<Trans>Remove the passkey</Trans>}
          isDanger
          security={security}
          onClose={() => setRemoving(undefined)}
          run={async (proof) => {
            keep(await membersApi.passkeyRemove({ params: { passkey: removing.id }, body: { proof } }));
          }}
        >
          <p>
            <Trans>
              It no longer signs you in. Your device may go on showing it until you delete it there.
            </Trans>
          </p>
        </ProofDialog>
      ) : null}
    </>
  );
}
