import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { converse, type LetterTown, letter, openLetterTown, signed } from '../testing/test-letters.ts';
import { someone } from '../testing/test-people.ts';
import { type Browser, openTown } from '../testing/test-town.ts';

let town: LetterTown;
let lin: Browser;
let box: string;
let address: string;
beforeAll(async () => {
  town = await openLetterTown();
  lin = await someone(town);
  box = (await town.members.openLetterBox()) ?? '';
  address = (await lin.call<{ address: string }>('POST', '/letters', {})).body.address;
});
afterAll(() => town.close());

describe('the letter box', () => {
  it('has no mailboxes but those of the form it gives out, and relays nothing', async () => {
    const to = (recipient: string) =>
      converse(box, ['EHLO me', 'MAIL FROM:<a@b.com>', `RCPT TO:<${recipient}>`]);
    for (const none of [
      'postmaster@in.tea.test',
      'verify@in.tea.test',
      'verify+short@in.tea.test',
      'a@elsewhere.com',
    ]) {
      expect(await to(none)).toMatch(/^550 /);
    }
    expect(await to(address.replace('in.tea', 'out.tea'))).toMatch(/^550 /);
    expect(await to(address.toUpperCase())).toMatch(/^250 /);
  });

  it('takes one recipient a letter', async () => {
    const lines = ['EHLO me', 'MAIL FROM:<a@b.com>', `RCPT TO:<${address}>`];
    const second = `RCPT TO:<verify+${'b'.repeat(20)}@in.tea.test>`;
    expect(await converse(box, [...lines, second])).toMatch(/^452 /);
  });

  it('refuses what says that it is too large, and what only turns out to be', async () => {
    const size = 256 * 1024;
    const said = await converse(box, ['EHLO me', `MAIL FROM:<a@b.com> SIZE=${size + 1}`]);
    expect(said).toMatch(/^552 /);
    const line = `${'x'.repeat(998)}\r\n`;
    const big = letter({ from: 'a@harbour.com', to: address, body: line.repeat(Math.ceil(size / 1000) + 1) });
    expect(await town.deliver(address, big)).toMatch(/^552 /);
    const { body } = await lin.call<{ letter: { fault: string | null } }>('GET', '/verification');
    expect(body.letter.fault).toBeNull(); // nobody looked into it
  });

  it('offers neither AUTH nor, without a certificate, STARTTLS', async () => {
    expect(await converse(box, ['EHLO me', 'AUTH PLAIN AAAA'])).toMatch(/^5\d\d /);
    expect(await converse(box, ['EHLO me', 'STARTTLS'])).toMatch(/^5\d\d /);
  });

  it('speaks TLS after STARTTLS with the certificate that it was given', async () => {
    const file = (name: string) => join(import.meta.dirname, '../testing/tls', name);
    const sealed = await openLetterTown({
      config: { letterTlsCert: file('test-cert.pem'), letterTlsKey: file('test-key.pem') },
    });
    const port = Number((await sealed.members.openLetterBox())?.split(':')[1]);
    const ca = readFileSync(file('test-cert.pem'));
    const tls = { ca: [ca], servername: 'in.tea.test' };
    const transport = createTransport({ host: '127.0.0.1', port, requireTLS: true, name: 'me', tls });
    const to = `verify+${'c'.repeat(20)}@in.tea.test`;
    const sent = await transport.sendMail({
      envelope: { from: 'a@harbour.com', to },
      raw: letter({ from: 'a@harbour.com', to }),
    });
    expect(sent.accepted).toEqual([to]);
    await sealed.close();
  });

  it('takes a letter of thousands of signatures in bounded questions', async () => {
    const by = town.provide('many.com');
    let text = letter({ from: 'a@harbour.com', to: address });
    const one = (await signed(text, by)).slice(0, -text.length);
    const many = Array.from({ length: 300 }, (_, n) => one.replace('s=tea', `s=tea${n}`)).join('');
    text = many + text;
    const before = town.dns.asked.length;
    await town.deliver(address, text);
    expect(town.dns.asked.length - before).toBeLessThanOrEqual(24);
    const { body } = await lin.call<{ letter: { fault: string | null } }>('GET', '/verification');
    expect(body.letter.fault).toBe('dns');
  });

  it('is taken over by another process when the one that has it ends', async () => {
    const first = await openLetterTown();
    const place = (await first.members.openLetterBox()) ?? '';
    const second = await openLetterTown({ config: { letterListen: place } });
    expect(await second.members.openLetterBox()).toBe(place);
    expect(await converse(place, ['EHLO me'])).toMatch(/^250/m);
    await first.close();
    await vi.waitFor(async () => expect(await converse(place, ['EHLO me'])).toMatch(/^250/m), {
      timeout: 20_000,
      interval: 300,
    });
    await second.close();
  });

  it('is closed where no place for it is named', async () => {
    const closed = await openTown();
    expect(await closed.members.openLetterBox()).toBeUndefined();
    const browser = await someone(closed);
    expect((await browser.call('POST', '/letters', {})).code).toBe('letters-off');
    expect((await browser.call('GET', '/verification')).body).toMatchObject({ letter: { open: false } });
    await closed.close();
  });
});
