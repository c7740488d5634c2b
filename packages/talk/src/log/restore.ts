import { lockPlans, type OnAdopt, planEntries } from '@teahouse/kit/log-book';
import { plannedSize } from '@teahouse/kit/log-book-plan';
import { type Pool, type Queryable, withTransaction } from '@teahouse/kit/pool';
import { decodeEntry, type Entry, encodeEntry } from '@teahouse/protocol/record';
import { adoptDecision } from '../order/log.ts';
import { forgetAllDraws, insertVoidKey, voidTokenKeys } from '../tokens/store.ts';
import { readLogState, writeLogState } from './store.ts';

interface Adopted {
  readonly index: number;
  readonly entry: Entry;
}

/**
 * The log knows more than the database: a backup was restored. What was spent since it was made is forgotten, so every
 * token key made before is void, and everyone may draw again (quality.md, "restore of last night's backup"). The roots
 * of acts that are lost stay in the log: nothing of those acts can be shown, and nothing else stands in their place.
 */
export const adoptEntries: OnAdopt = async (tx, entries) => {
  const adopted = entries.map(({ index, entry }) => ({ index, entry: decodeEntry(entry) }));
  await adoptState(tx, adopted);
  for (const { index, entry } of adopted) {
    if (entry.type === 'token-key') await insertVoidKey(tx, { ...entry, index });
    if (entry.type === 'event' && entry.kind === 'moderation') await adoptDecision(tx, index, entry);
  }
  await voidAndTell(tx, wordsOf(entries[0]!.index, entries.at(-1)!.index));
};

/**
 * The same for a backup that knows all of the log, which has `logSize` entries: nothing tells by itself then that time was set
 * back. Where the log knows more, nothing is done: the next start adopts that. One transaction.
 */
export async function beginAnew(pool: Pool, logSize: number): Promise<void> {
  await withTransaction(pool, async (tx) => {
    await lockPlans(tx);
    const planned = await plannedSize(tx);
    if (planned === 0 || planned < logSize) return;
    await voidAndTell(tx, wordsOfNone);
  });
}

async function voidAndTell(tx: Queryable, text: string): Promise<void> {
  await voidTokenKeys(tx);
  await forgetAllDraws(tx);
  const about = { type: 'event', kind: 'operation', code: 'backup-restored', subject: null } as const;
  await planEntries(tx, [encodeEntry({ ...about, text })]);
}

/** The slots of `acts` entries go on from the last one of the log, and the web app is told anew only if it changed. */
async function adoptState(tx: Queryable, adopted: readonly Adopted[]): Promise<void> {
  const state = await readLogState(tx);
  let { acts_slot, web } = state;
  for (const { entry } of adopted) {
    if (entry.type === 'acts') acts_slot = Math.max(acts_slot, entry.slot);
    if (entry.type === 'web') web = Buffer.from(entry.hash);
  }
  await writeLogState(tx, { ...state, acts_slot, web });
}

const lost = 'A backup of the database was restored. What was accepted after it was made is lost';
const lostZh = '数据库已从备份恢复：备份之后收到的内容已丢失';
const anew = 'All token keys before this entry are void; everyone can draw tokens again.';
const anewZh = '此前的茶筹密钥一律作废，每个人都可以重新领取茶筹。';

const wordsOf = (first: number, last: number) =>
  `${lost}, among it what entries ${first} to ${last} hold the roots of. ${anew} ` +
  `${lostZh}，其中包括第 ${first} 至 ${last} 条记录所含的内容。${anewZh}`;
const wordsOfNone = `${lost}. ${anew} ${lostZh}。${anewZh}`;
