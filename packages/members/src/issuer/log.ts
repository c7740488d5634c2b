import { join } from 'node:path';
import type { Logger } from '@teahouse/kit/log';
import { type LogBook, openLogBook, planHead } from '@teahouse/kit/log-book';
import { type Pool, withTransaction } from '@teahouse/kit/pool';
import type { Secrets } from '@teahouse/kit/secrets';
import { encodeEntry, logOrigin } from '@teahouse/protocol/record';
import { logDirectory } from '../companies/directory.ts';
import type { MembersConfig } from '../config.ts';
import { adoptLog } from './adopt.ts';

/** Opens the issuer's log: begins it on the first start, and logs the directory where a release has changed it. */
export async function openIssuerLog(i: {
  pool: Pool;
  config: MembersConfig;
  secrets: Secrets;
  instance: string;
  log: Logger;
}): Promise<LogBook> {
  const { pool, config, secrets, instance, log } = i;
  const dir = config.publicLog ?? join(config.secrets, 'public-log');
  const origin = logOrigin(instance, 'issuer');
  const { witnesses } = config;
  const book = await openLogBook({ pool, dir, origin, secrets, witnesses, log, onAdopt: adoptLog });
  try {
    await planHead(pool, encodeEntry({ type: 'log', instance, plane: 'issuer' }));
    await withTransaction(pool, (tx) => logDirectory(tx, book));
    await book.flush();
  } catch (error) {
    await book.close();
    throw error;
  }
  return book;
}
