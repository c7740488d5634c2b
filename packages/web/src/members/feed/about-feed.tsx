import { Trans } from '@lingui/react/macro';
import { Muted } from './muted.tsx';

/** What decides the order, in all words there are about it. */
function AboutOrder() {
  return (
    <section className="space-y-3">
      <h2 className="text-ink">
        <Trans>Why these, in this order?</Trans>
      </h2>
      <p>
        <Trans>
          Connections count three days, those you follow two, and a connection who reacted one and a half.
          Each day that passes takes one away. Nothing else counts: not how long you look, not what you open.
        </Trans>
      </p>
      <p>
        <Trans>
          Each post says why it is here. “Newest first” has no other rule than the day; this device remembers
          which you chose.
        </Trans>
      </p>
    </section>
  );
}

/** How the feed is put together, and what the reader keeps out of it. */
export const AboutFeed = () => (
  <>
    <AboutOrder />
    <Muted />
  </>
);
