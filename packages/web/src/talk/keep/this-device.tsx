import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Teahouse } from '@teahouse/client';
import type { ReactNode } from 'react';
import { useObserved } from '../../holder/use-holder.ts';

function Row({ title, says, children }: { title: ReactNode; says: ReactNode; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 border-t border-line py-2.5">
      <span className="min-w-0 flex-1 basis-64">
        <strong>{title}</strong>
        <span className="block text-[0.92rem] text-ink-2">{says}</span>
      </span>
      <span className="flex gap-x-4">{children}</span>
    </li>
  );
}

/** What protects what this device knows, and how it forgets it. */
export function ThisDevice({ client }: { client: Teahouse }) {
  const { state } = useObserved(client.deviceLock);
  const { phraseConfirmed } = useObserved(client.wallet);
  return (
    <section className="mt-14">
      <h2 className="pb-2">
        <Trans>This device</Trans>
      </h2>
      <ul>
        <Row
          title={<Trans>Lock</Trans>}
          says={
            state === 'open' ? (
              <Trans>On. It opens with what you chose, or with the 24 words.</Trans>
            ) : (
              <Trans>Off. Whoever opens this browser can see what is on this page.</Trans>
            )
          }
        >
          {state === 'open' ? (
            <button type="button" className="link min-h-11" onClick={() => void client.deviceLock.lock()}>
              <Trans>Lock now</Trans>
            </button>
          ) : null}
          <Link to="/lock" className="link inline-flex min-h-11 items-center">
            {state === 'open' ? <Trans>Settings</Trans> : <Trans>Set a lock</Trans>}
          </Link>
        </Row>
        <Row
          title={<Trans>24 words</Trans>}
          says={
            phraseConfirmed ? (
              <Trans>On paper. They bring every mask to another device.</Trans>
            ) : (
              <Trans>Not on paper yet. If this device is lost, so is every mask.</Trans>
            )
          }
        >
          {phraseConfirmed ? null : (
            <Link to="/phrase" className="link inline-flex min-h-11 items-center">
              <Trans>Write them down</Trans>
            </Link>
          )}
        </Row>
        <Row
          title={<Trans>Forget everything</Trans>}
          says={<Trans>Key, masks, tokens and drafts vanish from here. What you said stays.</Trans>}
        >
          <Link to="/forget" className="act danger">
            <Trans>Forget everything here</Trans>
          </Link>
        </Row>
      </ul>
    </section>
  );
}
