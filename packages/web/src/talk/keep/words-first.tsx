import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Teahouse } from '@teahouse/client';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';

/** Before the first words are said: are the 24 on paper? It can be put off, after a warning. */
export function WordsFirst({ client }: { client: Teahouse }) {
  return (
    <section className="rise max-w-[34rem] space-y-4 border-t border-line pt-5" data-words="first">
      <h2>
        <Trans>First, your 24 words</Trans>
      </h2>
      <p className="text-[0.95rem] text-ink-2">
        <Trans>
          They are the only copy of your key. Five minutes with pen and paper, and a lost phone costs you
          nothing.
        </Trans>
      </p>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Link to="/phrase" className="btn">
          <Trans>Write them down</Trans>
        </Link>
        <PutOff client={client} />
      </p>
    </section>
  );
}

/** "Later", with what that costs. */
export function PutOff({ client, onDone }: { client: Teahouse; onDone?: () => void }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const later = async () => {
    await client.wallet.postponePhrase();
    setAsking(false);
    onDone?.();
  };
  return (
    <>
      <button type="button" className="act" onClick={() => setAsking(true)}>
        <Trans>Later</Trans>
      </button>
      <Ask open={asking} title={t`Without the words on paper?`} onClose={() => setAsking(false)}>
        <p>
          <Trans>
            If this device is lost, broken or its browser cleared, nobody can give you your masks back: not
            your posts to change, not your tokens. A new key can be had twice a year at most.
          </Trans>
        </p>
        <p className="flex flex-wrap gap-3">
          <button type="button" className="btn" onClick={() => setAsking(false)}>
            <Trans>Do it now</Trans>
          </button>
          <button type="button" className="btn quiet" onClick={() => void later()}>
            <Trans>Later, at my own risk</Trans>
          </button>
        </p>
      </Ask>
    </>
  );
}

/** The reminder, until it is done. */
export function WordsReminder() {
  return (
    <p className="notice warm mb-4 text-[0.92rem]" data-words="reminder">
      <Trans>
        Your 24 words are not on paper yet.{' '}
        <Link to="/phrase" className="link">
          Write them down
        </Link>{' '}
        while you have this device.
      </Trans>
    </p>
  );
}
