import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { Field, useAction } from '../form.tsx';
import { Paged } from '../paged.tsx';
import { MemberLine } from '../profile/member-line.tsx';
import { blocksQuery, connectionsQuery, followsQuery, useRefresh } from './queries.ts';
import { peopleWords } from './words.ts';

/** A day as people say it. */
function useDay(): (day: string) => string {
  const { i18n } = useLingui();
  const format = new Intl.DateTimeFormat(i18n.locale === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return (day) => format.format(new Date(day));
}

export function ConnectionList() {
  const { t } = useLingui();
  const dayOf = useDay();
  const [q, setQ] = useState('');
  const asked = useDeferredValue(q.trim());
  const pages = useInfiniteQuery(connectionsQuery(asked));
  const connections = pages.data?.pages.flatMap((page) => page.connections) ?? [];
  return (
    <>
      <div className="max-w-96 pb-5">
        <Field
          label={t`Find by name`}
          type="search"
          value={q}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setQ(event.target.value)}
        />
      </div>
      <Paged
        words={peopleWords}
        pages={pages}
        count={connections.length}
        empty={
          asked === '' ? (
            <Empty title={t`No connections yet`}>
              <Trans>Open the page of somebody you know and ask: it takes both of you.</Trans>
            </Empty>
          ) : (
            <p className="py-6 text-ink-2" role="status">
              <Trans>None of your connections is called that.</Trans>
            </p>
          )
        }
      >
        {connections.map(({ member, since }) => {
          const day = dayOf(since);
          return (
            <MemberLine key={member.id} member={member}>
              <p className="mt-1 text-[0.88rem] text-ink-2">
                <Trans>since {day}</Trans>
              </p>
            </MemberLine>
          );
        })}
      </Paged>
    </>
  );
}

export function FollowList({ side }: { side: 'followers' | 'following' }) {
  const { t } = useLingui();
  const refresh = useRefresh();
  const pages = useInfiniteQuery(followsQuery(side));
  const members = pages.data?.pages.flatMap((page) => page.members) ?? [];
  const leave = useAction(async (member: string) => {
    await membersApi.unfollow({ params: { member } });
    await refresh();
  });
  const title = side === 'followers' ? t`Nobody follows you yet` : t`You follow nobody yet`;
  return (
    <>
      {leave.error ? <ErrorNotice error={leave.error} words={peopleWords} /> : null}
      <Paged
        words={peopleWords}
        pages={pages}
        count={members.length}
        empty={
          <Empty title={title}>
            <Trans>Who follows somebody reads what they say in public, without being connected.</Trans>
          </Empty>
        }
      >
        {members.map((member) => {
          const { id, name } = member;
          return (
            <MemberLine
              key={id}
              member={member}
              brief
              acts={
                side === 'following' ? (
                  <button
                    type="button"
                    className="act"
                    aria-label={t`Unfollow ${name}`}
                    onClick={() => void leave.run(id)}
                  >
                    <Trans>Unfollow</Trans>
                  </button>
                ) : null
              }
            />
          );
        })}
      </Paged>
    </>
  );
}

/** Whom the member blocked: nothing but the name, as nothing else is shown of them. */
export function BlockList() {
  const { t } = useLingui();
  const refresh = useRefresh();
  const pages = useInfiniteQuery(blocksQuery);
  const blocks = pages.data?.pages.flatMap((page) => page.blocks) ?? [];
  const unblock = useAction(async (member: string) => {
    await membersApi.unblock({ params: { member } });
    await refresh();
  });
  return (
    <>
      {unblock.error ? <ErrorNotice error={unblock.error} words={peopleWords} /> : null}
      <Paged
        words={peopleWords}
        pages={pages}
        count={blocks.length}
        empty={
          <Empty title={t`You have blocked nobody`}>
            <Trans>Whom you block sees nothing of you here, and you nothing of them.</Trans>
          </Empty>
        }
      >
        {blocks.map(({ id, name }) => (
          <li key={id} className="flex min-h-14 items-center gap-4 border-t border-line py-2">
            <span className="mr-auto">{name}</span>
            <button
              type="button"
              className="act"
              aria-label={t`Unblock: ${name}`}
              onClick={() => void unblock.run(id)}
            >
              <Trans>Unblock</Trans>
            </button>
          </li>
        ))}
      </Paged>
    </>
  );
}
