import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ThreadSummary } from '@teahouse/contract/talk';
import { aliasOf, fromBase64url } from '@teahouse/protocol';
import { Mask } from '../../../ui/mask.tsx';
import { PictureIcon, PollIcon } from '../../../ui/nav-icons.tsx';
import { langTag } from '../../read/lang.ts';
import { useSeen } from '../device/seen.ts';

/** That a thread has a poll or pictures. */
export function Contents({ thread }: { thread: ThreadSummary }) {
  const { t } = useLingui();
  return (
    <>
      {thread.poll ? (
        <span role="img" aria-label={t`with a poll`} title={t`with a poll`} className="self-center">
          <PollIcon />
        </span>
      ) : null}
      {thread.pictures > 0 ? (
        <span role="img" aria-label={t`with pictures`} title={t`with pictures`} className="self-center">
          <PictureIcon />
        </span>
      ) : null}
    </>
  );
}

/** How many replies came since the thread was looked at on this device. */
export function Unread({ thread }: { thread: ThreadSummary }) {
  const seen = useSeen(thread.id);
  const fresh = seen === undefined ? 0 : thread.replies - seen;
  return fresh > 0 ? (
    <span className="tabular whitespace-nowrap font-semibold text-celadon">
      <Trans>{fresh} new</Trans>
    </span>
  ) : null;
}

/** The reply that most agree with. */
export function Highlight({ highlight }: { highlight: NonNullable<ThreadSummary['highlight']> }) {
  const { words, agree, pseudonym } = highlight;
  return (
    <p className="mt-2.5 flex items-start gap-2.5 border-l-2 border-celadon-soft pl-3 text-[0.92rem]">
      <Mask bytes={aliasOf(fromBase64url(pseudonym, 48)).mask} size={20} />
      <span className="line-clamp-2 min-w-0 flex-1 text-ink-2">
        <span lang={langTag(null, words)}>{words}</span>{' '}
        <span className="tabular whitespace-nowrap text-[0.84rem] text-celadon">
          <Plural value={agree} one="# agrees" other="# agree" />
        </span>
      </span>
    </p>
  );
}
