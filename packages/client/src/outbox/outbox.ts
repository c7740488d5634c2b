import { type Rng, toBase64url } from '@teahouse/protocol';
import { ApiError, clientError } from '../errors.ts';
import type { NamedTrace } from '../named-trace.ts';
import type { Observable } from '../observable.ts';
import type { Store } from '../store.ts';
import type { LabelChoice } from '../talk/labels.ts';
import { createBox } from './box.ts';
import type { BuildDeps } from './build-deps.ts';
import { deliver } from './deliver.ts';
import { chosenDelay, dueAt, nextDue, pauseLimits, plan, planned } from './plan.ts';
import { createTraffic } from './traffic.ts';
import {
  type Compose,
  type ComposeVote,
  isSettled,
  isVote,
  type OutboxItem,
  type StoredItem,
} from './types.ts';
import { sweepVotes, unsentVote } from './votes.ts';
import { checkWords, withWords } from './words.ts';

/** Timers passed in, so that tests own them. */
export interface Timers {
  set(task: () => void, milliseconds: number): unknown;
  clear(timer: unknown): void;
}

export interface Outbox extends Observable<readonly OutboxItem[]> {
  /**
   * Stored before it resolves. A vote takes the place of an earlier one on the same thing that has not left yet. Throws
   * `text-invalid` when the text breaks the limits; then nothing is stored.
   */
  add(compose: Compose): Promise<OutboxItem>;
  /** No more waiting; also tries a failed or refused one again. */
  sendNow(id: string): Promise<void>;
  /** Other words for what is not sent yet; a refused act is tried again with them. Throws `text-invalid`. */
  edit(id: string, said: { readonly text?: string; readonly title?: string }): Promise<void>;
  /** Another label for what is not sent yet: the answer to `label-below-floor`. */
  relabel(id: string, label: LabelChoice): Promise<void>;
  drop(id: string): Promise<void>;
  /** Sends all that is due by the clock, in order. */
  run(): Promise<void>;
  /** Resolves when the item is sent or refused. Rejects when it was dropped. */
  settled(id: string): Promise<OutboxItem>;
  /** Reads the Store anew. */
  reload(): Promise<void>;
  start(): void;
  stop(): void;
}

interface OutboxDeps extends BuildDeps {
  readonly store: Store;
  readonly rng: Rng;
  readonly named: Pick<NamedTrace, 'last'>;
  readonly timers: Timers | null;
  readonly exclusive: <T>(task: () => Promise<T>) => Promise<T>;
  readonly afterSend: () => Promise<void>;
}

const longest = 2 ** 31 - 1;

