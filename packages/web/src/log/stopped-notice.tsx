import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { LogsSnapshot, Teahouse } from '@teahouse/client';
import { useState } from 'react';
import { Ask } from '../ui/ask.tsx';
import { saveFile } from '../ui/save-file.ts';
import { logWords } from './words.ts';

type Stop = Extract<LogsSnapshot['state'], { name: 'stopped' }>;

/** Both signed texts of each stop: who has them can show them to anybody, and needs no word of ours. */
async function saveEvidence(client: Teahouse): Promise<void> {
  const evidence = await client.logs.evidence();
  saveFile('teahouse-log-evidence.json', `${JSON.stringify(evidence, null, 1)}\n`);
}

function TrustAnew({ client, onClose }: { client: Teahouse; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Ask open title={t`Trust this log anew?`} onClose={onClose}>
      <p>
        <Trans>
          This device forgets what it knew of the log and takes what it is shown next for the truth. Do it
          only when the operator has explained the change in public, and others see the same fingerprint on
          their page “Logs”.
        </Trans>
      </p>
      <div className="flex flex-wrap gap-3">
        <button
          type="button"
          className="btn danger"
          onClick={() => {
            onClose();
            void client.logs.acknowledge({ trustAnew: true });
          }}
        >
          <Trans>Trust it anew</Trans>
        </button>
        <button type="button" className="btn quiet" onClick={onClose}>
          <Trans>Not now</Trans>
        </button>
      </div>
    </Ask>
  );
}

/** Why this device sends nothing any more, what it may mean, and what a person can do about it. */
export function StoppedNotice({ client, code, plane }: { client: Teahouse } & Pick<Stop, 'code' | 'plane'>) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const words = logWords[code];
  return (
    <section
      role="alert"
      data-stopped={code}
      className="mt-3 border-y-2 border-cinnabar bg-cinnabar-soft py-5"
      aria-labelledby="stopped"
    >
      <div className="page">
        <div className="max-w-[46rem] space-y-2">
          <h2 id="stopped" className="text-[1.25rem] text-cinnabar">
            {words ? t(words.what) : code}
          </h2>
          <p>{words ? t(words.next) : null}</p>
          <p className="text-[0.95rem]">
            {plane === 'issuer' ? (
              <Trans>
                It is the issuer's log. Until you decide, this device sends nothing; reading goes on.
              </Trans>
            ) : (
              <Trans>It is talk's log. Until you decide, this device sends nothing; reading goes on.</Trans>
            )}
          </p>
          <p className="text-[0.95rem]">
            <Trans>
              The evidence is what this device remembered and what it was shown, both signed: anybody can
              check it. Ask others what their page “Logs” shows.
            </Trans>
          </p>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2 pt-1">
            <button type="button" className="btn" onClick={() => void saveEvidence(client)}>
              <Trans>Save the evidence</Trans>
            </button>
            <button type="button" className="link min-h-11" onClick={() => void client.logs.acknowledge()}>
              <Trans>Look once more</Trans>
            </button>
            <Link to="/log" className="link inline-flex min-h-11 items-center">
              <Trans>Logs</Trans>
            </Link>
            <button type="button" className="act danger" onClick={() => setAsking(true)}>
              <Trans>Trust it anew…</Trans>
            </button>
          </div>
          <p className="font-mono text-[0.75rem] text-ink-2">{code}</p>
        </div>
      </div>
      {asking ? <TrustAnew client={client} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}
