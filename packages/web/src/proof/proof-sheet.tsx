import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { OpenedProof, Teahouse } from '@teahouse/client';
import { ApiError } from '@teahouse/client/errors';
import { useMemo, useState } from 'react';
import { useHolder } from '../holder/use-holder.ts';
import { logWords } from '../log/words.ts';
import { createReading, useReading } from '../talk/read/reading.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { saveFile } from '../ui/save-file.ts';
import { Sheet } from '../ui/sheet.tsx';
import { VerdictView } from './verdict-view.tsx';

interface Address {
  readonly room: string;
  readonly post: string;
}

function Saved({ proof: { text, verdict }, post }: { proof: OpenedProof; post: string }) {
  return (
    <div className="space-y-6">
      <VerdictView verdict={verdict} />
      <div className="border-t border-line pt-5">
        <button
          type="button"
          className="btn"
          onClick={() => saveFile(`teahouse-proof-${post.slice(0, 8)}.json`, text)}
        >
          <Trans>Save the proof</Trans>
        </button>
        <p className="mt-3 text-[0.93rem] text-ink-2">
          <Trans>
            Whoever has the file can check it, also without a network and when this house is gone: with{' '}
            <code>teahouse verify</code>, or on the page{' '}
            <Link to="/verify" className="link">
              Check a proof
            </Link>
            . It holds nothing about you.
          </Trans>
        </p>
      </div>
    </div>
  );
}

/** What the person waits for, in a breath or two. */
function Waiting() {
  return (
    <div role="status" className="space-y-4 py-2">
      <p className="text-ink-2">
        <Trans>Fetching the proof, and checking it on this device…</Trans>
      </p>
      <div className="shimmer flex items-center gap-5">
        <div className="h-19 w-19 flex-none -rotate-3 rounded-lg bg-paper-2" />
        <div className="flex-1 space-y-3">
          <div className="h-5 w-3/4 rounded bg-paper-2" />
          <div className="h-4 w-1/2 rounded bg-paper-2" />
        </div>
      </div>
      <div className="shimmer h-24 rounded bg-paper-2" />
    </div>
  );
}

/** When talk writes the next time into its log, where the answer says so. */
function ReadyIn({ error }: { error: unknown }) {
  if (!(error instanceof ApiError) || error.code !== 'proof-not-yet' || !error.retryAfter) return null;
  return (
    <p className="mt-1 font-semibold">
      <Plural
        value={Math.max(1, Math.ceil(error.retryAfter / 60))}
        one="Ready in about # minute."
        other="Ready in about # minutes."
      />
    </p>
  );
}

function Fetched({ client, address: { room, post } }: { client: Teahouse; address: Address }) {
  const reading = useMemo(
    () => createReading({ read: () => client.proof(room, post) }),
    [client, room, post],
  );
  const { data, error } = useReading(reading);
  const [trying, setTrying] = useState(false);
  const again = () => {
    setTrying(true);
    void reading.refresh().finally(() => setTrying(false));
  };
  if (data) return <Saved proof={data} post={post} />;
  if (!error || trying) return <Waiting />;
  return (
    <div className="space-y-4">
      <ErrorNotice error={error} words={logWords}>
        <ReadyIn error={error} />
      </ErrorNotice>
      <button type="button" className="btn quiet" onClick={again}>
        <Trans>Try again</Trans>
      </button>
    </div>
  );
}

/** The proof of a post: fetched, checked on this device, told in words, to be saved as a file. */
export function ProofSheet({ address, onClose }: { address: Address; onClose: () => void }) {
  const { t } = useLingui();
  // Also for who has no wallet: the logs that were seen are remembered on the device in any case.
  const client = useHolder(true);
  return (
    <Sheet title={t`Proof`} onClose={onClose}>
      {client ? <Fetched client={client} address={address} /> : <Waiting />}
    </Sheet>
  );
}
