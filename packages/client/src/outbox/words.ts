import {
  checkText,
  checkTitle,
  encodeBody,
  normaliseText,
  ProtocolError,
  protocolLimits,
} from '@teahouse/protocol';
import { clientError } from '../errors.ts';
import type { Compose } from './types.ts';

/** Throws `text-invalid` naming the field, by the same rules as the server. */
export function checkWords(compose: Compose): void {
  try {
    if (compose.kind === 'thread') checkThread(compose);
    if (compose.kind === 'edit' && compose.title !== undefined) checkTitle(normaliseText(compose.title));
    if ('text' in compose && compose.text !== undefined) checkText(normaliseText(compose.text));
    if (compose.kind === 'report') requireShort(compose.text ?? '', protocolLimits.reportCharacters);
    if (compose.kind === 'appeal') requireShort(compose.text, protocolLimits.appealCharacters);
  } catch (error) {
    throw clientError('text-invalid', error instanceof ProtocolError ? error.code : undefined);
  }
}

function requireShort(text: string, characters: number): void {
  if ([...normaliseText(text)].length <= characters) return;
  throw new ProtocolError('text-invalid', `more than ${characters} characters`);
}

function checkThread({ title, poll }: Extract<Compose, { kind: 'thread' }>): void {
  checkTitle(normaliseText(title));
  if (!poll) return;
  const asked = { ...poll, options: poll.options.map(normaliseText) };
  encodeBody({ type: 'post', thread: null, nonces: [] }, { title: '.', text: '.', poll: asked });
}

/** The same with other words, where it has any. */
export function withWords(
  compose: Compose,
  said: { readonly text?: string; readonly title?: string },
): Compose {
  if (!('text' in compose)) return compose;
  if (compose.kind === 'report' || compose.kind === 'appeal')
    return said.text === undefined ? compose : { ...compose, text: said.text };
  const text = said.text ?? compose.text;
  if (compose.kind === 'reply' || said.title === undefined) return { ...compose, text };
  return { ...compose, text, title: said.title };
}
