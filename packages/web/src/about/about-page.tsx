import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTitle } from '../shell/use-title.ts';
import { TwoWings } from './two-wings.tsx';

function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="mt-12 space-y-4">
      <h2 className="text-[1.4rem]">{title}</h2>
      {children}
    </section>
  );
}

function Knows({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div>
      <h3 className="border-b border-line pb-2 text-[1.05rem]">{title}</h3>
      <ul className="[&>li]:border-b [&>li]:border-line [&>li]:py-2.5 [&>li]:text-[0.97rem]">{children}</ul>
    </div>
  );
}

/** How it works and what is known, in plain words, with the limits. */
export function AboutPage() {
  const { t } = useLingui();
  useTitle(t`How it works`);
  return (
    <div className="page pt-8 sm:pt-14">
      <div className="column text-[1.04rem]">
        <h1>
          <Trans>How a stranger can be trusted and stay a stranger</Trans>
        </h1>
        <p className="mt-4 text-[1.1rem] text-ink-2">
          <Trans>
            In an ordinary anonymous forum somebody knows who you are and promises not to tell. Here nobody
            knows, and still anyone can check that an employee spoke.
          </Trans>
        </p>
        <TwoWings />
        <Section title={<Trans>The sealed envelope</Trans>}>
          <p>
            <Trans>
              Imagine carbon paper in an envelope. Your device puts a key inside and closes it. The issuer
              checks your employer, then signs on the outside; the signature goes through to the key. You take
              the envelope home and open it. The issuer has signed something it has never seen, and will not
              recognise it when you show it.
            </Trans>
          </p>
        </Section>
        <Section title={<Trans>One mask a thread</Trans>}>
          <p>
            <Trans>
              For every thread your device computes a mask from the key and the thread. In one thread you
              always wear the same, so nobody can play two people. In the next thread it is another, and no
              one can calculate that the two belong together: not even we, with every record in hand.
            </Trans>
          </p>
        </Section>
        <div className="mt-12 grid gap-x-12 gap-y-10 sm:grid-cols-2">
          <Knows title={<Trans>What we know</Trans>}>
            <li>
              <Trans>Your name, your addresses, your employer, if you join</Trans>
            </li>
            <li>
              <Trans>What was said in talk, and under which label</Trans>
            </li>
            <li>
              <Trans>How many credentials each company has: everyone may know that</Trans>
            </li>
          </Knows>
          <Knows title={<Trans>What we do not know</Trans>}>
            <li>
              <Trans>Who said any of it</Trans>
            </li>
            <li>
              <Trans>Whether a member ever spoke at all</Trans>
            </li>
            <li>
              <Trans>Which two threads have an author in common</Trans>
            </li>
            <li>
              <Trans>When you signed in, or that you were here: nothing of it is written down</Trans>
            </li>
            <li>
              <Trans>Your key, or its 24 words</Trans>
            </li>
          </Knows>
        </div>
        <Section title={<Trans>What may be promised, and what not</Trans>}>
          <p>
            <Trans>
              A server that is seized, copied or subpoenaed later holds nothing that links a post to a member
              beyond chance among those who could have made it, if it ran our code when the post was made.
            </Trans>
          </p>
          <p>
            <Trans>
              A server that is hostile at that very moment still cannot link by cryptography, but it could by
              network address, by timing, or by serving other code. The pause before sending helps against
              watchers of clocks; Tor or a relay helps against watchers of addresses.
            </Trans>
          </p>
          <p>
            <Trans>
              And words give people away: a date, a number, a habit of speech. The composer reminds you.
              Nobody can promise.
            </Trans>
          </p>
        </Section>
        <Section title={<Trans>Nothing to take on trust</Trans>}>
          <p>
            <Trans>
              Under every post stands “Proof”: a file that shows, years later and without a network, that an
              employee said these words. What it rests on is written in two public logs that can only grow.
            </Trans>
          </p>
          <p className="flex flex-wrap gap-x-6">
            <Link to="/verify" className="link inline-flex min-h-11 items-center">
              <Trans>Check a proof</Trans>
            </Link>
            <Link to="/log" className="link inline-flex min-h-11 items-center">
              <Trans>Logs</Trans>
            </Link>
          </p>
        </Section>
        <p className="mt-12 flex flex-wrap items-center gap-x-6 gap-y-3">
          <Link to="/join" className="btn">
            <Trans>Get your mask</Trans>
          </Link>
          <Link to="/" className="link inline-flex min-h-11 items-center">
            <Trans>Just read</Trans>
          </Link>
        </p>
      </div>
    </div>
  );
}
