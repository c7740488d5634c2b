import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import type { Badge } from '@teahouse/contract/members';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useName } from '../../ui/use-name.ts';
import { membersApi } from '../api.ts';
import { memberWords } from '../error-words.ts';
import { useAction } from '../form.tsx';
import { verificationQuery } from './queries.ts';
import { reasonWords } from './reason-words.ts';

function BadgeRow({ badge }: { badge: Badge }) {
  const { t } = useLingui();
  const name = useName();
  const queries = useQueryClient();
  const withdraw = useAction(async () => {
    await membersApi.withdrawBadge({ params: { badge: badge.id } });
    await queries.invalidateQueries({ queryKey: verificationQuery.queryKey });
  });
  const company = name(badge.company.name);
  const { sent, decided } = badge;
  return (
    <li className="notice warm mt-4" data-badge={badge.state}>
      <p>
        <strong>{company}</strong>{' '}
        {badge.state === 'waits' ? <Trans>badge sent on {sent}, waits for a reviewer</Trans> : null}
        {badge.state === 'accepted' ? (
          <Trans>badge accepted on {decided}; the photo is destroyed</Trans>
        ) : null}
        {badge.state === 'refused' ? <Trans>badge refused on {decided}; the photo is destroyed</Trans> : null}
      </p>
      {badge.reason ? <p className="text-ink-2">{t(reasonWords[badge.reason])}</p> : null}
      {badge.words ? <p className="mt-1 whitespace-pre-line">{badge.words}</p> : null}
      {badge.state === 'waits' ? (
        <button type="button" className="act" onClick={() => void withdraw.run()}>
          <Trans>Take it back</Trans>
        </button>
      ) : null}
      {withdraw.error ? <ErrorNotice error={withdraw.error} words={memberWords} /> : null}
    </li>
  );
}

/** Badges of the member's own: those that wait, and what was decided on the last ones. */
export function BadgeList({ badges }: { badges: readonly Badge[] }) {
  if (badges.length === 0) return null;
  return (
    <ul className="mb-9">
      {badges.slice(0, 3).map((badge) => (
        <BadgeRow key={badge.id} badge={badge} />
      ))}
    </ul>
  );
}
