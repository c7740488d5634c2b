import { Trans, useLingui } from '@lingui/react/macro';
import type { Verdict } from '@teahouse/proof';

function Known({ state }: { state: 'ok' | 'failed' | 'unknown' }) {
  switch (state) {
    case 'ok':
      return (
        <p className="verified text-celadon">
          <Trans>Known on this device: the same keys as at the earlier visits.</Trans>
        </p>
      );
    case 'failed':
      return (
        <p className="text-cinnabar">
          <Trans>Other keys than this device knows for that house. Do not rely on this file.</Trans>
        </p>
      );
    case 'unknown':
      return (
        <p className="text-ink-2">
          <Trans>
            Not known on this device. Compare them with what somebody you trust has, or with the page “Logs”
            of that house.
          </Trans>
        </p>
      );
  }
}

/** By which two keys all of it stands, and whether this device has met them. */
export function LogKeys({ verdict }: { verdict: Verdict }) {
  const { t } = useLingui();
  const { issuer, talk } = verdict.what.logKeys;
  const state = verdict.checks.find(({ code }) => code === 'keys-trusted')?.state ?? 'unknown';
  const rows = [
    { name: t`Issuer's log`, fingerprint: issuer },
    { name: t`Talk's log`, fingerprint: talk },
  ];
  return (
    <div className="text-[0.93rem]">
      <h4 className="font-semibold">
        <Trans>Keys of the logs</Trans>
      </h4>
      <dl className="mt-1 grid grid-cols-[auto_1fr] items-baseline gap-x-4">
        {rows.map(({ name, fingerprint }) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd className="font-mono text-[0.85rem] break-all">{fingerprint ?? '–'}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-1">
        <Known state={state} />
      </div>
    </div>
  );
}
