import { Trans } from '@lingui/react/macro';
import type { Post } from '@teahouse/contract/talk';
import { useState } from 'react';
import { useHolder } from '../../holder/use-holder.ts';
import { useThread } from '../read/thread-context.ts';

const focusNow = (button: HTMLButtonElement | null) => button?.focus();

/** What only a post's author sees: change it, take it back. */
export function OwnActs({ post }: { post: Post }) {
  const client = useHolder();
  const { view, setWriting } = useThread();
  const [asking, setAsking] = useState(false);
  if (!client) return null;
  const remove = () => {
    setAsking(false);
    const { room, id: thread } = view.thread;
    void client.outbox.add({ kind: 'delete', room, thread, target: post.id });
  };
  return asking ? (
    <span className="rise flex flex-wrap items-center gap-x-5">
      <span className="text-[0.9rem]">
        <Trans>Destroy these words for good?</Trans>
      </span>
      <button type="button" className="act font-semibold text-cinnabar" ref={focusNow} onClick={remove}>
        <Trans>Take them back</Trans>
      </button>
      <button type="button" className="act" onClick={() => setAsking(false)}>
        <Trans>Keep them</Trans>
      </button>
    </span>
  ) : (
    <>
      <button type="button" className="act" onClick={() => setWriting({ kind: 'edit', post })}>
        <Trans>Edit</Trans>
      </button>
      <button type="button" className="act danger" onClick={() => setAsking(true)}>
        <Trans>Take back</Trans>
      </button>
    </>
  );
}
