import { Trans } from '@lingui/react/macro';
import type { Post } from '@teahouse/contract/talk';
import { useHolder } from '../../holder/use-holder.ts';
import { useThread } from '../read/thread-context.ts';

const focusNow = (button: HTMLButtonElement | null) => button?.focus();

/** Asks an author once more before words are destroyed. */
export function TakeBack({ post, onClose }: { post: Post; onClose: () => void }) {
  const client = useHolder();
  const { view } = useThread();
  const remove = () => {
    onClose();
    const { room, id: thread } = view.thread;
    void client?.outbox.add({ kind: 'delete', room, thread, target: post.id });
  };
  return (
    <span className="rise flex flex-wrap items-center gap-x-5">
      <span className="text-[0.9rem]">
        <Trans>Destroy these words for good?</Trans>
      </span>
      <button type="button" className="act font-semibold text-cinnabar" ref={focusNow} onClick={remove}>
        <Trans>Take them back</Trans>
      </button>
      <button type="button" className="act" onClick={onClose}>
        <Trans>Keep them</Trans>
      </button>
    </span>
  );
}
