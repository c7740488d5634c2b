import type { Card } from '@teahouse/contract/talk';
import { aliasOf, maskSvg } from '@teahouse/protocol';
import { bytesOf } from '../wire.ts';
import type { Drawing } from './drawing.ts';
import { houseWords } from './words.ts';

/** A card's words with everything around them. `address` is where the house is found. */
export function drawingOf(card: Card, address: string): Drawing {
  const { house, motto, among, replyIn } = houseWords[card.lang];
  const around = { lang: card.lang, house, motto, address };
  if (!card.speaker) return { ...around, above: null, title: card.title, text: card.text, speaker: null };
  const { name, label, verified, n, pseudonym } = card.speaker;
  const speaker = {
    ...{ name, label, verified },
    among: n === null ? null : among(n),
    mask: maskSvg(aliasOf(bytesOf(pseudonym)).mask),
  };
  if (!card.reply) return { ...around, above: null, title: card.title, text: card.text, speaker };
  const above = card.title === null ? null : replyIn(card.title);
  return { ...around, above, title: null, text: card.text, speaker };
}
