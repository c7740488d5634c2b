import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { Avatar } from '../profile/avatar.tsx';
import { mutesQuery, useFeedCache } from './queries.ts';
import { feedWords } from './words.ts';

/** Whose posts stay out of the feed, each with a way back in. */
export function Muted() {
  const { t } = useLingui();
  const queries = useQueryClient();
  const cache = useFeedCache();
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery(mutesQuery);
  const unmute = useAction(async (member: string) => {
    await membersApi.unmute({ params: { member } });
    await Promise.all([queries.invalidateQueries({ queryKey: mutesQuery.queryKey }), cache.refresh()]);
  });
  const members = data?.pages.flatMap((page) => page.members) ?? [];
  const refused = error ?? unmute.error;
  return (
    <section className="space-y-2" data-muted={members.length}>
      <h2 className="text-ink">
        <Trans>Whom you muted</Trans>
      </h2>
      {refused ? <ErrorNotice error={refused} words={feedWords} /> : null}
      {data && members.length === 0 ? (
        <p>
          <Trans>Nobody. “Mute” stands behind the three dots of a post.</Trans>
        </p>
      ) : null}
      <ul>
        {members.map(({ id, name, photo }) => (
          <li key={id} className="flex min-h-14 items-center gap-3 border-t border-line py-1.5">
            <Avatar name={name} photo={photo} size={40} />
            <span className="min-w-0 flex-1 truncate text-ink">{name}</span>
            <button
              type="button"
              className="act"
              aria-label={t`Unmute ${name}`}
              onClick={() => void unmute.run(id)}
            >
              <Trans>Unmute</Trans>
            </button>
          </li>
        ))}
      </ul>
      {hasNextPage ? (
        <button type="button" className="act" onClick={() => void fetchNextPage()}>
          <Trans>More</Trans>
        </button>
      ) : null}
    </section>
  );
}
