import { Trans, useLingui } from '@lingui/react/macro';
import type { Post } from '@teahouse/contract/talk';
import { lazy, Suspense, useState } from 'react';
import { loadCatalog } from '../../shell/locale.ts';
import { FlagIcon, PencilIcon, ShareIcon, TakeBackIcon } from '../../ui/icons.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { useInsideCompany } from '../inside/inside-company.ts';
import { useThread } from './thread-context.ts';

const ShareSheet = lazy(async () => {
  const [{ ShareSheet }] = await Promise.all([import('../share/share-sheet.tsx'), loadCatalog('share')]);
  return { default: ShareSheet };
});
const ReportSheet = lazy(async () => {
  const [{ ReportSheet }] = await Promise.all([
    import('../order/report-sheet.tsx'),
    ...(['order', 'write'] as const).map(loadCatalog),
  ]);
  return { default: ReportSheet };
});
const TakeBack = lazy(async () => {
  const [{ TakeBack }] = await Promise.all([import('../write/take-back.tsx'), loadCatalog('write')]);
  return { default: TakeBack };
});

/** What one seldom does with a post: pass it on, report it; with one's own, change it or take it back. */
export function MoreActs({ post, who }: { post: Post; who: string }) {
  const { t } = useLingui();
  const { view, aliases, isMine, setWriting } = useThread();
  const [open, setOpen] = useState<'share' | 'report' | 'take-back' | null>(null);
  const close = () => setOpen(null);
  const { room, id: thread, title } = view.thread;
  const alias = aliases.get(post.pseudonym);
  const mine = alias !== undefined && isMine(alias);
  const shown = post.body !== null;
  // What colleagues say among themselves has no card, and a link that shows nothing.
  const shareable = useInsideCompany(room) === undefined && shown;
  return (
    <>
      <Menu label={t`More about what ${who} said`}>
        {shareable ? (
          <MenuItem onChoose={() => setOpen('share')}>
            <ShareIcon />
            <Trans>Share</Trans>
          </MenuItem>
        ) : null}
        {mine && shown ? (
          <MenuItem onChoose={() => setWriting({ kind: 'edit', post })}>
            <PencilIcon />
            <Trans>Edit</Trans>
          </MenuItem>
        ) : null}
        {mine ? (
          <MenuItem onChoose={() => setOpen('take-back')}>
            <TakeBackIcon />
            <Trans>Take back</Trans>
          </MenuItem>
        ) : (
          <MenuItem onChoose={() => setOpen('report')}>
            <FlagIcon />
            <Trans>Report</Trans>
          </MenuItem>
        )}
      </Menu>
      <Suspense>
        {open === 'take-back' ? <TakeBack post={post} onClose={close} /> : null}
        {open === 'report' ? <ReportSheet post={post} who={who} onClose={close} /> : null}
        {open === 'share' ? (
          <ShareSheet
            shared={{ room, thread, post: post.seq === 0 ? null : post.id }}
            {...{ title, who, mine }}
            onClose={close}
          />
        ) : null}
      </Suspense>
    </>
  );
}
