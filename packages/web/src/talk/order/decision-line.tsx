import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Decision } from '@teahouse/contract/talk';
import { actionWords, byWords } from './decision-words.ts';
import { findingOf } from './finding-words.ts';
import { ruleWords } from './rule-words.ts';

function Appeal({ state }: { state: NonNullable<Decision['appeal']> }) {
  switch (state) {
    case 'open':
      return <Trans>appealed against, not answered yet</Trans>;
    case 'granted':
      return <Trans>appealed against, overturned</Trans>;
    case 'refused':
      return <Trans>appealed against, confirmed</Trans>;
  }
}

/** One line of the public log of decisions: what, by which rule and role, in which words, and where it can be checked. */
export function DecisionLine({ decision, marked }: { decision: Decision; marked: boolean }) {
  const { t } = useLingui();
  const { id, room, thread, post, action, rule, words, by, appeal, logged, minutes } = decision;
  const role = t(byWords[by]);
  const finding = findingOf(decision);
  return (
    <li
      id={`d-${id}`}
      data-decision={action}
      className={`border-t border-line py-3.5 ${marked ? '-mx-2 rounded-lg bg-celadon-soft px-2' : ''}`}
    >
      <p className="flex flex-wrap items-baseline gap-x-3">
        <strong>{t(actionWords[action])}</strong>
        <span>{t(ruleWords[rule].name)}</span>
        <span className="text-[0.9rem] text-ink-2">
          <Trans>by {role}</Trans>
        </span>
        {minutes ? (
          <span className="text-[0.9rem] text-ink-2">
            <Trans>one post in {minutes} minutes</Trans>
          </span>
        ) : null}
      </p>
      {finding ? (
        <p className="mt-1 text-[0.95rem]">{t(finding)}</p>
      ) : words ? (
        <blockquote className="mt-1 border-l-2 border-line pl-3 text-[0.95rem] break-words">
          {words}
        </blockquote>
      ) : null}
      <p className="flex flex-wrap items-baseline gap-x-4 text-[0.86rem] text-ink-2">
        {appeal ? (
          <span>
            <Appeal state={appeal} />
          </span>
        ) : null}
        <span className="tabular">
          {logged === null ? (
            <Trans>enters talk's log within ten minutes</Trans>
          ) : (
            <Link to="/log" className="hover:underline">
              <Trans>entry {logged} of talk's log</Trans>
            </Link>
          )}
        </span>
        <Link
          to="/r/$room/t/$thread"
          params={{ room, thread }}
          hash={`p-${post}`}
          className="link inline-flex min-h-11 items-center"
        >
          <Trans>To the place in the thread</Trans>
        </Link>
      </p>
    </li>
  );
}
