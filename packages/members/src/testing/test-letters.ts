import { generateKeyPairSync } from 'node:crypto';
import { connect } from 'node:net';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { startTestDns, type TestDns } from './test-dns.ts';
import { openTown, type Town } from './test-town.ts';

type SignOptions = Partial<Parameters<typeof dkimSign>[1]>;

/** A mail provider of a company: its key is in the DNS under `tea._domainkey.<domain>`. */
export interface Provider {
  readonly domain: string;
  readonly privateKey: string;
}

export interface LetterTown extends Town {
  readonly dns: TestDns;
  /** Puts a key of a domain into the DNS. */
  provide(domain: string, bits?: number): Provider;
  /** Sends a letter as it is over SMTP; returns the server's last words. */
  deliver(to: string, letter: string, options?: { from?: string }): Promise<string>;
}

/** A town with a letter box on loopback, and a DNS server of its own. */
export async function openLetterTown(
  config: NonNullable<Parameters<typeof openTown>[0]> = {},
): Promise<LetterTown> {
  const dns = await startTestDns();
  const town = await openTown({
    ...config,
    config: {
      letterListen: '127.0.0.1:0',
      letterDomain: 'in.tea.test',
      letterDns: dns.server,
      ...config.config,
    },
  });
  const box = (await town.members.openLetterBox()) ?? '';
  return {
    ...{ ...town, dns },
    provide(domain, bits = 2048) {
      const { publicKey, privateKey } = generateKeyPairSync('rsa', {
        modulusLength: bits,
        publicKeyEncoding: { type: 'spki', format: 'der' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      });
      dns.txt.set(`tea._domainkey.${domain}`, `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`);
      return { domain, privateKey };
    },
    async deliver(to, letter, { from = 'somebody@harbour.com' } = {}) {
      const lines = ['EHLO me', `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA', `${stuffed(letter)}\r\n.`];
      const said = await converse(box, lines);
      await town.members.idle();
      return said;
    },
    async close() {
      await town.close();
      await dns.close();
    },
  };
}

/** RFC 5321 §4.5.2. */
const stuffed = (letter: string) => letter.replace(/\r\n$/, '').replace(/^\./gm, '..');

/** Speaks SMTP line by line; goes on as long as the server agrees. Returns its last reply. */
export function converse(box: string, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const [host = '', port = ''] = box.split(':');
    const waiting = [...lines];
    let last = '';
    const socket = connect(Number(port), host).setEncoding('utf8');
    socket.on('data', (text: string) => {
      last = text.trim().split('\r\n').at(-1) ?? '';
      if (!/^\d{3} /.test(last)) return;
      const next = /^[23]/.test(last) ? waiting.shift() : undefined;
      if (next === undefined) socket.end('QUIT\r\n');
      else socket.write(`${next}\r\n`);
      if (next === undefined) resolve(last);
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(last));
  });
}

/** A letter as a mail program writes it. */
export function letter(i: {
  from: string;
  to: string;
  subject?: string;
  headers?: readonly string[];
  body?: string;
}): string {
  const fields = [
    `From: ${i.from}`,
    `To: ${i.to}`,
    `Subject: ${i.subject ?? 'verify'}`,
    'Message-ID: <1@mail.harbour.com>',
    'Date: Tue, 10 Nov 2026 09:29:00 +0000',
    ...(i.headers ?? []),
  ];
  return `${fields.join('\r\n')}\r\n\r\n${i.body ?? 'Good morning'}\r\n`;
}

/** The same with a DKIM signature in front. */
export async function signed(text: string, by: Provider, options: SignOptions = {}): Promise<string> {
  const { domain, privateKey } = by;
  const signatureData = [{ signingDomain: domain, selector: 'tea', privateKey, ...options }];
  const { signatures, errors } = await dkimSign(text, {
    ...{ canonicalization: 'relaxed/relaxed', signTime: new Date('2026-11-10T09:29:00Z') },
    ...options,
    signatureData,
  } as unknown as Parameters<typeof dkimSign>[1]);
  if (errors.length > 0) throw errors[0]?.err;
  return signatures + text;
}
