import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Security } from '@teahouse/contract/members';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { CheckIcon, CopyIcon } from '../../ui/icons.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { dayWords } from './days.ts';
import { MakeToken } from './make-token.tsx';
import { tokensQuery } from './queries.ts';
import { scopeWords } from './scope-words.ts';
import { Row } from './section.tsx';
import { accountWords } from './words.ts';

/** The token itself, once. */
function Secret({ secret }: { secret: string }) {
  const { t } = useLingui();
  const [copied, setCopied] = useState(false);
  return (
    <div role="status" className="notice rise mb-5">
      <p className="font-semibold">
        <Trans>Copy it now: it is not shown again.</Trans>
      </p>
      <p className="mt-2 flex items-center gap-2">
        <code data-secret className="min-w-0 flex-1 break-all font-mono text-[0.9rem]">
          {secret}
        </code>
        <button
          type="button"
          className="icon-btn shrink-0"
          aria-label={copied ? t`Copied` : t`Copy the token`}
          onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}
        >
          {copied ? <CheckIcon /> : <CopyIcon />}
        </button>
      </p>
    </div>
  );
}

/** Keys for programs that act in the member's name. */
export function Tokens({ security }: { security: Security }) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string>();
  const { data, error, isPending } = useQuery(tokensQuery);
  const again = () => queries.invalidateQueries({ queryKey: tokensQuery.queryKey });
  const revoke = useAction(async (token: string) => {
    await membersApi.endAccessToken({ params: { token } });
    setSecret(undefined);
    await again();
  });
  if (isPending) return <RowsSkeleton rows={1} />;
  if (error) return <ErrorNotice error={error} words={accountWords} />;
  const tokens = data.tokens.map((one) => ({ ...one, until: dayWords(one.expires, i18n.locale) }));
  return (
    <>
      {secret ? <Secret secret={secret} /> : null}
      {tokens.map(({ id, name, scopes, until }) => (
        <Row
          key={id}
          name={name}
          acts={
            <button
              type="button"
              className="act danger"
              aria-label={t`Revoke ${name}`}
              onClick={() => void revoke.run(id)}
            >
              <Trans>Revoke</Trans>
            </button>
          }
        >
          <span className="block">{scopes.map((scope) => t(scopeWords[scope])).join(' · ')}</span>
          <Trans>until {until}</Trans>
        </Row>
      ))}
      {revoke.error ? <ErrorNotice error={revoke.error} words={accountWords} /> : null}
      <p className="border-t border-line pt-4">
        <button type="button" className="btn quiet" onClick={() => setMaking(true)}>
          <Trans>Make an access token</Trans>
        </button>
      </p>
      {making ? (
        <MakeToken
          security={security}
          onClose={() => setMaking(false)}
          onMade={async (made) => {
            setSecret(made);
            await again();
          }}
        />
      ) : null}
    </>
  );
}
