import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Decision } from '@teahouse/contract/talk';
import { byWords } from './decision-words.ts';
import { findingOf } from './finding-words.ts';
import { ruleWords } from './rule-words.ts';

/** Why something was decided: the rule, the words, and by which role; with the way to its line in the public log. */
export function Reason({ decision }: { decision: Decision }) {
  const { t } = useLingui();
  const { room, thread, id, rule, words, by } = decision;
  const role = t(byWords[by]);
  const finding = findingOf(decision);
  return (
    <div className="space-y-1 text-[0.92rem]">
      <p>
        <Link to="/rules" hash={`rule-${rule}`} className="link">
          {t(ruleWords[rule].name)}
        </Link>{' '}
        <span className="text-ink-2">
          <Trans>decided by {role}</Trans>
        </span>
      </p>
      {finding ? (
        <p>{t(finding)}</p>
      ) : words ? (
        <blockquote className="border-l-2 border-line pl-3 break-words">{words}</blockquote>
      ) : null}
      <Link
        to="/log/decisions"
        search={{ room, thread }}
        hash={`d-${id}`}
        className="link inline-flex min-h-11 items-center text-[0.88rem]"
      >
        <Trans>Its line in the public log</Trans>
      </Link>
    </div>
  );
}
