import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** A way of proving an employer. */
export type Way = 'code' | 'letter' | 'badge';

function Seen({ way }: { way: Way }): ReactNode {
  if (way === 'code') {
    return (
      <>
        <p>
          <Trans>
            One mail with six digits, from this house to your work address. Whoever runs the mail server can
            see that it came. It says nothing about talk: everyone who is verified gets a credential, whether
            or not they ever speak.
          </Trans>
        </p>
        <p>
          <Trans>No mail ever follows it, and nothing that you do here goes near that address again.</Trans>
        </p>
      </>
    );
  }
  if (way === 'letter') {
    return (
      <>
        <p>
          <Trans>
            One mail from your work address to this house, with one word. Whoever runs the mail server can see
            that it went, and it stays among your sent mails unless you delete it.
          </Trans>
        </p>
        <p>
          <Trans>
            Nothing comes back: no answer, no receipt. Of the mail itself nothing is kept here, not even when
            it came.
          </Trans>
        </p>
      </>
    );
  }
  return (
    <>
      <p>
        <Trans>
          Nothing. No mail is sent and no server of theirs is asked. Take the photo at home, and not with a
          telephone that belongs to them.
        </Trans>
      </p>
      <p>
        <Trans>
          A reviewer of this house sees the badge; never one who works or worked at the same place. With the
          decision the photo is destroyed. The staff number is kept as a fingerprint alone, so that one badge
          has one voice.
        </Trans>
      </p>
    </>
  );
}

/** What the employer gets to see of a way, before one takes it. */
export function SeenCard({ way, level: Heading }: { way: Way; level: 'h2' | 'h3' }) {
  return (
    <div className="space-y-3" data-seen={way}>
      <Heading className="font-semibold text-ink">
        <Trans>What your employer can see</Trans>
      </Heading>
      <Seen way={way} />
    </div>
  );
}
