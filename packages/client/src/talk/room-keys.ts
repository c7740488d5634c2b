import {
  dayOf,
  fromBase64url,
  type Presentation,
  presentationToWire,
  roomContext,
  toBase64url,
} from '@teahouse/protocol';
import type { TalkCaller } from '../call.ts';
import { ApiError, clientError } from '../errors.ts';
import { createCell, type Observable } from '../observable.ts';
import type { Prover } from '../prover.ts';
import { entriesUnder, type Store } from '../store.ts';
import type { Wallet } from '../wallet/wallet.ts';
import type { RoomKeySource } from './room-fetch.ts';
import { requirePublished, type Worlds } from './world.ts';

export interface RoomKeysSnapshot {
  /** Rooms for colleagues that this device entered today (UTC), sorted. */
  readonly entered: readonly string[];
}

/** The keys of colleagues-only rooms on this device. protocol.md 2, "Reading a room". */
export interface RoomKeys extends Observable<RoomKeysSnapshot>, RoomKeySource {
  /**
   * The key of the day. Where it is not here yet the credential is shown for it, in a context of that room and day
   * alone: so only when a person opens the room, never by itself. Throws `unknown-room`, `credential-missing`,
   * `issuer-key-unknown`, `log-behind`, and what talk refuses: `wrong-day`, `label-below-floor`, `epoch-stale` …
   */
  key(room: string): Promise<string>;
  /**
   * For reads that no person waits for, such as those of the outbox and the inbox: a room that closed stays closed, or
   * what is done by itself would be what shows the credential.
   */
  readonly quiet: RoomKeySource;
  /** Reads the Store anew, and deletes from it what is of an earlier day. */
  load(): Promise<void>;
}

interface StoredKey {
  readonly day: string;
  readonly key: string;
}
interface RoomKeyDeps {
  readonly talk: Pick<TalkCaller, 'rooms' | 'roomKey'>;
  readonly store: Store;
  readonly wallet: Wallet;
  readonly worlds: Worlds;
  readonly prover: Prover;
  readonly clock: { now(): Date };
}

const prefix = 'room-key/';
const dayLength = 86_400_000;

/** In its one form, so that no two texts of one key tell two readers apart. */
const checked = (key: string): string => toBase64url(fromBase64url(key, 32));

export async function createRoomKeys(deps: RoomKeyDeps): Promise<RoomKeys> {
  const { talk, store, wallet, worlds, prover, clock } = deps;
  let keys = new Map<string, StoredKey>();
  const entering = new Map<string, Promise<string>>();
  const today = () => dayOf(clock.now());
  /** That of yesterday still opens, for whoever reads over midnight. */
  const yesterday = () => dayOf(new Date(clock.now().getTime() - dayLength));
  const cell = createCell<RoomKeysSnapshot>({ entered: [] });

  function tell(): void {
    const entered = [...keys].filter(([, { day }]) => day === today()).map(([room]) => room);
    cell.set({ entered: entered.sort() });
  }
  async function load(): Promise<void> {
    const counting = new Map<string, StoredKey>();
    for (const [room, stored] of await entriesUnder<StoredKey>(store, prefix)) {
      if (stored.day === today() || stored.day === yesterday()) counting.set(room, stored);
      else await store.delete(prefix + room);
    }
    keys = counting;
    tell();
  }
  async function companyOf(room: string): Promise<string> {
    const { rooms } = await talk.rooms();
    const found = rooms.find(({ id, access }) => id === room && access === 'colleagues');
    if (!found?.company) throw new ApiError('unknown-room');
    return found.company;
  }
  async function present(room: string, day: string): Promise<Presentation> {
    const company = await companyOf(room);
    const world = await worlds.loadWith(wallet.usable().map(({ epoch }) => epoch));
    wallet.noteIssued(world.issuer.issued);
    const held = wallet.usable().find((one) => one.company === company && one.standing === 'current');
    if (!held) throw clientError('credential-missing');
    requirePublished(held, world);
    const { issuerPublicKey, signature, epoch, industry, standing } = held;
    const credential = { epoch, company, industry, standing };
    const context = roomContext(room, day);
    const seed = wallet.seed();
    return prover.present({ issuerPublicKey, signature, credential, kind: 'company', context, seed });
  }
  async function enter(room: string): Promise<string> {
    const day = today();
    const entry = presentationToWire(await present(room, day));
    const key = checked((await talk.roomKey({ params: { room }, body: { day, entry } })).key);
    await store.set(prefix + room, { day, key } satisfies StoredKey);
    await load();
    return key;
  }
  /** Two pages that open the room at once show the credential once. */
  function enterOnce(room: string): Promise<string> {
    const running = entering.get(room) ?? enter(room).finally(() => entering.delete(room));
    entering.set(room, running);
    return running;
  }

  const held = (room: string) => keys.get(room)?.key;
  /** Another tab may have a newer one. */
  async function newer(room: string, refused: string): Promise<string | undefined> {
    await load();
    return held(room) === refused ? undefined : held(room);
  }

  await load();
  return {
    subscribe: cell.subscribe,
    snapshot: cell.snapshot,
    load,
    held,
    quiet: { held, again: newer },
    async key(room) {
      // Another tab may have entered.
      await load();
      const stored = keys.get(room);
      return stored?.day === today() ? stored.key : enterOnce(room);
    },
    async again(room, refused) {
      const next = (await newer(room, refused)) ?? (await enterOnce(room).catch(() => undefined));
      if (next !== undefined) return next;
      await store.delete(prefix + room);
      await load();
      return undefined;
    },
  };
}
