import { createLogger } from '@teahouse/kit/log';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBackground } from '../background.ts';
import { type MailSink, startMailSink } from '../testing/test-mail-sink.ts';
import { createMailer } from './mailer.ts';
import { mails } from './templates.ts';

let sink: MailSink;
beforeAll(async () => {
  sink = await startMailSink();
});
afterAll(() => sink.close());

const lines: string[] = [];
const log = createLogger({ name: 'test', write: (line) => lines.push(line) });
const open = (waits: readonly number[], url = sink.url) => {
  const background = createBackground(log);
  return { background, mailer: createMailer({ url, from: 'Tea <tea@tea.test>', background, log, waits }) };
};

describe('a mail', () => {
  it('arrives with its code as text and as html', async () => {
    const { mailer, background } = open([]);
    mailer.send('lin@home.test', mails.workCode('en', '123456'));
    await background.idle();
    expect(sink.received.at(-1)).toMatchObject({
      to: 'lin@home.test',
      subject: 'Teahouse: confirm your work address',
    });
    expect(sink.received.at(-1)?.text).toContain('123456');
    expect(sink.received.at(-1)?.html).toContain('<strong>123456</strong>');
    mailer.close();
  });

  it('is sent again after a temporary refusal', async () => {
    const { mailer, background } = open([1, 1]);
    sink.refuse(2);
    mailer.send('again@home.test', mails.signUpCode('zh', '654321'));
    await background.idle();
    expect(sink.received.at(-1)).toMatchObject({ to: 'again@home.test', subject: '茶馆：确认您的邮箱' });
    mailer.close();
  });

  it('is given up in the end, and the log says so without saying for whom', async () => {
    const { mailer, background } = open([1], 'smtp://127.0.0.1:1');
    mailer.send('lost@home.test', mails.signUpCode('en', '654321'));
    await background.idle();
    expect(lines.join('')).toContain('mail-given-up');
    expect(lines.join('')).not.toMatch(/lost|home\.test|654321/);
    mailer.close();
  });

  it('is refused when a thousand wait', () => {
    const { mailer } = open([60_000], 'smtp://127.0.0.1:1');
    const send = () => mailer.send('many@home.test', mails.alreadyRegistered('en'));
    for (let n = 0; n < 1000; n += 1) send();
    expect(send).toThrow(expect.objectContaining({ code: 'busy' }));
    mailer.close();
  });
});
