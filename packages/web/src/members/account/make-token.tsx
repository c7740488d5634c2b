import { Trans, useLingui } from '@lingui/react/macro';
import type { Scope, Security } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useId } from 'react';
import { membersApi } from '../api.ts';
import { Field } from '../form.tsx';
import { ProofDialog } from './proof-dialog.tsx';
import { scopeWords } from './scope-words.ts';

const scopes = Object.keys(scopeWords) as Scope[];

/** What the token is called, what it opens, and for how long. */
export function MakeToken({
  security,
  onClose,
  onMade,
}: {
  security: Security;
  onClose: () => void;
  onMade: (secret: string) => Promise<void>;
}) {
  const { t } = useLingui();
  const days = useId();
  return (
    <ProofDialog
      title={t`Make an access token`}
      action={<Trans>Make the token</Trans>}
      security={security}
      onClose={onClose}
      run={async (proof, form) => {
        const { secret } = await membersApi.makeAccessToken({
          body: {
            proof,
            name: String(form.get('name') ?? '').trim(),
            scopes: form.getAll('scope') as Scope[],
            days: Number(form.get('days')),
          },
        });
        await onMade(secret);
      }}
    >
      <Field
        label={t`What is it for?`}
        name="name"
        required
        maxLength={membersLimits.tokenNameMax}
        autoComplete="off"
      />
      <fieldset>
        <legend className="mb-1 font-semibold text-[0.95rem]">{t`What may it do?`}</legend>
        <div className="grid">
          {scopes.map((scope, i) => (
            <label key={scope} className="flex min-h-11 items-center gap-3 py-1 leading-snug">
              <input
                type="checkbox"
                name="scope"
                value={scope}
                defaultChecked={i === 0}
                className="size-5 shrink-0 accent-(--celadon)"
              />
              <span>
                {t(scopeWords[scope])}{' '}
                <code className="whitespace-nowrap font-mono text-[0.78rem] text-ink-2">{scope}</code>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="field">
        <label htmlFor={days}>{t`For how long?`}</label>
        <select id={days} name="days" className="input" defaultValue="90">
          <option value="30">{t`30 days`}</option>
          <option value="90">{t`90 days`}</option>
          <option value="366">{t`A year`}</option>
        </select>
      </div>
    </ProofDialog>
  );
}
