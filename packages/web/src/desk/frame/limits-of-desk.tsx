import { Trans } from '@lingui/react/macro';

/** What nobody at the desk can do; said where one comes in, so that nobody is asked for it. */
export function LimitsOfDesk() {
  return (
    <section className="notice warm text-[0.93rem] text-ink-2">
      <h2 className="text-[1rem] text-ink">
        <Trans>What this desk cannot do</Trans>
      </h2>
      <p className="mt-1">
        <Trans>
          It cannot find an author. No page leads from a post to a person, from a mask in one thread to a mask
          in another, or from a report to whoever sent it: the server does not have it. Whoever demands a name
          of you can be told so.
        </Trans>
      </p>
      <p className="mt-2">
        <Trans>
          What you decide is public, with its rule and your words, in the log that nobody can change. You are
          shown there by your role, not by your name.
        </Trans>
      </p>
    </section>
  );
}
