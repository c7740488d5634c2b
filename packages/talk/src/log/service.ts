import type { Logger } from '@teahouse/kit/log';
import { type LogBook, lockPlans, openLogBook, planEntries, planHead } from '@teahouse/kit/log-book';
import { type Pool, withTransaction } from '@teahouse/kit/pool';
import type { Secrets } from '@teahouse/kit/secrets';
import { equal } from '@teahouse/protocol';
import { encodeEntry, logOrigin } from '@teahouse/protocol/record';
import type { TalkConfig } from '../config.ts';
import { tryLater } from '../errors.ts';
import { bytesOf } from '../wire.ts';
import { adoptEntries } from './restore.ts';
import { readLogState, writeLogState } from './store.ts';

/** Talk's own log. It bears the instance's name, which talk learns from the issuer: until then there is none. */
export interface TalkLog {
  /** Throws `unavailable` before the instance is known. */
  book(): LogBook;
  peek(): LogBook | undefined;
  /** Opens or begins the log of this instance; later calls do nothing. Throws kit's `LogStoreError`. */
  open(instance: string): Promise<void>;
  close(): Promise<void>;
}

type Settings = Pick<TalkConfig, 'publicLog' | 'witnesses' | 'webHash' | 'webFiles'>;

export function createTalkLog(i: { config: Settings; pool: Pool; secrets: Secrets; log: Logger }): TalkLog {
  let book: LogBook | undefined;
  let opening: Promise<void> | undefined;

  async function start(instance: string): Promise<void> {
    const opened = await openLogBook({
      pool: i.pool,
      dir: i.config.publicLog,
      origin: logOrigin(instance, 'talk'),
      secrets: i.secrets,
      witnesses: listOf(i.config.witnesses),
      log: i.log,
      onAdopt: adoptEntries,
    });
    try {
      await planHead(i.pool, encodeEntry({ type: 'log', instance, plane: 'talk' }));
      await planWeb(i.pool, i.config);
      await opened.flush();
    } catch (error) {
      await opened.close();
      throw error;
    }
    book = opened;
  }

  return {
    book() {
      if (!book) throw tryLater('unavailable', 5);
      return book;
    },
    peek: () => book,
    async open(instance) {
      opening ??= start(instance).catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      await opening;
    },
    async close() {
      await opening?.catch(() => {});
      await book?.close();
    },
  };
}

const listOf = (text: string) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** Says in the log which web app the instance serves from now on, when it is another than the last one. */
async function planWeb(pool: Pool, { webHash, webFiles }: Settings): Promise<void> {
  if (webHash === undefined) return;
  const hash = bytesOf(webHash);
  await withTransaction(pool, async (tx) => {
    await lockPlans(tx);
    const state = await readLogState(tx);
    if (state.web && equal(state.web, hash)) return;
    await planEntries(tx, [encodeEntry({ type: 'web', hash, files: webFiles })]);
    await writeLogState(tx, { ...state, web: hash });
  });
}