/** The durable outbox: what was composed survives a reload in every state, and is sent once. protocol.md 4. */
export async function createOutbox(deps: OutboxDeps): Promise<Outbox> {
  const { store, clock, rng, named, timers, exclusive } = deps;
  const box = await createBox(store);
  const now = () => clock.now().getTime();
  const traffic = createTraffic(deps.talk, clock);
  let timer: unknown;
  let running = false;

  /** The first act of a device has no pause, so nobody is asked; nor where the person insists. */
  const reachFor = (compose: Compose): number | Promise<number> =>
    compose.now || (!box.last() && !named.last() && box.items().every(isSettled))
      ? pauseLimits.reachMost
      : traffic.reach(compose);

  /** Moves those that did not leave to the times that the plan gives them now; a failed one may have to wait again. */
  async function replan(): Promise<void> {
    const times = plan(box.items(), box.last());
    for (const item of box.items()) {
      const { state } = item;
      const until = times.get(item.id);
      if (until === undefined) continue;
      const moved =
        state.name === 'waiting' ? until !== state.until : state.name === 'failed' && until > now();
      if (moved) await box.save({ ...item, notBefore: until, state: { name: 'waiting', until } });
    }
  }
  function arm(): void {
    if (timers && timer !== undefined) timers.clear(timer);
    timer = undefined;
    if (!timers || !running) return;
    const next = Math.min(...box.items().map((item) => dueAt(item) ?? Number.POSITIVE_INFINITY));
    if (next === Number.POSITIVE_INFINITY) return;
    timer = timers.set(() => void run(), Math.min(Math.max(next - now(), 0), longest));
  }
  async function runOnce(): Promise<void> {
    await box.load();
    await sweepVotes(box);
    await replan();
    for (let item = nextDue(box.items(), now()); item; item = nextDue(box.items(), now())) {
      await deliver(item, { ...deps, box, traffic });
      await replan();
    }
    await deps.afterSend();
  }
  async function run(): Promise<void> {
    try {
      await exclusive(runOnce);
    } catch (error) {
      // The device was locked meanwhile: what is stored goes on when it is unlocked.
      if (!(error instanceof ApiError && error.code === 'store-locked')) throw error;
    } finally {
      arm();
    }
  }
  /** Changes an item that is not sent yet, then goes on. Under the lock: it may just be on its way. */
  async function change(id: string, make: (item: StoredItem) => Promise<StoredItem>): Promise<void> {
    await exclusive(async () => {
      await box.load();
      const item = box.find(id);
      if (!item || item.state.name === 'sent') return;
      await box.save(await make(item));
      await replan();
    });
    arm();
  }
  const waiting = (item: StoredItem): StoredItem => ({
    ...item,
    recovered: [],
    tries: 0,
    state: { name: 'waiting', until: item.notBefore },
  });
  /** Throws away what was built; its tokens are free again unless they were on the wire. */
  async function unbuilt(item: StoredItem): Promise<StoredItem> {
    await (item.built?.onWire ? deps.purse.drop(item.id) : deps.purse.release(item.id));
    return { ...item, built: null, label: null };
  }

  /** What was refused is not sent again as it was: a change reads its post anew, an entry is made anew. */
  async function afresh(item: StoredItem): Promise<StoredItem> {
    const { built, compose, state } = item;
    if (!built || state.name !== 'refused') return item;
    const { kind } = compose;
    const anew = kind === 'edit' || kind === 'delete' || isVote(compose);
    if (anew || state.code.startsWith('token-')) return unbuilt(item);
    return { ...item, built: { ...built, reenter: built.envelope.entry !== undefined } };
  }

  /** Puts a vote in the place of the one on the same thing that has not left yet; undefined where none waits. */
  async function revote(compose: ComposeVote): Promise<OutboxItem | undefined> {
    const before = unsentVote(box, compose);
    if (!before) return undefined;
    let taken = false;
    await change(before.id, async (item) => {
      taken = true;
      const haste = compose.now ? { insisted: true, notBefore: now() } : {};
      return waiting({ ...(await unbuilt(item)), ...haste, compose });
    });
    return taken ? box.snapshot().find(({ id }) => id === before.id) : undefined;
  }

  return {
    subscribe: box.subscribe,
    snapshot: box.snapshot,
    run,
    reload: box.load,
    async add(compose) {
      checkWords(compose);
      const replaced = isVote(compose) ? await revote(compose) : undefined;
      if (replaced) return replaced;
      const id = toBase64url(rng(12));
      const at = now();
      // Two acts of one millisecond keep their order.
      const created = Math.max(at, (box.items().at(-1)?.created ?? 0) + 1);
      const base = {
        id,
        compose,
        state: { name: 'waiting', until: at },
        label: null,
        tries: 0,
        created,
      } as const;
      const insisted = compose.now ?? false;
      const reach = await reachFor(compose);
      const notBefore = at + chosenDelay(compose.within, at, rng);
      const bare = { ...base, built: null, insisted, notBefore, gap: 0, recovered: [] };
      const item = planned(box.items(), bare, box.last(), { rng, reach, named: named.last() });
      // Only this one is written: those before it keep their times, and one of them may just be on its way.
      const until = plan([...box.items(), item], box.last()).get(id) ?? at;
      await box.save({ ...item, state: { name: 'waiting', until } });
      arm();
      return box.snapshot().find((one) => one.id === id) as OutboxItem;
    },
    async sendNow(id) {
      await change(id, async (item) =>
        waiting({ ...(await afresh(item)), insisted: true, notBefore: now() }),
      );
    },
    async edit(id, said) {
      const item = box.find(id);
      if (item) checkWords(withWords(item.compose, said));
      await change(id, async (found) =>
        waiting({ ...(await unbuilt(found)), compose: withWords(found.compose, said) }),
      );
    },
    async relabel(id, label) {
      await change(id, async (item) => {
        const { compose } = item;
        if (compose.kind !== 'thread' && compose.kind !== 'reply' && compose.kind !== 'react') return item;
        const next = { ...item, compose: { ...compose, label } };
        return waiting(item.built ? { ...next, built: { ...item.built, reenter: true } } : next);
      });
    },
    async drop(id) {
      await exclusive(async () => {
        const item = box.find(id);
        if (item && item.state.name !== 'sent') await unbuilt(item);
        await box.remove(id);
        await replan();
      });
      arm();
    },
    settled(id) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const item = box.snapshot().find((one) => one.id === id);
          if (item && !isSettled(item)) return;
          stop();
          if (item) resolve(item);
          else reject(clientError('text-invalid', 'dropped'));
        };
        const stop = box.subscribe(look);
        queueMicrotask(look);
      });
    },
    start() {
      running = true;
      arm();
    },
    stop() {
      running = false;
      arm();
    },
  };
}
