import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { keyFingerprint } from '@teahouse/proof';
import { type ReactNode, useId } from 'react';
import { type Reading, useReading } from '../talk/read/reading.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { EntryWords } from './entry-words.tsx';
import type { Witness } from './open-log.ts';
import type { LogRead } from './read-log.ts';
import { logWords } from './words.ts';

function Row({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 border-t border-line py-2.5 sm:grid-cols-[9rem_1fr]">
      <dt className="text-[0.93rem] text-ink-2">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

function KnownMark({ state }: { state: LogRead['key'] }) {
  switch (state) {
    case 'known':
      return (
        <span className="verified text-celadon">
          <Trans>known on this device</Trans>
        </span>
      );
    case 'other':
      return (
        <strong className="text-cinnabar">
          <Trans>not the one this device knows</Trans>
        </strong>
      );
    case 'new':
      return (
        <span className="text-ink-2">
          <Trans>new to this device: compare it with what others see</Trans>
        </span>
      );
  }
}

function Witnesses({ of }: { of: readonly Witness[] }) {
  const { i18n } = useLingui();
  if (of.length === 0) {
    return (
      <span className="text-ink-2">
        <Trans>None yet. Until somebody outside co-signs, a fork shows only to those who compare.</Trans>
      </span>
    );
  }
  const tag = i18n.locale === 'zh' ? 'zh-CN' : 'en-GB';
  return (
    <ul>
      {of.map(({ name, time }) => (
        <li key={name} className="flex flex-wrap gap-x-3">
          <bdi className="break-all">{name}</bdi>
          {time ? (
            <span className="verified text-celadon">
              {time.toLocaleString(tag, { dateStyle: 'medium', timeStyle: 'short' })}
            </span>
          ) : (
            <span className="text-ink-2">
              <Trans>has not signed yet</Trans>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Facts({ log }: { log: LogRead }) {
  return (
    <dl className="mt-3 border-b border-line">
      <Row name={<Trans>Name of the log</Trans>}>
        <bdi className="font-mono text-[0.88rem] break-all">{log.info.origin}</bdi>
      </Row>
      <Row name={<Trans>Key</Trans>}>
        <span className="block font-mono text-[0.88rem] break-all">{keyFingerprint(log.info.key)}</span>
        <span className="text-[0.93rem]">
          <KnownMark state={log.key} />
        </span>
      </Row>
      <Row name={<Trans>Last checkpoint</Trans>}>
        <span className="tabular">
          <Plural value={log.size} one="# entry" other="# entries" />
        </span>
        <span className="block truncate font-mono text-[0.8rem] text-ink-2" title={log.root}>
          {log.root}
        </span>
      </Row>
      <Row name={<Trans>Witnesses</Trans>}>
        <Witnesses of={log.witnesses} />
      </Row>
      {log.newest.length > 0 ? (
        <Row name={<Trans>Newest entries</Trans>}>
          <ol className="text-[0.95rem]">
            {log.newest.map(({ index, entry }) => (
              <li key={index} className="flex gap-3">
                <span className="tabular min-w-7 flex-none text-ink-2">{index}</span>
                <span className="min-w-0 break-words">
                  <EntryWords entry={entry} />
                </span>
              </li>
            ))}
          </ol>
        </Row>
      ) : null}
    </dl>
  );
}

interface LogSectionProps {
  readonly title: ReactNode;
  readonly holds: ReactNode;
  readonly reading: Reading<LogRead>;
  /** Where its files lie for a browser, and for an auditor. */
  readonly files: string;
  readonly audit: string;
}

/** One log: whose it is, how far it has come, who has co-signed it, and how to check all of it oneself. */
export function LogSection({ title, holds, reading, files, audit }: LogSectionProps) {
  const { data, error } = useReading(reading);
  const { t } = useLingui();
  const heading = useId();
  return (
    <section className="mt-12" aria-labelledby={heading}>
      <h2 id={heading} className="text-[1.4rem]">
        {title}
      </h2>
      <p className="mt-1 text-ink-2">{holds}</p>
      {data ? <Facts log={data} /> : null}
      {error && !data ? (
        <div className="mt-3">
          <ErrorNotice error={error} words={logWords} />
        </div>
      ) : null}
      {data || error ? null : (
        <div role="status" aria-label={t`Reading the log`} className="shimmer mt-3 h-40 rounded bg-paper-2" />
      )}
      <p className="mt-4 text-[0.93rem] text-ink-2">
        <Trans>To check all of it yourself:</Trans>
      </p>
      <code className="mt-1 block rounded-lg bg-paper-2 px-3 py-2 text-[0.85rem] break-all">
        teahouse log check {audit}
      </code>
      <a href={`${files}/checkpoint`} className="link mt-1 inline-flex min-h-11 items-center text-[0.93rem]">
        <Trans>The checkpoint as a file</Trans>
      </a>
    </section>
  );
}
