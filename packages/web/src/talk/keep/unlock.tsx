import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Teahouse } from '@teahouse/client';
import { useObserved } from '../../holder/use-holder.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LockIcon } from '../../ui/icons.tsx';
import { keepWords } from './keep-words.ts';
import { SecretForm } from './secret-form.tsx';

/** Stands where something would be written, or shown, that a locked device keeps to itself. */
export function Unlock({ client }: { client: Teahouse }) {
  const lock = useObserved(client.deviceLock);
  return (
    <section className="rise max-w-[34rem] space-y-4 border-t border-line pt-5" data-lock="locked">
      <h2 className="flex items-center gap-2.5">
        <LockIcon />
        <Trans>This device is locked</Trans>
      </h2>
      {lock.ways.length === 0 ? (
        <ErrorNotice code="store-damaged" words={keepWords} />
      ) : (
        <>
          <p className="text-[0.95rem] text-ink-2">
            <Trans>
              Reading goes on as ever. To write, and to see which masks are yours, unlock it; what waits to be
              sent waits until then.
            </Trans>
          </p>
          <SecretForm
            lock={lock}
            action={<Trans>Unlock</Trans>}
            onSecret={(secret) => client.deviceLock.unlock(secret)}
          />
        </>
      )}
      <p>
        <Link to="/forget" className="act">
          <Trans>I have none of these: forget everything here</Trans>
        </Link>
      </p>
    </section>
  );
}
