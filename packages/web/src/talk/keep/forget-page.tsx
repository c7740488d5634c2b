import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Teahouse } from '@teahouse/client';
import { type ReactNode, useId, useState } from 'react';
import { forgetDevice } from '../../holder/forget-device.ts';
import { useHolder, useObserved } from '../../holder/use-holder.ts';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { useAction } from '../../ui/use-action.ts';
import { keepWords } from './keep-words.ts';

function Consequence({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <li className="border-t border-line py-3.5">
      <strong>{title}</strong>
      <span className="block pt-0.5 text-[0.95rem] text-ink-2">{children}</span>
    </li>
  );
}

/** Said before, as none of it can be undone. protocol.md 7. */
function Consequences({ waiting }: { waiting: number }) {
  return (
    <ul className="pb-4">
      <Consequence title={<Trans>What you said stays</Trans>}>
        <Trans>
          Nobody can change it, take it back, or prove that it was theirs: you included, from this device.
        </Trans>
      </Consequence>
      <Consequence title={<Trans>This week's tokens are gone from here</Trans>}>
        <Trans>So are masks, credential, drafts, and the lock if there is one.</Trans>{' '}
        {waiting > 0 ? (
          <Plural
            value={waiting}
            one="One thing that waits to be sent is never sent."
            other="# things that wait to be sent are never sent."
          />
        ) : null}
      </Consequence>
      <Consequence title={<Trans>The 24 words are the only way back</Trans>}>
        <Trans>With them every mask can be worn again, on any device. Without them nobody has a copy.</Trans>
      </Consequence>
    </ul>
  );
}

/** A word that has to be written: nobody forgets everything by a slip of the hand. */
function Confirm({ client }: { client: Teahouse }) {
  const { t } = useLingui();
  const id = useId();
  const word = t`forget`;
  const [typed, setTyped] = useState('');
  const [missed, setMissed] = useState(false);
  const forget = useAction(() => forgetDevice(client));
  return (
    <form
      className="space-y-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const right = typed.trim().toLowerCase() === word;
        setMissed(!right);
        if (right) void forget.run();
      }}
    >
      <div className="field max-w-[22rem]">
        <label htmlFor={id}>
          <Trans>Write “{word}” to go on</Trans>
        </label>
        <input
          id={id}
          className="input"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={missed}
          aria-describedby={`${id}-fault`}
        />
        <p id={`${id}-fault`} role="alert" className="text-[0.9rem] text-cinnabar empty:hidden">
          {missed ? <Trans>That is not the word.</Trans> : null}
        </p>
      </div>
      {forget.error ? <ErrorNotice error={forget.error} words={keepWords} /> : null}
      <p className="flex flex-wrap items-center gap-3">
        <button type="submit" className="btn danger" aria-disabled={forget.pending}>
          {forget.pending ? <Trans>Forgetting…</Trans> : <Trans>Forget everything here</Trans>}
        </button>
        <Link to="/mine" className="btn quiet">
          <Trans>Leave it</Trans>
        </Link>
      </p>
    </form>
  );
}

function Before({ client }: { client: Teahouse }) {
  const { exists, phraseConfirmed } = useObserved(client.wallet);
  const waiting = useObserved(client.outbox).filter(({ state }) => state.name !== 'sent').length;
  return (
    <>
      <Consequences waiting={waiting} />
      {exists && !phraseConfirmed ? (
        <p className="notice danger mb-6">
          <Trans>
            Nobody has checked that your 24 words are on paper.{' '}
            <Link to="/phrase" className="link">
              Write them down first
            </Link>
            , if you ever want to come back.
          </Trans>
        </p>
      ) : null}
      <Confirm client={client} />
    </>
  );
}

/** The end of everything on this device. product.md T14. */
export function ForgetPage() {
  const { t } = useLingui();
  useTitle(t`Forget everything`);
  const client = useHolder(true);
  return (
    <div className="page pt-6 sm:pt-9">
      <div className="column">
        <h1 className="pb-2">
          <Trans>Forget everything on this device</Trans>
        </h1>
        <p className="pb-6 text-ink-2">
          <Trans>None of this can be undone. Read it slowly.</Trans>
        </p>
        {client ? <Before client={client} /> : <PageSkeleton />}
      </div>
    </div>
  );
}
