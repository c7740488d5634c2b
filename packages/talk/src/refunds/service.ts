import { withTransaction } from '@teahouse/kit/pool';
import { equal } from '@teahouse/protocol';
import type { TalkContext } from '../context.ts';
import { signBlinded, type TokenKey } from '../tokens/rsa.ts';
import { slotNumber } from '../wire.ts';
import { type RefundRow, splitSignatures, takeDue, writeSignatures } from './store.ts';

const batch = 100;

/**
 * Signs the refunds of posts that are a day old, so that they come out in the bulk file (protocol.md 5). Several
 * processes may do it at once. What is not shown, or reported and not looked at, waits; what was removed gets none.
 */
export async function signDueRefunds(ctx: Pick<TalkContext, 'pool' | 'clock' | 'tokenKeys'>): Promise<void> {
  const slot = slotNumber(ctx.clock.now());
  const keys = await ctx.tokenKeys.counting();
  let taken = batch;
  while (taken === batch) {
    taken = await withTransaction(ctx.pool, async (tx) => {
      const rows = await takeDue(tx, slot, batch);
      await writeSignatures(
        tx,
        rows.map((row) => ({ row, signatures: sign(row, keys) })),
      );
      return rows.length;
    });
  }
}

/** Empty when the key no longer counts, or what the author sent cannot be signed: such a refund is void. */
function sign(row: RefundRow, keys: readonly TokenKey[]): Buffer {
  const key = keys.find((one) => equal(one.id, row.key_id));
  const signatures = key ? splitSignatures(row.blinded).map((blinded) => signBlinded(key, blinded)) : [];
  const whole = signatures.every((signature) => signature !== undefined);
  return whole ? Buffer.concat(signatures as Buffer[]) : Buffer.alloc(0);
}
