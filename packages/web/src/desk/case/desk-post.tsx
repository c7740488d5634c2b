import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { PresentedAlias } from '@teahouse/client/talk/present';
import type { Alias, Post } from '@teahouse/contract/talk';
import { Words } from '../../talk/text/words.tsx';
import { SlotTime } from '../../ui/time.tsx';
import { State } from '../queue/chips.tsx';
import { cautionWords } from '../words/action-words.ts';
import { DeskFace } from './face.tsx';
import { CoveredPictures } from './pictures.tsx';

interface DeskPostProps {
  readonly post: Post;
  readonly room: string;
  readonly alias: Alias | undefined;
  readonly presented: PresentedAlias | undefined;
  /** Whether this is the post that has to be decided. */
  readonly marked: boolean;
  /** Place of what it answers, where that is not the thread's first post. */
  readonly answers: number | undefined;
  /** Whether pictures are shown without being asked one by one. */
  readonly open: boolean;
}

function Body({ post, room, open }: Pick<DeskPostProps, 'post' | 'room' | 'open'>) {
  const { body } = post;
  if (!body) {
    return (
      <p className="text-[0.93rem] text-ink-2">
        {post.deleted ? (
          <Trans>The author took these words back.</Trans>
        ) : (
          <Trans>The words were destroyed after the time for appeals.</Trans>
        )}
      </p>
    );
  }
  return (
    <>
      <Words text={body.text} lang={body.lang} className="text-[0.98rem]" />
      {body.poll ? (
        <ul className="list-inside list-disc text-[0.93rem] text-ink-2">
          {body.poll.options.map((option) => (
            <li key={option}>{option}</li>
          ))}
        </ul>
      ) : null}
      {body.pictures?.length ? (
        <CoveredPictures room={room} post={post.id} pictures={body.pictures} shown={open} />
      ) : null}
    </>
  );
}

/** A post as the desk sees it: with words and pictures also where readers have none. */
export function DeskPost({ post, room, alias, presented, marked, answers, open }: DeskPostProps) {
  const { t } = useLingui();
  const { caution, blurred, state } = post.order;
  return (
    <article
      data-marked={marked || undefined}
      aria-label={marked ? t`The post to decide about` : undefined}
      className={
        marked
          ? 'border-l-4 border-cinnabar bg-celadon-soft px-3 py-2.5'
          : 'border-l-4 border-transparent px-3 py-2'
      }
    >
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        {alias && presented ? (
          <DeskFace alias={alias} presented={presented} meta={<SlotTime slot={post.slot} />} />
        ) : null}
        <span className="flex flex-wrap items-center gap-2 text-[0.82rem] text-ink-2">
          {answers === undefined ? null : <Trans>answers #{answers}</Trans>}
          <span className="tabular">#{post.seq}</span>
          {post.edits > 0 ? <Plural value={post.edits} one="edited" other="edited # times" /> : null}
          <State state={state} />
          {caution ? <span className="chip">{t(cautionWords[caution])}</span> : null}
          {blurred ? (
            <span className="chip">
              <Trans>pictures blurred</Trans>
            </span>
          ) : null}
          {marked ? null : (
            <Link
              to="/desk/case/$room/$post"
              params={{ room, post: post.id }}
              preload={false}
              className="inline-flex min-h-7 items-center underline decoration-line underline-offset-4 hover:text-ink hover:decoration-celadon"
            >
              <Trans>Decide about this one</Trans>
            </Link>
          )}
        </span>
      </div>
      <div className="mt-1 sm:pl-9">
        <Body post={post} room={room} open={open} />
      </div>
    </article>
  );
}
