import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { deskLimits } from '@teahouse/contract/desk/limits';
import type { Decision } from '@teahouse/contract/talk';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { deskApi } from '../data/api.ts';
import { deskQueries } from '../data/query-client.ts';
import { decidedWords } from '../words/action-words.ts';
import { deskWords } from '../words/error-words.ts';
import { Key } from './key-list.tsx';
import { useKeys } from './use-keys.ts';

interface Taken {
  readonly decision: Decision;
  /** When it can no longer be taken back, on this device's clock. */
  readonly until: number;
}

const Offer = createContext<((decision: Decision) => void) | null>(null);

/** Offers to take a decision back for some seconds. */
export function useOfferUndo(): (decision: Decision) => void {
  const offer = useContext(Offer);
  if (!offer) throw new Error('outside of the desk');
  return offer;
}

/** Lists and cases are read anew after something was decided. */
export const readAnew = (): Promise<void> =>
  deskQueries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'me' });

function Toast({ taken, onGone }: { taken: Taken; onGone: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { room, post, id, action } = taken.decision;
  const [left, setLeft] = useState<number>(deskLimits.undoSeconds);
  const undo = useAction(async () => {
    await deskApi.undo({ params: { room, post, decision: id } });
    await navigate({ to: '/desk/case/$room/$post', params: { room, post } });
    onGone();
    await readAnew();
  });
  useEffect(() => {
    const timer = setInterval(() => {
      const seconds = Math.ceil((taken.until - Date.now()) / 1000);
      setLeft(seconds);
      if (seconds <= 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [taken]);
  // What went wrong stays until it was read.
  useEffect(() => {
    if (left <= 0 && !undo.error && !undo.pending) onGone();
  }, [left, undo.error, undo.pending, onGone]);
  const run = () => void undo.run();
  useKeys(left > 0 ? { z: run } : {});
  return (
    <div
      data-undo
      className="rise pointer-events-auto mx-auto w-fit max-w-[calc(100vw-2rem)] rounded-xl bg-ink px-5 py-2 text-paper shadow-2xl"
    >
      <div className="flex flex-wrap items-center gap-x-5">
        <p role="status">{t(decidedWords[action])}</p>
        {left > 0 ? (
          <button type="button" className="flex min-h-11 items-center gap-2 underline" onClick={run}>
            <Trans>Take it back</Trans>
            <Key>z</Key>
            <span className="tabular w-[2ch] text-right" aria-hidden="true">
              {left}
            </span>
          </button>
        ) : null}
      </div>
      {undo.error ? (
        <div className="my-2 rounded bg-paper p-3 text-ink">
          <ErrorNotice error={undo.error} words={deskWords} />
          <button type="button" className="act" onClick={onGone}>
            <Trans>Put away</Trans>
          </button>
        </div>
      ) : null}
    </div>
  );
}

/** Holds the last decision above whatever page comes next, until it can't be taken back any more. */
export function UndoFrame({ children }: { children: ReactNode }) {
  const [taken, setTaken] = useState<Taken | null>(null);
  const offer = useMemo(
    () => (decision: Decision) => setTaken({ decision, until: Date.now() + deskLimits.undoSeconds * 1000 }),
    [],
  );
  const gone = useMemo(() => () => setTaken(null), []);
  return (
    <Offer value={offer}>
      {children}
      <div className="pointer-events-none fixed inset-x-0 bottom-20 z-40 md:bottom-6">
        {taken ? <Toast key={taken.decision.id} taken={taken} onGone={gone} /> : null}
      </div>
    </Offer>
  );
}
