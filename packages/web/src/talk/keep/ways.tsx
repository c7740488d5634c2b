import { Trans, useLingui } from '@lingui/react/macro';
import type { LockSecret, LockWay, Teahouse } from '@teahouse/client';
import { type ReactNode, useState } from 'react';
import { useObserved } from '../../holder/use-holder.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { keepWords } from './keep-words.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import { SecretForm } from './secret-form.tsx';
import { usePasskeys } from './use-passkeys.ts';

type Kind = LockWay['kind'];

/** One thing that opens the lock, and what can be done with it. */
function Row({ title, hint, children }: { title: ReactNode; hint?: ReactNode; children?: ReactNode }) {
  return (
    <li className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 border-t border-line py-1.5">
      <span>
        {title}
        {hint ? <span className="block text-[0.86rem] text-ink-2">{hint}</span> : null}
      </span>
      <span className="flex gap-x-4">{children}</span>
    </li>
  );
}

function NewPasskey({ client, by, onDone }: { client: Teahouse; by: LockSecret; onDone: () => void }) {
  const passkeys = usePasskeys();
  const add = useAction(async () => {
    await client.deviceLock.add(await passkeys.make(), by);
    onDone();
  });
  return (
    <div className="space-y-3">
      {add.error ? <ErrorNotice error={add.error} words={keepWords} /> : null}
      <button type="button" className="btn" aria-disabled={add.pending} onClick={() => void add.run()}>
        <Trans>Make the passkey</Trans>
      </button>
    </div>
  );
}

/** A change of what opens the lock: first by what opens it now, so that nobody who finds it open can do it. */
function Change({ client, kind, onDone }: { client: Teahouse; kind: Kind; onDone: () => void }) {
  const lock = useObserved(client.deviceLock);
  const [by, setBy] = useState<LockSecret>();
  return (
    <section className="rise space-y-4 border-t border-line pt-5">
      <h3 className="font-semibold">
        {kind === 'passphrase' ? <Trans>Another passphrase</Trans> : <Trans>A passkey for this device</Trans>}
      </h3>
      {by === undefined ? (
        <>
          <p className="text-[0.95rem] text-ink-2">
            <Trans>First, what opens it now:</Trans>
          </p>
          <SecretForm
            focused
            lock={lock}
            action={<Trans>Continue</Trans>}
            onSecret={async (secret) => {
              await client.deviceLock.unlock(secret);
              setBy(secret);
            }}
          />
        </>
      ) : kind === 'passphrase' ? (
        <NewPassphrase
          action={<Trans>Take this passphrase</Trans>}
          onPassphrase={async (passphrase) => {
            await client.deviceLock.add({ kind, passphrase }, by);
            onDone();
          }}
        />
      ) : (
        <NewPasskey client={client} by={by} onDone={onDone} />
      )}
      <button type="button" className="act" onClick={onDone}>
        <Trans>Leave it as it is</Trans>
      </button>
    </section>
  );
}

/** What opens the lock. The 24 words always do. */
export function Ways({ client }: { client: Teahouse }) {
  const { t } = useLingui();
  const { ways } = useObserved(client.deviceLock);
  const passkeys = usePasskeys();
  const [changing, setChanging] = useState<Kind | null>(null);
  const remove = useAction((id: string) => client.deviceLock.remove(id));
  const hasPassphrase = ways.some(({ kind }) => kind === 'passphrase');
  const removal = (id: string, label: string) =>
    ways.length > 1 ? (
      <button type="button" className="act danger" aria-label={label} onClick={() => void remove.run(id)}>
        <Trans>Remove</Trans>
      </button>
    ) : null;
  return (
    <section className="space-y-3">
      <h2>
        <Trans>What opens it</Trans>
      </h2>
      <ul>
        {ways.map(({ kind, id }) =>
          kind === 'passphrase' ? (
            <Row key={id} title={<Trans>The passphrase</Trans>}>
              <button type="button" className="act" onClick={() => setChanging('passphrase')}>
                <Trans>Change the passphrase</Trans>
              </button>
              {removal(id, t`Remove the passphrase`)}
            </Row>
          ) : (
            <Row key={id} title={<Trans>A passkey</Trans>}>
              {removal(id, t`Remove this passkey`)}
            </Row>
          ),
        )}
        <Row
          title={<Trans>Your 24 words</Trans>}
          hint={<Trans>always, also when the rest is forgotten</Trans>}
        />
      </ul>
      {remove.error ? <ErrorNotice error={remove.error} words={keepWords} /> : null}
      {changing ? (
        <Change key={changing} client={client} kind={changing} onDone={() => setChanging(null)} />
      ) : (
        <p className="flex flex-wrap gap-x-5">
          {hasPassphrase ? null : (
            <button type="button" className="link min-h-11" onClick={() => setChanging('passphrase')}>
              <Trans>Add a passphrase</Trans>
            </button>
          )}
          {passkeys.available === false ? (
            <span className="text-[0.9rem] text-ink-2">
              <Trans>This browser has no passkeys that can keep a lock.</Trans>
            </span>
          ) : (
            <button type="button" className="link min-h-11" onClick={() => setChanging('passkey')}>
              <Trans>Add a passkey</Trans>
            </button>
          )}
        </p>
      )}
    </section>
  );
}
