import { Trans } from '@lingui/react/macro';

/** What nobody can do from here, said where one comes in, so that nobody is asked for it. */
export function LimitsOfConsole() {
  return (
    <section className="notice warm text-[0.93rem] text-ink-2">
      <h2 className="text-[1rem] text-ink">
        <Trans>What this console cannot do</Trans>
      </h2>
      <p className="mt-1">
        <Trans>
          It cannot find an author. No page here knows what a member wrote behind a mask, and none in talk
          knows who a mask is: neither server has it. Whoever demands a name of you can be told so.
        </Trans>
      </p>
      <p className="mt-2">
        <Trans>
          It cannot read messages, passwords or badges that were decided on, cannot act as a member, and
          cannot make another operator.
        </Trans>
      </p>
    </section>
  );
}
