import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailbox {
  /** What members is given as its mail server. */
  readonly url: string;
  /** The next mail to this address that nobody has waited for yet. Rejects after `timeout` milliseconds. */
  waitFor(address: string, timeout?: number): Promise<ReceivedMail>;
  /** The six digits of the next mail to this address. */
  codeFor(address: string): Promise<string>;
  close(): Promise<void>;
}

interface Waiter {
  readonly address: string;
  take(mail: ReceivedMail): void;
}

/** A real SMTP server on a loopback port that delivers nowhere and hands every mail to whoever waits for it. */
export async function startMailbox(): Promise<Mailbox> {
  const arrived: ReceivedMail[] = [];
  const waiting: Waiter[] = [];

  function deliver(mail: ReceivedMail): void {
    const at = waiting.findIndex(({ address }) => address === mail.to);
    if (at < 0) arrived.push(mail);
    else waiting.splice(at, 1)[0]?.take(mail);
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, done) {
      simpleParser(stream).then(({ subject = '', text = '' }) => {
        for (const { address } of session.envelope.rcptTo)
          deliver({ to: address.toLowerCase(), subject, text });
        done();
      }, done);
    },
  });
  server.on('error', () => undefined); // a sender that hangs up half-way
  const port = await new Promise<number>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.server.address();
      if (address && typeof address === 'object') resolve(address.port);
      else reject(new TypeError('the mailbox has no port'));
    });
  });

  function waitFor(to: string, timeout = 10_000): Promise<ReceivedMail> {
    const address = to.toLowerCase();
    const at = arrived.findIndex((mail) => mail.to === address);
    const here = at < 0 ? undefined : arrived.splice(at, 1)[0];
    if (here) return Promise.resolve(here);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no mail came to ${address}`)), timeout);
      const take = (mail: ReceivedMail) => {
        clearTimeout(timer);
        resolve(mail);
      };
      waiting.push({ address, take });
    });
  }
  return {
    url: `smtp://127.0.0.1:${port}`,
    waitFor,
    async codeFor(address) {
      const { text } = await waitFor(address);
      const code = /\b\d{6}\b/.exec(text)?.[0];
      if (!code) throw new Error(`the mail to ${address} holds no code`);
      return code;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
