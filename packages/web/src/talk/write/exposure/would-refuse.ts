import { look } from '@teahouse/look/look';
import { refusalOf, wordsOfPost } from '@teahouse/look/refusal';
import type { WouldRefuse } from './wire.ts';

/** What talk's first look would say (safety.md): the same rules. A token that goes along with a refused post is used up. */
export function wouldRefuse(texts: readonly string[]): WouldRefuse | null {
  const text = wordsOfPost(texts.filter((words) => words !== ''));
  const { verdict, reasons } = look(text);
  const [first] = reasons;
  if (verdict !== 'block' || !first) return null;
  return { refusal: refusalOf(reasons), words: text.slice(first.start, first.end) };
}
