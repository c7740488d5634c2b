import { Trans, useLingui } from '@lingui/react/macro';
import type { Post } from '@teahouse/contract/talk';
import { lazy, Suspense, useState } from 'react';
import { loadCatalog } from '../../shell/locale.ts';
import { ShareIcon } from '../../ui/icons.tsx';
import { useInsideCompany } from '../inside/inside-company.ts';
import { useThread } from './thread-context.ts';

const ShareSheet = lazy(async () => {
  const [{ ShareSheet }] = await Promise.all([import('../share/share-sheet.tsx'), loadCatalog('share')]);
  return { default: ShareSheet };
});

/** Passing on a post: the thread as a whole where it is the one that opened it. `who` is the name of its alias. */
export function ShareAct({ post, who }: { post: Post; who: string }) {
  const { t } = useLingui();
  const { view, aliases, isMine } = useThread();
  const [open, setOpen] = useState(false);
  const { room, id: thread, title } = view.thread;
  const alias = aliases.get(post.pseudonym);
  // What colleagues say among themselves has no card, and a link that shows nothing.
  if (useInsideCompany(room) !== undefined) return null;
  return (
    <>
      <button
        type="button"
        className="act brief"
        aria-label={t`Share what ${who} said`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <ShareIcon />
        <span>
          <Trans>Share</Trans>
        </span>
      </button>
      {open ? (
        <Suspense>
          <ShareSheet
            shared={{ room, thread, post: post.seq === 0 ? null : post.id }}
            {...{ title, who }}
            mine={alias !== undefined && isMine(alias)}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
