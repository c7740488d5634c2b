import type { Teahouse } from '@teahouse/client';
import { lazy, type ReactNode, Suspense } from 'react';
import { loadCatalog } from '../shell/locale.ts';
import { useObserved } from './use-holder.ts';

const LazyUnlock = lazy(async () => {
  const [{ Unlock }] = await Promise.all([import('../talk/keep/unlock.tsx'), loadCatalog('keep')]);
  return { default: Unlock };
});
const words = () => Promise.all([import('../talk/keep/words-first.tsx'), loadCatalog('keep')]);
const LazyWordsFirst = lazy(async () => ({ default: (await words())[0].WordsFirst }));
const LazyReminder = lazy(async () => ({ default: (await words())[0].WordsReminder }));
const LazyPutOff = lazy(async () => ({ default: (await words())[0].PutOff }));

/** Shows its children while the device is not locked, and otherwise how to unlock it. */
export function Unlocked({ client, children }: { client: Teahouse; children: ReactNode }) {
  const { state } = useObserved(client.deviceLock);
  if (state !== 'locked') return children;
  return (
    <Suspense>
      <LazyUnlock client={client} />
    </Suspense>
  );
}

/** Shows its children once the 24 words are on paper, or that was put off: then with a reminder. */
export function AfterWords({ client, children }: { client: Teahouse; children: ReactNode }) {
  const { phraseConfirmed, phrasePostponed } = useObserved(client.wallet);
  if (phraseConfirmed) return children;
  return (
    <>
      <Suspense>{phrasePostponed ? <LazyReminder /> : <LazyWordsFirst client={client} />}</Suspense>
      {phrasePostponed ? children : null}
    </>
  );
}

/** The way on for whoever does not write the words down now. */
export function PutWordsOff({ client, onDone }: { client: Teahouse; onDone: () => void }) {
  return (
    <Suspense>
      <LazyPutOff client={client} onDone={onDone} />
    </Suspense>
  );
}
