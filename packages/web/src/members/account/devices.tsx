import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { sessionsQuery } from '../queries.ts';
import { accountWords } from './words.ts';

/** A month such as 2026-11, as people say it. */
const monthWords = (month: string, locale: string): string =>
  new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01`));

/** Where the member is signed in, and the ends of it. */
export function Devices() {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const { data, error, isPending } = useQuery(sessionsQuery);
  const again = () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
  const end = useAction(async (session: string | null) => {
    if (session === null) await membersApi.endOtherSessions();
    else await membersApi.endSession({ params: { session } });
    await again();
  });
  if (isPending) return <RowsSkeleton rows={2} />;
  if (error) return <ErrorNotice error={error} words={accountWords} />;
  const others = data.sessions.filter(({ current }) => !current);
  const sessions = data.sessions.map((one) => ({ ...one, since: monthWords(one.since, i18n.locale) }));
  return (
    <>
      <ul>
        {sessions.map(({ id, device, since, current }) => (
          <li key={id} className="flex min-h-14 items-center justify-between gap-4 border-t border-line py-2">
            <span>
              {device || t`An unnamed device`}
              <span className="block text-[0.86rem] text-ink-2">
                {current ? <Trans>this one, since {since}</Trans> : <Trans>since {since}</Trans>}
              </span>
            </span>
            {current ? null : (
              <button type="button" className="act" onClick={() => void end.run(id)}>
                <Trans>Sign out</Trans>
              </button>
            )}
          </li>
        ))}
      </ul>
      {end.error ? <ErrorNotice error={end.error} words={accountWords} /> : null}
      {others.length > 0 ? (
        <button type="button" className="btn quiet mt-4" onClick={() => void end.run(null)}>
          <Trans>Sign out everywhere else</Trans>
        </button>
      ) : null}
    </>
  );
}
