import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { OutboxItem, Teahouse } from '@teahouse/client';
import { type ReactNode, useEffect, useState } from 'react';
import { useProofPart } from '../../holder/proof-progress.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { refusalWords } from './refusal-words.ts';
import { Refused } from './refused.tsx';

/** The present time, moved on every few seconds while something waits. */
function useNow(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function Waiting({ until, onSendNow }: { until: number; onSendNow: () => void }) {
  const minutes = Math.max(1, Math.round((until - useNow()) / 60_000));
  const hours = Math.round(minutes / 60);
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <p className="max-w-[34rem] text-[0.92rem]">
        <strong>
          {minutes < 90 ? (
            <Plural value={minutes} one="Leaves in about # minute." other="Leaves in about # minutes." />
          ) : (
            <Plural value={hours} one="Leaves in about # hour." other="Leaves in about # hours." />
          )}
        </strong>{' '}
        <span className="text-ink-2">
          <Trans>
            You spoke elsewhere before, or did something under your name; until others have too, a watcher of
            clocks could put the two together. It leaves when the app is open then.
          </Trans>
        </span>
      </p>
      <button type="button" className="link min-h-11" onClick={onSendNow}>
        <Trans>Send now</Trans>
      </button>
    </div>
  );
}

function Stage({ at, of, children }: { at: number; of: number; children: ReactNode }) {
  return (
    <div className="flex items-center gap-3 text-[0.92rem]">
      <svg
        viewBox="0 0 36 36"
        width="26"
        height="26"
        aria-hidden="true"
        focusable="false"
        className="shimmer -rotate-90 text-celadon"
      >
        <circle cx="18" cy="18" r="15" fill="none" stroke="currentColor" strokeWidth="4" opacity=".22" />
        <circle
          cx="18"
          cy="18"
          r="15"
          fill="none"
          stroke="currentColor"
          strokeWidth="4"
          strokeLinecap="round"
          pathLength={of}
          strokeDasharray={`${at} ${of}`}
        />
      </svg>
      <span>{children}</span>
    </div>
  );
}

/** Where an act is on its way out, in words, from the outbox to the server's answer. */
export function Sending({ client, item }: { client: Teahouse; item: OutboxItem }) {
  const { t } = useLingui();
  const proof = useProofPart();
  const { state, id } = item;
  const stage = () => {
    switch (state.name) {
      case 'waiting':
        return <Waiting until={state.until} onSendNow={() => void client.outbox.sendNow(id)} />;
      case 'proving':
        return (
          <Stage at={1 + (proof ?? 0)} of={3}>
            {proof === null ? t`Taking a token…` : t`Making the proof on this device…`}
          </Stage>
        );
      case 'sending':
        return (
          <Stage at={2.5} of={3}>
            {t`Sending…`}
          </Stage>
        );
      case 'failed':
        return (
          <ErrorNotice code={state.code} words={refusalWords}>
            <button type="button" className="link min-h-11" onClick={() => void client.outbox.sendNow(id)}>
              <Trans>Try at once</Trans>
            </button>
          </ErrorNotice>
        );
      case 'refused':
        return <Refused client={client} item={item} refusal={state} />;
      case 'sent':
        return <p className="text-[0.92rem] text-celadon">{t`Said.`}</p>;
    }
  };
  return (
    <div aria-live="polite" data-outbox={state.name}>
      {stage()}
    </div>
  );
}
