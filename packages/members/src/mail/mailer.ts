import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@teahouse/kit/log';
import { createTransport } from 'nodemailer';
import type { Background } from '../background.ts';
import { fail } from '../errors.ts';
import type { MailText } from './templates.ts';

/** Waits between tries, in milliseconds. A code counts for 15 minutes: trying longer would help nobody. */
const waits = [1_000, 5_000, 20_000, 60_000, 180_000];
/** Mails that may wait before new ones are refused with `busy`. */
const most = 1_000;

export interface Mailer {
  /** Sends in the background. Throws `busy` when too many wait, whoever it is for. */
  send(to: string, mail: MailText): void;
  close(): void;
}

/**
 * Mail over SMTP. What waits is held in memory only: a queue in the database would write down who asked for a code
 * and when, in rows and in the WAL, and a mail that a stop loses is asked for again with one touch.
 */
export function createMailer(i: {
  url: string;
  from: string;
  background: Background;
  log: Logger;
  waits?: readonly number[];
}): Mailer {
  const transport = createTransport(
    { url: i.url, pool: true, maxConnections: 3, connectionTimeout: 10_000, socketTimeout: 20_000 },
    { from: i.from, disableFileAccess: true, disableUrlAccess: true },
  );
  const stopping = new AbortController();
  let waiting = 0;

  async function deliver(to: string, mail: MailText): Promise<void> {
    for (const wait of [...(i.waits ?? waits), undefined]) {
      try {
        await transport.sendMail({ to, ...mail });
        return;
      } catch (error) {
        // 5yz is a "permanent negative completion reply" (RFC 5321 §4.2.1). Only its number is logged.
        const code = (error as { responseCode?: number }).responseCode;
        if (stopping.signal.aborted) return;
        if (wait === undefined || (code !== undefined && code >= 500)) {
          i.log.warn('mail-given-up', { code });
          return;
        }
        await pause(wait, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }

  return {
    send(to, mail) {
      if (waiting >= most) throw fail('busy', { headers: { 'retry-after': '30' } });
      waiting += 1;
      i.background.run('mail', () =>
        deliver(to, mail).finally(() => {
          waiting -= 1;
        }),
      );
    },
    close() {
      stopping.abort();
      transport.close();
    },
  };
}
