import { createClient, type Teahouse } from '@teahouse/client';
import { withRoomKeys } from '@teahouse/client/talk/room-fetch';
import { browserStore } from '../crypto/store.ts';
import { createWorkerProver } from '../crypto/worker-prover.ts';
import { bringKeys } from '../talk/inside/keys.ts';
import { bringCompanies } from '../talk/inside/own-companies.ts';
import { takeLastWords } from '../talk/write/last-words.ts';
import { lockWhenIdle } from './auto-lock.ts';
import { companiesOf } from './companies-of.ts';
import { leaveEmpty } from './forget-device.ts';
import { markHolder } from './marker.ts';
import { namedTrace } from './named-trace.ts';
import { observeProofs } from './proof-progress.ts';
import { sealLists } from './seal-lists.ts';
import { listenToPages, tabs, tellPages } from './tabs.ts';
import { workerStretch } from './worker-stretch.ts';

/** Milliseconds that a locked page waits for one that is open, before it shows how to unlock. */
const patience = 250;

/** Resolves when the lock is open, or when no other page has opened it. */
const untilAnswered = ({ deviceLock }: Teahouse) =>
  new Promise<void>((resolve) => {
    const end = () => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, patience);
    const stop = deviceLock.subscribe(() => {
      if (deviceLock.snapshot().state !== 'locked') end();
    });
  });

/** The wallet of this device with everything that works on it. One for the page's life. */
export async function openHolder(): Promise<Teahouse> {
  const client = await createClient({
    membersBase: '',
    talkBase: '',
    store: browserStore(),
    prover: observeProofs(createWorkerProver()),
    clock: { now: () => new Date() },
    // As on the reading pages: what the browser kept is asked after, never taken on trust.
    fetch: (input, init) => fetch(input, { cache: 'no-cache', ...init }),
    rng: (length) => crypto.getRandomValues(new Uint8Array(length)),
    // Two tabs share the store: one at a time draws tokens and sends.
    lock: async (task) => await navigator.locks.request('teahouse', task),
    storeLock: async (task) => await navigator.locks.request('teahouse-store', task),
    stretch: workerStretch,
    tabs,
    named: namedTrace,
  });
  bringKeys((fetch) => withRoomKeys(fetch, client.rooms));
  const { deviceLock, wallet } = client;
  if (deviceLock.snapshot().state === 'locked') await untilAnswered(client);
  await takeLastWords(client.drafts).catch(() => undefined);
  const tellCompanies = () => bringCompanies(companiesOf(wallet.snapshot()));
  tellCompanies();
  wallet.subscribe(tellCompanies);
  const mark = () => markHolder(wallet.snapshot().exists || deviceLock.snapshot().state === 'locked');
  mark();
  wallet.subscribe(mark);
  deviceLock.subscribe(mark);
  lockWhenIdle(deviceLock);
  sealLists(client, {
    tell: () => tellPages({ kind: 'lists' }),
    listen: (listener) => listenToPages(({ kind }) => (kind === 'lists' ? listener() : undefined)),
  });
  listenToPages(({ kind }) => {
    // Another page had everything forgotten: this one lets go of what it has in memory too.
    if (kind === 'forgotten') leaveEmpty();
  });
  client.start();
  return client;
}
