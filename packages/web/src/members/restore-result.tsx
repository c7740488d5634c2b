import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

export interface Found {
  readonly threads: number;
  /** Tokens left this week; null where they could not be drawn yet. */
  readonly tokens: number | null;
  /** Whether a credential is here too, so that one can speak at once. */
  readonly speaks: boolean;
}

/** What came back with the key, what comes later, and what never does. */
export function RestoreResult({ found }: { found: Found }) {
  const { threads, tokens, speaks } = found;
  return (
    <div role="status" className="rise space-y-6" data-found={threads} data-tokens={tokens ?? ''}>
      <h2>
        <Trans>The key is here.</Trans>
      </h2>
      <dl className="flex flex-wrap gap-x-12 gap-y-4">
        <div className="flex flex-col-reverse">
          <dt className="text-[0.95rem] text-ink-2">
            <Plural
              value={threads}
              one="thread in which you wear a mask"
              other="threads in which you wear a mask"
            />
          </dt>
          <dd className="tabular font-serif text-[2.2rem] leading-tight font-bold">{threads}</dd>
        </div>
        {tokens === null ? null : (
          <div className="flex flex-col-reverse">
            <dt className="text-[0.95rem] text-ink-2">
              <Plural value={tokens} one="token left this week" other="tokens left this week" />
            </dt>
            <dd className="tabular font-serif text-[2.2rem] leading-tight font-bold">{tokens}</dd>
          </div>
        )}
      </dl>
      {speaks ? null : (
        <p className="notice warm text-[0.95rem]">
          <Trans>
            To speak, the device also needs your credential. It is fetched when you sign in, and the tokens
            follow by themselves.
          </Trans>
        </p>
      )}
      <p className="text-[0.95rem] text-ink-2">
        <Trans>
          What can't come along: drafts, and what was not sent yet. They were on the other device alone.
        </Trans>
      </p>
      <p className="flex flex-wrap gap-4">
        <Link to="/mine" className="btn">
          <Trans>Show them</Trans>
        </Link>
        {speaks ? (
          <Link to="/lock" className="btn quiet">
            <Trans>Lock this device</Trans>
          </Link>
        ) : (
          <Link to="/signin" className="btn quiet">
            <Trans>Sign in to fetch the credential</Trans>
          </Link>
        )}
      </p>
    </div>
  );
}
