import { Trans } from '@lingui/react/macro';
import type { Verification } from '@teahouse/contract/members';
import type { ReactNode } from 'react';
import { SeenCard, type Way } from './seen-card.tsx';

function WayRow({
  way,
  title,
  how,
  action,
}: {
  way: Way;
  title: ReactNode;
  how: ReactNode;
  action: ReactNode;
}) {
  return (
    <li className="border-t border-line py-7 first:border-t-0 first:pt-0" data-way={way}>
      <h2>{title}</h2>
      <p className="mt-1 text-ink-2">{how}</p>
      <div className="notice warm my-5 text-[0.95rem] text-ink-2">
        <SeenCard way={way} level="h3" />
      </div>
      {action}
    </li>
  );
}

/** The three ways, each with what it shows to the employer. */
export function Ways({ verification, onPick }: { verification: Verification; onPick: (way: Way) => void }) {
  const { letter, badges } = verification;
  const waits = badges.some(({ state }) => state === 'waits');
  const button = (way: Way, words: ReactNode) => (
    <button type="button" className="btn" onClick={() => onPick(way)}>
      {words}
    </button>
  );
  return (
    <ul className="rise">
      <WayRow
        way="code"
        title={<Trans>A code to your work address</Trans>}
        how={<Trans>You can read mail there. Done in a minute.</Trans>}
        action={button('code', <Trans>Have a code sent</Trans>)}
      />
      <WayRow
        way="letter"
        title={<Trans>A mail from your work address</Trans>}
        how={
          <Trans>
            For those who can write from there, but whose mail from outside is held back. The company's own
            signature on the mail is what proves it.
          </Trans>
        }
        action={
          letter.open ? (
            button('letter', <Trans>Write a mail</Trans>)
          ) : (
            <p className="text-ink-2">
              <Trans>This house takes no mail.</Trans>
            </p>
          )
        }
      />
      <WayRow
        way="badge"
        title={<Trans>A photo of your badge</Trans>}
        how={<Trans>For those without a work address. A person looks at it, in a day or two.</Trans>}
        action={
          waits ? (
            <p className="text-ink-2">
              <Trans>Your badge waits for a reviewer.</Trans>
            </p>
          ) : (
            button('badge', <Trans>Show a badge</Trans>)
          )
        }
      />
    </ul>
  );
}
