import { Trans, useLingui } from '@lingui/react/macro';
import type { OpenTo } from '@teahouse/contract/members';
import { levelWords, roleWords } from '../jobs/words.ts';

/** What somebody looks for. */
export function Wish({ open }: { open: OpenTo }) {
  const { t, i18n } = useLingui();
  const list = new Intl.ListFormat(i18n.locale === 'zh' ? 'zh-CN' : 'en-GB', { type: 'disjunction' });
  const { roles, levels, cities, remote, words } = open;
  const places = [...cities, ...(remote ? [t`Remote`] : [])];
  return (
    <>
      <ul className="mt-1 flex flex-wrap gap-1.5">
        {roles.map((role) => (
          <li key={role} className="chip">
            {t(roleWords[role])}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-[0.92rem] text-ink-2">
        {levels.length === 0 ? (
          <Trans>Any level</Trans>
        ) : (
          list.format(levels.map((level) => t(levelWords[level])))
        )}
        {' · '}
        {list.format(places)}
      </p>
      {words ? <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">{words}</p> : null}
    </>
  );
}
