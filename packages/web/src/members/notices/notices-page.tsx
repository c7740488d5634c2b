import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { Notice } from '@teahouse/contract/members';
import { useEffect, useRef } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { membersApi } from '../api.ts';
import { Beside, BesideButton, withBeside } from '../beside.tsx';
import { feedWords } from '../feed/words.ts';
import { Paged } from '../paged.tsx';
import { SignedIn } from '../session.tsx';
import { KindsForm } from './kinds-form.tsx';
import { NoticeLine } from './notice-line.tsx';
import { noticesQuery, unseenQuery } from './queries.ts';

/** Says to the house that all up to here is seen; what was new keeps its dot until the page is opened again. */
function useSeen(latest: number | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!latest) return;
    membersApi
      .noticesSeen({ body: { upTo: latest } })
      .then(() => queries.setQueryData(unseenQuery.queryKey, 0))
      .catch(() => undefined); // the next visit says it
  }, [latest, queries]);
}

/** What was new when the page was opened, and what came since. */
function useNew(notices: readonly Notice[] | undefined): (notice: Notice) => boolean {
  const from = useRef<number>(undefined);
  if (from.current === undefined && notices) {
    const fresh = notices.filter(({ seen }) => !seen).map(({ n }) => n);
    from.current = Math.min(...fresh, (notices[0]?.n ?? 0) + 1);
  }
  return ({ n }) => from.current !== undefined && n >= from.current;
}

function Notices() {
  const { t } = useLingui();
  const pages = useInfiniteQuery(noticesQuery);
  const { data } = pages;
  const isNew = useNew(data?.pages[0]?.notices);
  useSeen(data?.pages[0]?.latest);
  const notices = data?.pages.flatMap((page) => page.notices) ?? [];
  return (
    <Paged
      pages={pages}
      count={notices.length}
      words={feedWords}
      empty={
        <Empty title={t`Nothing to tell yet`}>
          <Trans>Requests, answers and reactions will stand here, gathered by day.</Trans>
        </Empty>
      }
    >
      {notices.map((notice) => (
        <NoticeLine
          key={`${notice.kind} ${notice.subject} ${notice.day}`}
          notice={notice}
          isNew={isNew(notice)}
        />
      ))}
    </Paged>
  );
}

/** What others did that concerns the member, and which of it they want to hear. */
export function NoticesPage() {
  const { t } = useLingui();
  useTitle(t`Notices`);
  return (
    <SignedIn>
      {() => (
        <div className={`${withBeside} pt-8 sm:pt-14`}>
          <div className="min-w-0">
            <div className="flex items-center justify-between pb-5">
              <h1>
                <Trans>Notices</Trans>
              </h1>
              <BesideButton label={t`Settings of notices`}>
                <KindsForm />
              </BesideButton>
            </div>
            <Notices />
          </div>
          <Beside>
            <KindsForm />
          </Beside>
        </div>
      )}
    </SignedIn>
  );
}
