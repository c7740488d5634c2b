import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Teahouse } from '@teahouse/client';
import { useObserved } from '../../holder/use-holder.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { keepWords } from './keep-words.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import { usePasskeys } from './use-passkeys.ts';

function WithPasskey({ client }: { client: Teahouse }) {
  const passkeys = usePasskeys();
  const turn = useAction(async () => client.deviceLock.turnOn(await passkeys.make()));
  return (
    <section className="border-t border-line pt-6">
      <h2>
        <Trans>Or with a passkey</Trans>
      </h2>
      <p className="pt-2 pb-4 text-[0.95rem] text-ink-2">
        {passkeys.available === false ? (
          <Trans>This browser has no passkeys that can keep a lock: take a passphrase.</Trans>
        ) : (
          <Trans>
            Your finger, your face or the PIN of this device opens it. The passkey is made for this lock
            alone: it bears no name, and no server ever sees it.
          </Trans>
        )}
      </p>
      {turn.error ? <ErrorNotice error={turn.error} words={keepWords} /> : null}
      {passkeys.available === false ? null : (
        <button
          type="button"
          className="btn quiet mt-2"
          aria-disabled={turn.pending}
          onClick={() => void turn.run()}
        >
          <Trans>Lock with a passkey</Trans>
        </button>
      )}
    </section>
  );
}

/** Turning the lock on: with a passphrase, or a passkey. */
export function TurnOn({ client }: { client: Teahouse }) {
  const { phraseConfirmed } = useObserved(client.wallet);
  return (
    <div className="space-y-8" data-lock="off">
      <p>
        <Trans>
          Now anybody who opens this browser can see which masks are yours. A lock seals key, masks, tokens,
          drafts and what waits to be sent.
        </Trans>
      </p>
      {phraseConfirmed ? null : (
        <p className="notice warm text-[0.95rem]">
          <Trans>
            If the passphrase is forgotten, only your 24 words open this device.{' '}
            <Link to="/phrase" className="link">
              Write them down first
            </Link>
            .
          </Trans>
        </p>
      )}
      <NewPassphrase
        action={<Trans>Turn the lock on</Trans>}
        onPassphrase={(passphrase) => client.deviceLock.turnOn({ kind: 'passphrase', passphrase })}
      />
      <WithPasskey client={client} />
    </div>
  );
}
