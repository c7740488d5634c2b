import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Notice } from '@teahouse/contract/members';
import type { ReactNode } from 'react';
import { useDayWords } from '../feed/day-words.ts';
import { BellIcon } from '../feed/icons.tsx';
import { langOf } from '../feed/post-text.tsx';
import { Avatar } from '../profile/avatar.tsx';

/** Who did it: one or two by name, the rest by their number. */
function Who({ notice }: { notice: Notice }) {
  const { people, count } = notice;
  const [first, second] = people.map(({ name }) => name);
  const others = count - 1;
  if (count === 1 || second === undefined) {
    if (others > 0) {
      return (
        <Trans>
          <strong>{first}</strong> and <Plural value={others} one="# other" other="# others" />
        </Trans>
      );
    }
    return <strong>{first}</strong>;
  }
  if (count === 2) {
    return (
      <Trans>
        <strong>{first}</strong> and <strong>{second}</strong>
      </Trans>
    );
  }
  return (
    <Trans>
      <strong>{first}</strong> and <Plural value={others} one="# other" other="# others" />
    </Trans>
  );
}

function useSays(notice: Notice): ReactNode {
  const who = <Who notice={notice} />;
  switch (notice.kind) {
    case 'request':
      return <Trans>{who} would like to be connected with you</Trans>;
    case 'accepted':
      return <Trans>{who} accepted: you are connected now</Trans>;
    case 'comment':
      return <Trans>{who} commented on your post</Trans>;
    case 'reply':
      return <Trans>{who} answered you</Trans>;
    case 'reaction':
      return <Trans>{who} reacted to your post</Trans>;
    case 'share':
      return <Trans>{who} shared your post</Trans>;
    case 'follow':
      return <Trans>{who} began to follow you</Trans>;
    case 'decision':
      return <Trans>Moderators decided on something that concerns you</Trans>;
    case 'verified':
      return <Trans>Your proof of employment was decided on</Trans>;
    case 'jobs':
      return <Trans>New jobs answer a search that you saved</Trans>;
    case 'referral':
      return <Trans>{who} would like you to refer them for a job</Trans>;
    case 'referred':
      return <Trans>{who} referred you for a job</Trans>;
    case 'application':
      return <Trans>There is news of an application of yours</Trans>;
    case 'message':
      return <Trans>{who} wrote to you in an application</Trans>;
    case 'invitation':
      return <Trans>{who} invites you to apply for a job</Trans>;
    case 'expiring':
      return <Trans>A proof of employment ends soon</Trans>;
  }
}

/** Where what has to do with jobs stands. */
const ownViews = { jobs: 'alerts', referral: 'referrals', invitation: 'invitations' } as const;

/** Where a notice leads. */
function Way({ notice, children }: { notice: Notice; children: ReactNode }) {
  const way = 'flex items-start gap-3 py-4 hover:bg-paper-2/60';
  const { kind, subject, people } = notice;
  if (kind === 'request') {
    return (
      <Link to="/network" className={way}>
        {children}
      </Link>
    );
  }
  if (kind === 'accepted' || kind === 'follow') {
    return (
      <Link to="/in/$handle" params={{ handle: people[0]?.handle ?? '' }} className={way}>
        {children}
      </Link>
    );
  }
  if (kind === 'decision') {
    return (
      <Link to="/standing" className={way}>
        {children}
      </Link>
    );
  }
  if (kind === 'message') {
    return (
      <Link to="/applications/$application" params={{ application: subject }} className={way}>
        {children}
      </Link>
    );
  }
  if (kind === 'jobs' || kind === 'referral' || kind === 'invitation') {
    return (
      <Link to="/jobs/mine" search={{ view: ownViews[kind] }} className={way}>
        {children}
      </Link>
    );
  }
  if (kind === 'application') {
    return (
      <Link to="/jobs/mine" className={way}>
        {children}
      </Link>
    );
  }
  if (kind === 'referred') {
    return (
      <Link to="/jobs/$job" params={{ job: subject }} className={way}>
        {children}
      </Link>
    );
  }
  if (kind === 'verified' || kind === 'expiring') {
    return (
      <Link to="/papers" className={way}>
        {children}
      </Link>
    );
  }
  return (
    <Link to="/p/$post" params={{ post: subject }} className={way}>
      {children}
    </Link>
  );
}

/** One thing the member is told of, and the way to it. */
export function NoticeLine({ notice, isNew }: { notice: Notice; isNew: boolean }) {
  const { t } = useLingui();
  const day = useDayWords()(notice.day);
  const says = useSays(notice);
  const [first] = notice.people;
  return (
    <li className="border-t border-line" data-notice={notice.kind} data-new={isNew}>
      <Way notice={notice}>
        {first ? (
          <Avatar name={first.name} photo={first.photo} size={40} />
        ) : (
          <span className="grid h-10 w-10 flex-none place-items-center rounded-full border border-line text-ink-2">
            <BellIcon />
          </span>
        )}
        <span className="min-w-0 flex-1">
          <span className="block">{says}</span>
          {notice.excerpt ? (
            <span lang={langOf(notice.excerpt)} className="line-clamp-1 text-[0.92rem] text-ink-2">
              {notice.excerpt}
            </span>
          ) : null}
          <time dateTime={notice.day} className="text-[0.84rem] text-ink-2">
            {day}
          </time>
        </span>
        {isNew ? (
          <span className="mt-2 h-2.5 w-2.5 flex-none rounded-full bg-celadon">
            <span className="sr-only">{t`new`}</span>
          </span>
        ) : null}
      </Way>
    </li>
  );
}
