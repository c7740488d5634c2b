import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { LetterOffice } from '../mailbox/letters.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { sendProblem } from './problem.ts';

/** The demo's post office; absent in production. */
export interface DemoMail {
  readonly mailbox: Mailbox;
  readonly letters: LetterOffice | undefined;
}

export const demoMailPath = '/api/dev/mailbox';
const Letter = z.strictObject({
  from: z.email().max(254),
  to: z.email().max(254),
  subject: z.string().max(200),
});
/** Bytes of a body. */
const most = 4096;

const plain = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

/** `GET`: the mails that this house sent. `POST`: a letter from a fictional work mailbox to this house. */
export function serveDemoMail(incoming: IncomingMessage, response: ServerResponse, mail: DemoMail): void {
  if (incoming.method === 'GET') {
    response.writeHead(200, plain);
    response.end(JSON.stringify({ messages: mail.mailbox.messages(), writes: mail.letters !== undefined }));
  } else if (incoming.method === 'POST' && mail.letters) {
    void sendLetter(incoming, response, mail.letters).catch(() =>
      sendProblem(response, 503, 'unavailable', 'The letter box did not answer'),
    );
  } else {
    const allow = mail.letters ? 'GET, POST' : 'GET';
    sendProblem(response, 405, 'method-not-allowed', 'This address does not take that method', { allow });
  }
}

async function sendLetter(
  incoming: IncomingMessage,
  response: ServerResponse,
  letters: LetterOffice,
): Promise<void> {
  // Another site can't send this header without asking first, and is not allowed to.
  if (incoming.headers['x-teahouse'] !== '1')
    return sendProblem(response, 403, 'csrf-refused', 'The request did not come from the app');
  const letter = Letter.safeParse(await readJson(incoming));
  if (!letter.success || !(await letters.send(letter.data)))
    return sendProblem(response, 422, 'invalid-input', 'The request is not of the expected form');
  response.writeHead(200, plain).end('{"sent":true}');
}

/** Undefined for what is too large or no JSON. */
async function readJson(incoming: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const part of incoming.setEncoding('utf8') as AsyncIterable<string>) {
    text += part;
    if (text.length > most) return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
