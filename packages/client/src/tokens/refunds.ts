import type { BulkRefunds } from '@teahouse/contract/talk';
import {
  challengeDigest,
  finalizeToken,
  fromBase64url,
  ProtocolError,
  type Rng,
  refundRequest,
} from '@teahouse/protocol';
import type { TalkCaller } from '../call.ts';
import { entriesUnder, type Store } from '../store.ts';
import type { RoomKeys } from '../talk/room-keys.ts';
import type { World } from '../talk/world.ts';
import type { Wallet } from '../wallet/wallet.ts';
import { freshToken, type Purse, type PurseToken } from './purse.ts';

/** Tokens of an own post that come back with its refund. protocol.md 5. */
export interface PendingRefund {
  readonly room: string;
  /** Id of the token key that they were blinded for. */
  readonly keyId: string;
  /** Those that were spent, in the order of the post's header. */
  readonly nonces: readonly string[];
  /** Before this (milliseconds since 1970) it is in no file. */
  readonly due: number;
}

export interface Refunds {
  /** Keeps what an accepted post is to give back. */
  expect(post: string, pending: PendingRefund): Promise<void>;
  /** How many tokens may still come back. */
  pending(): Promise<number>;
  /**
   * Puts into the purse what came back, where something is due and the files were not read lately. They are read whole,
   * by key: no request names a post. The caller holds the lock. `short`: somebody wants to write and has too few tokens, so
   * that they are read sooner. Throws what the calls throw.
   */
  collect(world: World, short?: 'short'): Promise<void>;
}

interface RefundDeps {
  readonly store: Store;
  readonly talk: TalkCaller;
  readonly wallet: Wallet;
  readonly purse: Purse;
  readonly rooms: Pick<RoomKeys, 'snapshot'>;
  readonly clock: { now(): Date };
  readonly rng: Rng;
}

type Row = BulkRefunds['refunds'][number];

const prefix = 'refund/';
const nextKey = 'refunds-next';
const lastKey = 'refunds-last';
const hour = 3_600_000;
/** A day after the post, and what talk takes to sign it and to publish it. protocol.md 5. */
export const refundAfter = 25 * hour;
/** Between two readings of the files: so long, and up to as long again at random. */
const pause = 8 * hour;
/** Where a post can't be paid, after so long already: nobody is to wait for tokens that lie ready. Decision 0017. */
const shortPause = hour;

/** A clock that was set back must not stop it for as long as it had been ahead. */
const isTime = (now: number, from: number | undefined): boolean =>
  from === undefined || now >= from || from - now > 2 * pause;

export function createRefunds(deps: RefundDeps): Refunds {
  const { store, talk, wallet, purse, rooms, clock, rng } = deps;
  const expected = () => entriesUnder<PendingRefund>(store, prefix);

  async function fileOf(keyId: string, room: string | null): Promise<Map<string, Row>> {
    const rows = new Map<string, Row>();
    for (let after: string | null | undefined; after !== null; ) {
      const query = after === undefined ? { keyId } : { keyId, after };
      const page: { refunds: Row[]; next: string | null } =
        room === null
          ? await talk.bulkRefunds({ query })
          : await talk.roomRefunds({ params: { room }, query });
      for (const row of page.refunds) rows.set(row.post, row);
      after = page.next;
    }
    return rows;
  }

  /** The tokens of a refund, each checked against the key; a signature that does not hold gives none. */
  function tokensOf(row: Row, { nonces, keyId }: PendingRefund, { info }: World): PurseToken[] {
    const key = info.tokenKeys.find(({ id }) => id === keyId);
    if (!key) return [];
    const publicKeySpki = fromBase64url(key.publicKey);
    const about = { publicKeySpki, seed: wallet.seed(), challengeDigest: challengeDigest(info.instance) };
    return nonces.flatMap((nonce, i) => {
      const request = refundRequest({ ...about, spentNonce: fromBase64url(nonce, 32), i });
      try {
        const blindSignature = fromBase64url(row.signatures[i] ?? '', 256);
        return [freshToken(request.nonce, finalizeToken({ publicKeySpki, request, blindSignature }))];
      } catch (error) {
        if (error instanceof ProtocolError) return [];
        throw error;
      }
    });
  }

  return {
    expect: (post, pending) => store.set(prefix + post, pending),
    async pending() {
      return (await expected()).reduce((sum, [, { nonces }]) => sum + nonces.length, 0);
    },
    async collect(world, short) {
      const now = clock.now().getTime();
      const counting = new Set(world.info.tokenKeys.map(({ id }) => id));
      const all = await expected();
      // Under a key that no longer counts nothing comes back.
      for (const [post, { keyId }] of all) if (!counting.has(keyId)) await store.delete(prefix + post);
      const due = all.filter(([, pending]) => counting.has(pending.keyId) && pending.due <= now);
      const next = (await store.get(nextKey)) as number | undefined;
      const last = (await store.get(lastKey)) as number | undefined;
      if (due.length === 0 || !isTime(now, short ? last && last + shortPause : next)) return;
      const files = new Map<string, Map<string, Row>>();
      async function rowOf(post: string, keyId: string, room: string | null): Promise<Row | undefined> {
        const name = `${keyId} ${room}`;
        const file = files.get(name) ?? (await fileOf(keyId, room));
        files.set(name, file);
        return file.get(post);
      }
      // A room for colleagues has a file of its own, which is read when the person entered it today.
      const { entered } = rooms.snapshot();
      for (const [post, pending] of due) {
        const room = entered.includes(pending.room) ? pending.room : null;
        const row = await rowOf(post, pending.keyId, room);
        if (!row) continue;
        await purse.add(pending.keyId, tokensOf(row, pending, world));
        await store.delete(prefix + post);
      }
      await store.set(lastKey, now);
      await store.set(nextKey, now + pause + Math.floor(((rng(1)[0] ?? 0) / 256) * pause));
    },
  };
}
