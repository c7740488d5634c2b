import { generateKeyPair } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { type DemoDns, demoSelector, startDemoDns } from './demo-dns.ts';

/** A mail that somebody has a fictional work mailbox send. */
export interface Letter {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
}
export interface LetterOffice {
  /** What members is told: its letter box, the domain of that, and whom to ask for keys. */
  readonly environment: Readonly<Record<string, string>>;
  /** Signs it as the provider of that mailbox would, and hands it to members over SMTP. False for what is no such mailbox. */
  send(letter: Letter): Promise<boolean>;
  close(): Promise<void>;
}

/** The domain of the demo's letter box. Nobody owns it (RFC 2606). */
const domain = 'teahouse.example';
const mailbox = /^[a-z0-9._%+-]{1,64}@((?:[a-z0-9-]{1,63}\.)+example)$/i;
const line = /^[^\p{Cc}]{1,200}$/u;

/**
 * Lets a newcomer try a letter from a work address: all mailboxes below `.example` can be written from, and are signed with
 * one key of this run. In a demo alone. `socket` is where members takes letters.
 */
export async function openLetterOffice(socket: string): Promise<LetterOffice> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const dns: DemoDns = await startDemoDns(publicKey.toString('base64'));
  return {
    environment: {
      TEAHOUSE_LETTER_LISTEN: socket,
      TEAHOUSE_LETTER_DOMAIN: domain,
      TEAHOUSE_LETTER_DNS: dns.server,
    },
    async send({ from, to, subject }) {
      const domainName = mailbox.exec(from)?.[1]?.toLowerCase();
      if (domainName === undefined || !to.endsWith(`@${domain}`) || !line.test(to) || !line.test(subject))
        return false;
      const { createTransport } = await import('nodemailer'); // a demo in which nobody writes never needs it
      const connection = connect(socket);
      await once(connection, 'connect');
      const dkim = { domainName, keySelector: demoSelector, privateKey };
      const transport = createTransport({ connection, dkim, name: 'localhost', ignoreTLS: true });
      try {
        await transport.sendMail({ from, to, subject, text: 'Sent by the mailbox of a demo.' });
        return true;
      } finally {
        transport.close();
        connection.destroy();
      }
    },
    close: () => dns.close(),
  };
}
