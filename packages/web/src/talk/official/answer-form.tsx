import { Trans } from '@lingui/react/macro';
import type { OfficialAnswer } from '@teahouse/contract/talk';
import { talkLimits } from '@teahouse/contract/talk/limits';
import { useEffect, useId, useState } from 'react';
import { useHolder, useWalletHere } from '../../holder/use-holder.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useThread } from '../read/thread-context.ts';
import { useCompanyName } from '../votes/ballot-notes.tsx';
import { ownKeyFor, sendAnswer } from './check.ts';
import { officialWords } from './words.ts';

interface Of {
  readonly company: string;
  readonly answer: OfficialAnswer | null;
  readonly onSaid: (answer: OfficialAnswer | null) => void;
}

/** A key that was just made is known to talk after a minute: so often it is looked for, milliseconds apart. */
const looks = 4;
const lookEvery = 30_000;
const ended = -1;

/** Shown to a device that has a key of the company: that is found here, and nobody is asked who sits before it. */
export function AnswerForm({ company, answer, onSaid }: Of) {
  const client = useHolder();
  const here = useWalletHere();
  const { view } = useThread();
  const id = useId();
  const name = useCompanyName()(company);
  const [n, setN] = useState<number>();
  const [text, setText] = useState<string>();
  useEffect(() => {
    if (!client || !here) return;
    let timer: number | undefined;
    const look = async (left: number): Promise<void> => {
      const found = await ownKeyFor(client, company).catch(() => undefined);
      if (timer === ended) return;
      setN(found);
      // Every device with a wallet looks as often, so that it tells nothing.
      if (found === undefined && left > 1) timer = window.setTimeout(() => void look(left - 1), lookEvery);
    };
    void look(looks);
    return () => {
      window.clearTimeout(timer);
      timer = ended;
    };
  }, [client, here, company]);
  const send = useAction(async () => {
    if (!client || n === undefined || text === undefined) return;
    const { room, id: thread } = view.thread;
    onSaid(await sendAnswer(client, { room, thread, company, n, text, before: answer }));
    setText(undefined);
  });
  const left = talkLimits.officialVersions - (answer?.versions.length ?? 0);
  if (!client || n === undefined || left <= 0) return null;
  if (text === undefined) {
    return (
      <p className="pt-3">
        <button type="button" className="act" onClick={() => setText(answer?.versions.at(-1)?.text ?? '')}>
          {answer ? <Trans>Change the official answer</Trans> : <Trans>Answer for {name}</Trans>}
        </button>
      </p>
    );
  }
  return (
    <form
      className="rise mt-4 space-y-3 border-l-2 border-celadon pl-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send.run();
      }}
    >
      <div className="field">
        <label htmlFor={id}>
          <Trans>Official answer of {name}</Trans>
        </label>
        <textarea
          id={id}
          className="input"
          rows={6}
          required
          maxLength={talkLimits.officialCharacters}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <p className="text-[0.88rem] text-ink-2">
        <Trans>
          This is signed in the company's name and public at once, each version for good. Nothing of your mask
          in this thread goes along; do not write here what only your mask would say.
        </Trans>
      </p>
      {send.error ? <ErrorNotice error={send.error} words={officialWords} /> : null}
      <p className="flex flex-wrap gap-4">
        <button type="submit" className="btn" aria-disabled={send.pending}>
          <Trans>Sign and publish</Trans>
        </button>
        <button type="button" className="btn quiet" onClick={() => setText(undefined)}>
          <Trans>Cancel</Trans>
        </button>
      </p>
    </form>
  );
}
