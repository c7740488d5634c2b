import { Trans } from '@lingui/react/macro';
import type { Post } from '@teahouse/contract/talk';
import { useState } from 'react';
import { useCalled } from '../text/use-called.tsx';
import { Words } from '../text/words.tsx';

/** A post of more lines is not shown whole at once: one that is little but line ends pushes nobody off the page. */
const tall = 80;
const firstLines = 24;

interface PostTextProps {
  readonly body: NonNullable<Post['body']> & { readonly mentions?: readonly string[] | undefined };
  /** Place of the post in the thread. */
  readonly seq: number;
  readonly className?: string;
}

/** The words of a post. */
export function PostText({ body, seq, className = '' }: PostTextProps) {
  const called = useCalled(body.mentions, seq);
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
    </>
  );
}
