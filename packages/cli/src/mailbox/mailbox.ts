import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { SMTPServer } from 'smtp-server';

/** One mail of the demo's post office, as `/api/dev/mailbox` gives it. */
interface Mail {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** ISO 8601. */
  readonly receivedAt: string;
  readonly text: string;
}

export interface Mailbox {
  /** What members is given as its mail server. */
  readonly url: string;
  /** Newest first, at most 200. */
  messages(): readonly Mail[];
  close(): Promise<void>;
}

const KEPT = 200;
const LARGEST = 1_000_000;

/**
 * The post office of a demo: an SMTP server for this machine alone that delivers nowhere and shows every mail in the
 * app instead. `file` carries the mails over a restart.
 */
export async function startMailbox(file: string): Promise<Mailbox> {
  let mails = readMails(file);
  let writing: Promise<unknown> = Promise.resolve();
  let count = 0;

  const keep = async (stream: NodeJS.ReadableStream, to: string[]) => {
    const { simpleParser } = await import('mailparser'); // large, and a town without mail never needs it
    const parsed = await simpleParser(stream as Parameters<typeof simpleParser>[0]);
    const mail: Mail = {
      id: `${Date.now().toString(36)}-${(count++).toString(36)}`,
      from: parsed.from?.text ?? '',
      to,
      subject: parsed.subject ?? '',
      receivedAt: new Date().toISOString(),
      text: parsed.text ?? '',
    };
    mails = [mail, ...mails].slice(0, KEPT);
    writing = writing.then(() => writeMails(file, mails)).catch(() => {}); // a full disk must not lose the mail shown
  };

  const server = new SMTPServer({
    name: 'localhost',
    size: LARGEST,
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map((address) => address.address);
      keep(stream, to).then(() => done(), done);
    },
  });
  server.on('error', () => {}); // a caller that hangs up half-way is no reason to close the office
  const port = await new Promise<number>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.server.address();
      if (typeof address === 'object' && address) resolve(address.port);
      else reject(new TypeError('an SMTP server on a port has an address'));
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    messages: () => mails,
    async close() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await writing;
    },
  };
}

function readMails(file: string): readonly Mail[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).messages;
  } catch {
    return []; // none yet, or cut short: the demo's mails are no loss
  }
}

async function writeMails(file: string, messages: readonly Mail[]): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify({ messages }, null, 1), { mode: 0o600 });
  await rename(`${file}.new`, file);
}
