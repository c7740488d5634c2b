import { Trans } from '@lingui/react/macro';
import type { Post } from '@teahouse/contract/talk';
import { talkPrefix } from '@teahouse/contract/talk/paths';
import { useState } from 'react';
import { useCalled } from '../text/use-called.tsx';
import { Words } from '../text/words.tsx';
import { PostPictures } from './pictures/post-pictures.tsx';
import { useThread } from './thread-context.ts';

/** A post of more lines is not shown whole at once: one that is little but line ends pushes nobody off the page. */
const tall = 80;
const firstLines = 24;

interface PostTextProps {
  readonly body: NonNullable<Post['body']>;
  /** Place of the post in the thread. */
  readonly seq: number;
  readonly className?: string;
}

/** The words of a post, and its pictures. */
export function PostText({ body, seq, className = '' }: PostTextProps) {
  const called = useCalled(body.mentions, seq);
  const { view } = useThread();
  const [whole, setWhole] = useState(false);
  const lines = body.text.split('\n');
  const cut = !whole && lines.length > tall;
  const text = cut ? lines.slice(0, firstLines).join('\n') : body.text;
  return (
    <>
      <Words text={text} lang={body.lang} called={called} className={className} />
      {cut ? (
        <button type="button" className="act" onClick={() => setWhole(true)}>
          <Trans>Show all of it</Trans>
        </button>
      ) : null}
      <PostPictures
        pictures={body.pictures ?? []}
        base={`${talkPrefix}/rooms/${view.thread.room}/pictures`}
      />
    </>
  );
}
