import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { talkLimits } from '@teahouse/contract/talk/limits';
import type { ReactNode } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { ruleExamples } from './rule-examples.ts';
import { allRules, ruleWords } from './rule-words.ts';

function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="mt-11 space-y-3">
      <h2 className="text-[1.35rem]">{title}</h2>
      {children}
    </section>
  );
}

function Rules() {
  const { t } = useLingui();
  return (
    <ol className="border-b border-line">
      {allRules.map((rule) => (
        <li key={rule} id={`rule-${rule}`} className="border-t border-line py-4 target:bg-celadon-soft">
          <h2 className="text-[1.08rem]">{t(ruleWords[rule].name)}</h2>
          <p className="mt-0.5">{t(ruleWords[rule].means)}</p>
          <dl className="mt-2 grid gap-x-4 gap-y-1.5 text-[0.93rem] sm:grid-cols-[6.5rem_1fr]">
            <dt className="text-cinnabar">
              <Trans>Not this</Trans>
            </dt>
            <dd className="text-ink-2">{t(ruleExamples[rule].no)}</dd>
            <dt className="text-celadon">
              <Trans>This is fine</Trans>
            </dt>
            <dd className="text-ink-2">{t(ruleExamples[rule].yes)}</dd>
          </dl>
        </li>
      ))}
    </ol>
  );
}

function WhatHappens() {
  return (
    <Section title={<Trans>What happens to a post</Trans>}>
      <p>
        <Trans>
          A program looks first. It refuses plain threats, private numbers, what unmasks somebody, banned
          pictures and harmful files, and says so at once: the words stay with you, and nobody else reads
          them. It holds back advertising, pictures that look sexual, and pictures it could not check, until a
          moderator has looked. Everything it is less sure of is shown, and somebody looks later.
        </Trans>
      </p>
      <p>
        <Trans>
          Anybody with a credential can report a post, once. Reports say what to look at first; enough
          independent ones hide a post until a moderator has looked. When one has decided that it stays,
          reports do not hide it again.
        </Trans>
      </p>
      <p>
        <Trans>
          A moderator can label, blur or remove a post, lock a thread or slow it down, keep a post's tokens
          back, or shut a mask out of one thread. Each of it takes a rule and a reason in words, and stands in
          the public log.
        </Trans>
      </p>
    </Section>
  );
}

function WhoDecides() {
  const days = talkLimits.appealDays;
  return (
    <>
      <Section title={<Trans>Who decides</Trans>}>
        <p>
          <Trans>
            Moderators, seniors and the head of the desk: people with accounts of their own, shown here by
            role. They see the post, its thread and the reports. They do not see who wrote or reported it, and
            the desk has nothing to find it out with. That is why nobody is ever banned from the house, only a
            mask from one thread.
          </Trans>
        </p>
      </Section>
      <Section title={<Trans>If a decision is wrong</Trans>}>
        <p>
          <Trans>
            The author finds the decision in the inbox, with rule and reason, and can appeal within {days}{' '}
            days. Somebody else than who decided reads the appeal and answers in words. If it is granted, the
            post and its tokens come back. After the {days} days the words of a removed post are destroyed.
          </Trans>
        </p>
        <p className="flex flex-wrap gap-x-6">
          <Link to="/inbox" className="link inline-flex min-h-11 items-center">
            <Trans>Inbox</Trans>
          </Link>
          <Link to="/tokens" className="link inline-flex min-h-11 items-center">
            <Trans>Tokens</Trans>
          </Link>
        </p>
      </Section>
      <Section title={<Trans>Watch us do it</Trans>}>
        <p className="flex flex-wrap gap-x-6">
          <Link to="/log/decisions" className="link inline-flex min-h-11 items-center">
            <Trans>Every single decision</Trans>
          </Link>
          <Link to="/transparency" className="link inline-flex min-h-11 items-center">
            <Trans>Moderation in figures</Trans>
          </Link>
        </p>
      </Section>
    </>
  );
}

/** The rules of the house, what happens when one is broken, and who decides. */
export function RulesPage() {
  const { t } = useLingui();
  useTitle(t`House rules`);
  return (
    <div className="page pt-8 sm:pt-12">
      <div className="column text-[1.02rem]">
        <h1>
          <Trans>Rules of the house</Trans>
        </h1>
        <p className="mt-3 mb-6 text-[1.06rem] text-ink-2">
          <Trans>
            Say what is so, about work, as hard as it has to be. Go for the matter, not for the person. These
            are all the rules there are.
          </Trans>
        </p>
        <Rules />
        <WhatHappens />
        <WhoDecides />
      </div>
    </div>
  );
}
