import type { Export } from '@teahouse/contract/members';
import { withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import type { Context } from '../context.ts';
import { exporters } from './exporters.ts';
import { readRemains } from './store.ts';

/** Everything that members has of somebody, as of one moment: a statement for each exporter, in one snapshot. */
export async function readExport(ctx: Context, account: string): Promise<Export> {
  return withTransaction(
    ctx.pool,
    async (tx) => {
      const parts: Record<string, unknown> = {};
      for (const { name, read } of exporters) parts[name] = await read(tx, account);
      const remains = await readRemains(tx, account);
      return { format: 'teahouse-export-1', day: dayOf(ctx.clock.now()), parts, remains };
    },
    { isolation: 'repeatable read' },
  );
}
