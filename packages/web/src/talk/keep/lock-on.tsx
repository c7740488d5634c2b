import { Trans, useLingui } from '@lingui/react/macro';
import type { LockAfter, Teahouse } from '@teahouse/client';
import { useState } from 'react';
import { useObserved } from '../../holder/use-holder.ts';
import { Ask } from '../../ui/ask.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LockIcon } from '../../ui/icons.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Damaged } from './damaged.tsx';
import { keepWords } from './keep-words.ts';
import { Ways } from './ways.tsx';

/** When the lock falls shut by itself. */
function After({ client }: { client: Teahouse }) {
  const { t } = useLingui();
  const { after } = useObserved(client.deviceLock);
  const choices: readonly (readonly [LockAfter, string])[] = [
    [15, t`After 15 minutes without use`],
    [60, t`After an hour without use`],
    ['closed', t`Only when the last page is closed`],
  ];
  return (
    <fieldset>
      <legend className="pb-1 font-serif text-[1.22rem] font-bold">
        <Trans>It locks by itself</Trans>
      </legend>
      {choices.map(([value, words]) => (
        <label key={value} className="flex min-h-11 cursor-pointer items-center gap-3">
          <input
            type="radio"
            name="after"
            className="h-5 w-5 accent-celadon"
            checked={after === value}
            onChange={() => void client.deviceLock.setAfter(value)}
          />
          {words}
        </label>
      ))}
      <p className="pt-1 text-[0.88rem] text-ink-2">
        <Trans>Closing or reloading its last page locks it in any case.</Trans>
      </p>
    </fieldset>
  );
}

function TurnOff({ client }: { client: Teahouse }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const turn = useAction(() => client.deviceLock.turnOff());
  return (
    <section className="border-t border-line pt-4">
      <button type="button" className="act danger" onClick={() => setAsking(true)}>
        <Trans>Turn the lock off</Trans>
      </button>
      <Ask open={asking} title={t`Turn the lock off?`} onClose={() => setAsking(false)}>
        <p>
          <Trans>Everything stands in clear on this device again, for whoever opens it.</Trans>
        </p>
        {turn.error ? <ErrorNotice error={turn.error} words={keepWords} /> : null}
        <p className="flex flex-wrap gap-3">
          <button type="button" className="btn danger" onClick={() => void turn.run()}>
            <Trans>Turn it off</Trans>
          </button>
          <button type="button" className="btn quiet" onClick={() => setAsking(false)}>
            <Trans>Leave it on</Trans>
          </button>
        </p>
      </Ask>
    </section>
  );
}

/** The lock is on, and open just now. */
export function LockOn({ client }: { client: Teahouse }) {
  const waiting = useObserved(client.outbox).filter(({ state }) => state.name !== 'sent').length;
  return (
    <div className="space-y-9" data-lock="open">
      <div className="space-y-4">
        <p>
          <Trans>The lock is on. Just now this device is unlocked.</Trans>{' '}
          {waiting > 0 ? <Trans>What waits to be sent waits while it is locked.</Trans> : null}
        </p>
        <button type="button" className="btn" onClick={() => void client.deviceLock.lock()}>
          <LockIcon />
          <Trans>Lock now</Trans>
        </button>
      </div>
      <Damaged client={client} />
      <After client={client} />
      <Ways client={client} />
      <TurnOff client={client} />
    </div>
  );
}
