import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { CompanyDesk } from '@teahouse/contract/members';
import { useHolder, useWalletHere } from '../../holder/use-holder.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { useRefresh } from './queries.ts';
import { companyWords } from './words.ts';

/** The keys with which a representative signs answers: made on this device, listed and logged by the house. */
export function Keys({ desk }: { desk: CompanyDesk }) {
  const client = useHolder();
  const here = useWalletHere();
  const refresh = useRefresh();
  const add = useAction(async () => {
    if (!client) return;
    const { newCompanyKey } = await import('./new-key.ts');
    const key = await newCompanyKey(client.wallet.seed(), desk.id);
    await membersApi.addCompanyKey({ params: { company: desk.id }, body: { key } });
    await refresh();
  });
  const end = useAction(async (key: string) => {
    await membersApi.revokeCompanyKey({ params: { company: desk.id, key } });
    await refresh();
  });
  return (
    <section aria-labelledby="keys" className="space-y-3">
      <h2 id="keys">
        <Trans>Answering in the company's name</Trans>
      </h2>
      <p className="text-ink-2">
        <Trans>
          Under a thread about the company you can give one official answer. It is signed on this device with
          a key that the house lists in public as the company's; the public log keeps when it began and when
          it ended. Talk sees the key, never your account.
        </Trans>
      </p>
      <ul className="space-y-2">
        {desk.keys.map((key) => (
          <li key={key} className="flex flex-wrap items-center gap-x-4">
            <span className="font-mono text-[0.85rem] break-all">{key.slice(0, 16)}…</span>
            <button type="button" className="act" onClick={() => void end.run(key)}>
              <Trans>End this key</Trans>
            </button>
          </li>
        ))}
      </ul>
      {desk.keys.length > 0 ? (
        <p className="text-[0.9rem] text-ink-2">
          <Trans>
            Talk knows a new key after a minute or two. Then you can answer below the first post of a thread
            about the company.
          </Trans>
        </p>
      ) : null}
      {add.error || end.error ? <ErrorNotice error={add.error ?? end.error} words={companyWords} /> : null}
      {here ? (
        <button
          type="button"
          className={desk.keys.length > 0 ? 'btn quiet' : 'btn'}
          onClick={() => void add.run()}
        >
          {desk.keys.length > 0 ? <Trans>Make another key</Trans> : <Trans>Make a key on this device</Trans>}
        </button>
      ) : (
        <p>
          <Trans>The key comes from your 24 words, which are not on this device.</Trans>{' '}
          <Link to="/phrase" className="link">
            <Trans>Make or enter them</Trans>
          </Link>
        </p>
      )}
    </section>
  );
}
