import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ConsoleEntry } from '@teahouse/contract/members';
import { useState } from 'react';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { Day } from '../order/parts.tsx';
import { More } from '../paged.tsx';
import { ConsolePage } from './parts.tsx';
import { consoleLogQuery } from './queries.ts';
import { firstFault } from './verify-log.ts';
import { actWords, consoleWords } from './words.ts';

function Entry({ entry }: { entry: ConsoleEntry }) {
  const { t } = useLingui();
  const { n, day, act, said, hash } = entry;
  return (
    <li className="border-t border-line py-4" data-entry={n}>
      <p className="flex flex-wrap justify-between gap-x-6">
        <strong>
          <span className="tabular mr-2 font-normal text-ink-2">{n}</span>
          {t(actWords[act])}
        </strong>
        <span className="text-[0.9rem] text-ink-2">
          {said?.by} · <Day day={day} />
        </span>
      </p>
      {said ? (
        <>
          <p className="break-words">
            {said.subject}
            {said.value ? ` → ${said.value}` : ''}
          </p>
          <p className="break-words whitespace-pre-line text-ink-2">{said.reason}</p>
        </>
      ) : (
        <p className="text-ink-2">
          <Trans>The words went with the account that they were about.</Trans>
        </p>
      )}
      <p className="font-mono text-[0.75rem] break-all text-ink-2">{hash}</p>
    </li>
  );
}

/** Every entry, the latest first, page by page. */
async function readAll(): Promise<ConsoleEntry[]> {
  const all: ConsoleEntry[] = [];
  let before: number | null = null;
  do {
    const query: { before?: number } = before === null ? {} : { before };
    const page = await membersApi.consoleLog({ query });
    all.push(...page.entries);
    before = page.next;
  } while (before !== null);
  return all;
}

function Verify() {
  const [found, setFound] = useState<{ count: number; fault: number | null }>();
  const check = useAction(async () => {
    const all = await readAll();
    setFound({ count: all.length, fault: await firstFault(all) });
  });
  return (
    <div>
      <button
        type="button"
        className="btn quiet"
        aria-disabled={check.pending}
        onClick={() => void check.run()}
      >
        <Trans>Verify the order</Trans>
      </button>
      <div aria-live="polite" className="mt-3">
        {check.error ? <ErrorNotice error={check.error} words={consoleWords} /> : null}
        {found?.fault === null ? (
          <p className="notice text-ink" data-verified>
            <Plural
              value={found.count}
              one="The one entry is sound."
              other="All # entries are sound: none was changed, left out or moved."
            />
          </p>
        ) : null}
        {found && found.fault !== null ? (
          <p role="alert" className="notice danger">
            <Trans>Entry {found.fault} does not fit the ones before it.</Trans>
          </p>
        ) : null}
      </div>
    </div>
  );
}

function Entries() {
  const { t } = useLingui();
  const pages = useInfiniteQuery(consoleLogQuery);
  if (pages.isPending) return <RowsSkeleton rows={4} />;
  if (pages.error) return <ErrorNotice error={pages.error} words={consoleWords} />;
  const entries = pages.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0)
    return (
      <Empty title={t`Nothing was changed yet`}>
        <Trans>Every change from this console will stand here, with who made it and why.</Trans>
      </Empty>
    );
  return (
    <>
      <ol reversed className="border-b border-line">
        {entries.map((entry) => (
          <Entry key={entry.n} entry={entry} />
        ))}
      </ol>
      <More pages={pages} />
    </>
  );
}

/** What was changed from the console, by whom, why, and in which order. */
export function LogPage() {
  const { t } = useLingui();
  return (
    <ConsolePage
      title={t`Record`}
      aside={
        <>
          <p>
            <Trans>
              Each entry holds a hash of the one before. Nobody can change, leave out or move one without all
              later hashes being others. Note the latest hash elsewhere, and you can prove it.
            </Trans>
          </p>
          <p>
            <Trans>
              When a member deletes their account, the words about them go; the entry stays in its place.
            </Trans>
          </p>
        </>
      }
    >
      {() => (
        <>
          <div className="pb-5">
            <Verify />
          </div>
          <Entries />
        </>
      )}
    </ConsolePage>
  );
}
