import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Teahouse } from '@teahouse/client';
import { useState } from 'react';
import { useHolder, useObserved } from '../holder/use-holder.ts';
import { useTitle } from '../shell/use-title.ts';
import { keepWords } from '../talk/keep/keep-words.ts';
import { PhraseEntry } from '../talk/keep/phrase-entry.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { memberWords } from './error-words.ts';
import { Sheet, useAction } from './form.tsx';
import { type Found, RestoreResult } from './restore-result.tsx';
import { type Looking, RestoreStages } from './restore-stages.tsx';

const words = { ...memberWords, ...keepWords };

/** Brings the key here and finds what belongs to it; asks about no item. protocol.md 7. */
async function restore(client: Teahouse, phrase: string, tell: (looking: Looking) => void): Promise<Found> {
  await client.wallet.restore(phrase);
  tell({ at: 'masks', looked: 0, found: 0 });
  const threads = await client.findOwnThreads({
    onProgress: (looked, found) => tell({ at: 'masks', looked, found }),
  });
  // Who is signed in here gets the credential along; who is not can do that later.
  tell({ at: 'tokens', looked: 0, found: threads.length });
  await client.wallet.refresh().catch(() => undefined);
  const speaks = client.wallet.usable().length > 0;
  const tokens = speaks ? await client.tokens.draw().catch(() => null) : null;
  return { threads: threads.length, tokens, speaks };
}

/** A locked device has its key already: the same words unlock it, and nothing has to be looked for. */
function Opened() {
  return (
    <div role="status" className="rise space-y-5">
      <p className="notice">
        <strong>
          <Trans>This device is unlocked.</Trans>
        </strong>{' '}
        <Trans>Everything that it kept is there. If the passphrase is forgotten, take another one now.</Trans>
      </p>
      <p className="flex flex-wrap gap-4">
        <Link to="/lock" className="btn">
          <Trans>Set another passphrase</Trans>
        </Link>
        <Link to="/mine" className="btn quiet">
          <Trans>Mine</Trans>
        </Link>
      </p>
    </div>
  );
}

function Form({ client }: { client: Teahouse }) {
  const { state } = useObserved(client.deviceLock);
  const [looking, setLooking] = useState<Looking>();
  const [found, setFound] = useState<Found | 'opened'>();
  const bring = useAction(async (phrase: string) => {
    if (state === 'locked') {
      await client.deviceLock.unlock({ kind: 'phrase', phrase });
      setFound('opened');
      return;
    }
    setFound(await restore(client, phrase, setLooking).finally(() => setLooking(undefined)));
  });
  if (found === 'opened') return <Opened />;
  if (found) return <RestoreResult found={found} />;
  return (
    <div className="space-y-5">
      {state === 'locked' ? (
        <p className="notice warm">
          <Trans>
            This device keeps a key under a lock. Its 24 words open it. For another key, have the device{' '}
            <Link to="/forget" className="link">
              forget everything
            </Link>{' '}
            first.
          </Trans>
        </p>
      ) : null}
      <PhraseEntry
        action={<Trans>Bring the key here</Trans>}
        pending={bring.pending}
        onPhrase={(phrase) => void bring.run(phrase)}
      />
      {bring.error ? <ErrorNotice error={bring.error} words={words} /> : null}
      {looking ? <RestoreStages looking={looking} /> : null}
      {bring.pending && !looking ? (
        <p role="status" className="shimmer text-[0.92rem] text-ink-2">
          <Trans>A moment…</Trans>
        </p>
      ) : null}
    </div>
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
          <h2 className="text-ink">
            <Trans>Before you begin</Trans>
          </h2>
          <p>
            <Trans>
              Sit where nobody looks over your shoulder, at a device of your own. Whoever sees these words can
              be you.
            </Trans>
          </p>
        </div>
      }
    >
      {client ? <Form client={client} /> : <PageSkeleton />}
    </Sheet>
  );
}
