import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startMailbox } from './mailbox.ts';

/** Speaks SMTP (RFC 5321) line by line: each line is sent when the one before was answered. */
function smtp(url: string, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const waiting = [...lines];
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      said += text;
      if (!/^\d{3} .*\r\n$/m.test(text)) return;
      const next = waiting.shift();
      if (next !== undefined) socket.write(`${next}\r\n`);
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(said));
  });
}

const letter = (to: string, subject: string, text: string) => [
  'EHLO me',
  'MAIL FROM:<tea@house.example>',
  `RCPT TO:<${to}>`,
  'DATA',
  `From: Teahouse <tea@house.example>\r\nTo: ${to}\r\nSubject: ${subject}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n.`,
  'QUIT',
];

describe('the post office of a demo', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tea-mail-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('shows the newest mail first and carries all over a restart', async () => {
    const file = path.join(folder, 'mailbox.json');
    const first = await startMailbox(file);
    await smtp(first.url, letter('mei@jade.example', '=?utf-8?B?6aqM6K+B56CB?=', '你的验证码是 123456'));
    await smtp(first.url, letter('li@jade.example', 'Second', 'hello'));
    expect(first.messages().map((mail) => mail.subject)).toEqual(['Second', '验证码']);
    expect(first.messages()[1]).toMatchObject({
      to: ['mei@jade.example'],
      text: expect.stringContaining('123456'),
    });
    await first.close();
    expect(JSON.parse(readFileSync(file, 'utf8')).messages).toHaveLength(2);
    const second = await startMailbox(file);
    expect(second.messages()).toHaveLength(2);
    await second.close();
  });

  it('listens for this machine alone', async () => {
    const office = await startMailbox(path.join(folder, 'mailbox.json'));
    expect(new URL(office.url).hostname).toBe('127.0.0.1');
    await office.close();
  });
});
