import type { Draft, DraftScope, Drafts } from '@teahouse/client';
import { isSealedDevice } from '../find/device/kept.ts';

/**
 * What was typed in the moment before a page ended. Writing into the Store takes longer than some pages live then, so the
 * text is also put where writing is done at once, and taken away as soon as the Store has it. With a lock on nothing
 * is: it would lie there in clear.
 */
const key = 'teahouse.last-words';

interface LastWords {
  readonly scope: DraftScope;
  readonly title?: string | undefined;
  readonly text: string;
}

const isLastWords = (value: unknown): value is LastWords =>
  typeof value === 'object' &&
  value !== null &&
  'scope' in value &&
  typeof value.scope === 'string' &&
  'text' in value &&
  typeof value.text === 'string' &&
  (!('title' in value) || typeof value.title === 'string');

function read(): LastWords | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isLastWords(value) ? value : null;
  } catch {
    return null;
  }
}

/** Keeps the words of a draft (not its pictures, nor its poll) until `dropLastWords`. */
export function keepLastWords(scope: DraftScope, { title, text }: Draft): void {
  if (isSealedDevice()) return;
  try {
    localStorage.setItem(key, JSON.stringify({ scope, title, text }));
  } catch {
    // Full: the Store may still be in time.
  }
}

/** The Store has what was written for this place. */
export function dropLastWords(scope: DraftScope): void {
  if (read()?.scope === scope) localStorage.removeItem(key);
}

/** Puts words that came too late into the Store, before any draft is read out of it. */
export async function takeLastWords(drafts: Pick<Drafts, 'get' | 'set'>): Promise<void> {
  const last = read();
  if (!last) return;
  const { scope, text, title } = last;
  await drafts.set(scope, { ...(await drafts.get(scope)), text, ...(title === undefined ? {} : { title }) });
  dropLastWords(scope);
}
