import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Teahouse } from '@teahouse/client';
import type { Room, ThreadSummary } from '@teahouse/contract/talk';
import { aliasOf, fromBase64url } from '@teahouse/protocol';
import { useState } from 'react';
import { LockMark } from '../../ui/lock-mark.tsx';
import { Mask } from '../../ui/mask.tsx';
import { useName } from '../../ui/use-name.ts';
import { langTag, setTitle } from '../read/lang.ts';
import { useDayWords } from './day-words.ts';
import { countsOf, type InboxGroup, speakersOf } from './groups.ts';
import { Words } from './words.tsx';

const mostMasks = 3;

/** The faces of those who spoke, one behind the other. */
function Faces({ group }: { group: InboxGroup }) {
  const speakers = speakersOf(group);
  return (
    <div className="flex w-[3.9rem] flex-none items-start -space-x-[1.85rem] pt-2">
      {speakers.slice(0, mostMasks).map((pseudonym) => (
        <Mask key={pseudonym} bytes={aliasOf(fromBase64url(pseudonym, 48)).mask} size={42} />
      ))}
    </div>
  );
}

/** What happened, in words. */
function Happened({ group }: { group: InboxGroup }) {
  const { replies, mentions, others } = countsOf(group);
  return (
    <>
      {replies > 0 ? (
        <span>
          <Plural value={replies} one="# answer to you" other="# answers to you" />
        </span>
      ) : null}
      {mentions > 0 ? (
        <span>
          <Plural value={mentions} one="you were named once" other="you were named # times" />
        </span>
      ) : null}
      {others > 0 ? (
        <span>
          <Plural value={others} one="# more in your thread" other="# more in your thread" />
        </span>
      ) : null}
    </>
  );
}

interface GroupProps {
  readonly client: Teahouse;
  readonly group: InboxGroup;
  readonly room: Room | undefined;
  /** From the public lists; undefined until they have come, or where they don't hold it. */
  readonly thread: ThreadSummary | undefined;
}

/** All that concerns one thread: who spoke, and on demand what they said. */
export function Group({ client, group, room, thread }: GroupProps) {
  const { t } = useLingui();
  const name = useName();
  const dayWords = useDayWords();
  const [open, setOpen] = useState(false);
  const title = thread && !thread.deleted && thread.title ? thread.title : t`A thread you are in`;
  const where = { room: group.room, thread: group.thread };
  return (
    <li className="flex gap-3 border-t border-line py-5 sm:gap-5" data-inbox-thread={group.thread}>
      <Faces group={group} />
      <div className="min-w-0 flex-1">
        <h2 lang={langTag(thread?.lang ?? null, title)} className="text-[1.1rem]">
          <Link
            to="/r/$room/t/$thread"
            params={where}
            className="inline-flex min-h-11 items-center decoration-celadon decoration-1 underline-offset-[0.3em] hover:underline"
          >
            <span className={group.unread > 0 ? '' : 'font-normal'}>{setTitle(title)}</span>
          </Link>
        </h2>
        <p className="flex flex-wrap items-baseline gap-x-3.5 gap-y-0.5 text-[0.86rem] text-ink-2">
          {group.unread > 0 ? (
            <span className="font-semibold text-celadon">
              <Plural value={group.unread} one="# new" other="# new" />
            </span>
          ) : null}
          <Happened group={group} />
          <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
            {room?.access === 'colleagues' ? <LockMark /> : null}
            {room ? name(room.name) : '…'}
          </span>
          <span className="whitespace-nowrap">{dayWords(group.day)}</span>
        </p>
        <div className="flex flex-wrap items-center gap-x-6">
          <button type="button" className="act" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? <Trans>Fold it up</Trans> : <Trans>What they said</Trans>}
          </button>
          <button type="button" className="act" onClick={() => void client.inbox.mute(where, true)}>
            <Trans>Mute this thread</Trans>
          </button>
        </div>
        {open ? <Words client={client} group={group} /> : null}
      </div>
    </li>
  );
}
