import { Resolver } from 'node:dns/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LetterOffice, openLetterOffice } from './letters.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tea-letters-'));
const socket = path.join(folder, 'letters.sock');
const arrived: string[] = [];
const box = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    let text = '';
    stream.on('data', (part) => (text += part));
    stream.on('end', () => done(arrived.push(text) > 0 ? null : undefined));
  },
});
let office: LetterOffice;
beforeAll(async () => {
  await new Promise<void>((resolve) => box.listen(socket, resolve));
  office = await openLetterOffice(socket);
});
afterAll(async () => {
  await office.close();
  await new Promise<void>((resolve) => box.close(() => resolve()));
  rmSync(folder, { recursive: true, force: true });
});

describe("the demo's letters", () => {
  it('come signed from a fictional mailbox, and the demo’s name server has the key', async () => {
    const letter = { from: 'Lin@cn.xinghe.example', to: 'verify+abc@teahouse.example', subject: 'verify' };
    expect(await office.send(letter)).toBe(true);
    const signature = /DKIM-Signature:[\s\S]*?\r\n(?=\S)/.exec(arrived[0] ?? '')?.[0].replace(/\s/g, '');
    expect(signature).toMatch(/d=cn\.xinghe\.example;.*s=demo;/);
    expect(arrived[0]).toContain('To: verify+abc@teahouse.example');
    const resolver = new Resolver();
    resolver.setServers([office.environment.TEAHOUSE_LETTER_DNS ?? '']);
    const [record] = await resolver.resolveTxt('demo._domainkey.cn.xinghe.example');
    expect(record?.join('')).toMatch(/^v=DKIM1; k=rsa; p=[\w+/=]{300,}$/);
    for (const name of ['_dmarc.xinghe.example', 'demo._domainkey.xinghe.com'])
      await expect(resolver.resolveTxt(name)).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });

  it.each([
    ['lin@gmail.com', 'verify+abc@teahouse.example', 'verify'],
    ['lin@xinghe.example.com', 'verify+abc@teahouse.example', 'verify'],
    ['lin@xinghe.example', 'somebody@elsewhere.com', 'verify'],
    ['lin@xinghe.example', 'verify+abc@teahouse.example', 'verify\r\nBcc: all@elsewhere.com'],
  ])('go neither from nor to a real mailbox: %s %s', async (from, to, subject) => {
    const before = arrived.length;
    expect(await office.send({ from, to, subject })).toBe(false);
    expect(arrived).toHaveLength(before);
  });
});
