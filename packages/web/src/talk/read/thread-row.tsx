import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Room, ThreadSummary } from '@teahouse/contract/talk';
import { Mask } from '../../ui/mask.tsx';
import { SlotTime } from '../../ui/time.tsx';
import { useName } from '../../ui/use-name.ts';
import { Contents, Highlight, Unread } from '../find/lists/row-marks.tsx';
import { LabelWords, presentOne, useAliasName } from './face.tsx';
import { langTag, setTitle } from './lang.ts';

const Dot = () => (
  <span aria-hidden="true" className="px-2">
    ·
  </span>
);

interface ThreadRowProps {
  readonly thread: ThreadSummary;
  readonly room?: Room | undefined;
  /** Whether the list is sorted by how many people take part, so that they are told. */
  readonly counted?: boolean;
}

/** One thread in a list: the opener's mask, title, first lines, the reply that most agree with, and how lively it is. */
export function ThreadRow({ thread, room, counted }: ThreadRowProps) {
  const name = useName();
  const presented = presentOne(thread.opener);
  const alias = useAliasName()(presented);
  const lang = langTag(thread.lang, thread.title);
  return (
    <article className="group relative flex gap-3.5 border-t border-line py-5 sm:gap-5 sm:py-6">
      <div className="pt-1">
        <Mask bytes={presented.mask} size={46} />
      </div>
      <div className="min-w-0 flex-1">
        <h3 lang={lang} className="text-[1.14rem] sm:text-[1.2rem]">
          <Link
            to="/r/$room/t/$thread"
            params={{ room: thread.room, thread: thread.id }}
            className="decoration-celadon decoration-1 underline-offset-[0.3em] after:absolute after:inset-0 group-hover:underline"
          >
            {thread.deleted ? <Trans>A thread that its author took back</Trans> : setTitle(thread.title)}
          </Link>
        </h3>
        {thread.deleted ? null : (
          <p lang={lang} className="mt-1 line-clamp-2 text-[0.97rem] text-ink-2">
            {thread.excerpt}
          </p>
        )}
        {thread.highlight ? <Highlight highlight={thread.highlight} /> : null}
        <p className="mt-2 flex flex-wrap items-baseline gap-x-3.5 gap-y-0.5 text-[0.84rem] text-ink-2">
          <span>
            <span className="pr-1.5 text-ink">{alias}</span> <LabelWords label={thread.opener.label} />
          </span>
          {room ? <span className="whitespace-nowrap">{name(room.name)}</span> : null}
          <span className="tabular whitespace-nowrap">
            {counted ? (
              <>
                <Plural value={thread.voices} one="# mask" other="# masks" />
                <Dot />
              </>
            ) : null}
            <Plural value={thread.replies} _0="no reply yet" one="# reply" other="# replies" />
            <Dot />
            <SlotTime slot={thread.lastSlot} />
          </span>
          <Contents thread={thread} />
          <Unread thread={thread} />
        </p>
      </div>
    </article>
  );
}
