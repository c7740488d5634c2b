import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Teahouse } from '@teahouse/client';
import { useId, useState } from 'react';
import { useHolder } from '../holder/use-holder.ts';
import { useTitle } from '../shell/use-title.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { memberWords } from './error-words.ts';
import { Sheet, Submit, useAction } from './form.tsx';

interface Found {
  readonly threads: number;
  /** Whether a credential is here too, so that one can speak at once. */
  readonly speaks: boolean;
}

function Result({ found }: { found: Found }) {
  return (
    <div role="status" className="rise space-y-5" data-found={found.threads}>
      <p className="notice">
        <strong>
          <Trans>The key is here.</Trans>
        </strong>{' '}
        <Plural
          value={found.threads}
          _0="You wear no mask in any thread yet."
          one="You wear a mask in # thread."
          other="You wear a mask in # threads."
        />
      </p>
      <p className="flex flex-wrap gap-4">
        <Link to="/mine" className="btn">
          <Trans>Show them</Trans>
        </Link>
        {found.speaks ? null : (
          <Link to="/signin" className="btn quiet">
            <Trans>Sign in to fetch the credential</Trans>
          </Link>
        )}
      </p>
    </div>
  );
}

function Form({ client }: { client: Teahouse }) {
  const { t } = useLingui();
  const id = useId();
  const [looked, setLooked] = useState(0);
  const [found, setFound] = useState<Found>();
  const restore = useAction(async (phrase: string) => {
    const { threads } = await client.restore(phrase, { onProgress: setLooked });
    // Who is signed in here gets the credential along; who is not can do that later.
    await client.wallet.refresh().catch(() => undefined);
    setFound({ threads: threads.length, speaks: client.wallet.usable().length > 0 });
  });
  if (found) return <Result found={found} />;
  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        const phrase = String(new FormData(event.currentTarget).get('phrase') ?? '');
        void restore.run(
          phrase
            .trim()
            .toLowerCase()
            .replace(/[\s\d.,、，]+/g, ' ')
            .trim(),
        );
      }}
    >
      <div className="field">
        <label htmlFor={id}>{t`Your 24 words`}</label>
        <textarea
          id={id}
          name="phrase"
          lang="en"
          rows={4}
          required
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          className="input font-mono"
          aria-invalid={restore.code === 'phrase-invalid'}
          aria-describedby={`${id}-hint`}
        />
        <p id={`${id}-hint`} className="text-[0.86rem] text-ink-2">
          <Trans>In their order, with spaces between them. They do not leave this device.</Trans>
        </p>
      </div>
      {restore.error ? <ErrorNotice error={restore.error} words={memberWords} /> : null}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Submit pending={restore.pending}>
          <Trans>Bring the key here</Trans>
        </Submit>
        <span role="status" className="tabular text-[0.92rem] text-ink-2">
          {restore.pending ? (
            <Plural value={looked} one="looked at # mask" other="looked at # masks" />
          ) : null}
        </span>
      </div>
    </form>
  );
}

/** The key on another device, out of the phrase. protocol.md 7. */
export function RestorePage() {
  const { t } = useLingui();
  useTitle(t`Another device`);
  const client = useHolder(true);
  return (
    <Sheet
      title={t`On another device`}
      lead={t`The 24 words bring back your key, and with it every mask you wear.`}
      aside={
        <div className="space-y-4">
          <h2 className="text-ink">
            <Trans>How it finds your posts</Trans>
          </h2>
          <p>
            <Trans>
              The device fetches the public list of all masks and looks through it by itself. The server is
              never asked about one of yours, so it cannot learn which they are.
            </Trans>
          </p>
        </div>
      }
    >
      {client ? <Form client={client} /> : <PageSkeleton />}
    </Sheet>
  );
}
