import { type EyeVerdict, eyeVerdicts, type SeenPicture } from '@teahouse/eye';
import type { TalkContext } from '../context.ts';
import { refuse, tryLater } from '../errors.ts';
import { type PictureRow, readShownOf } from '../pictures/store.ts';
import type { FirstLook } from './look.ts';
import type { Place } from './settle.ts';

const grave = (verdict: EyeVerdict): number => eyeVerdicts.indexOf(verdict);
const graver = (a: SeenPicture, b: SeenPicture): number =>
  grave(b.verdict) - grave(a.verdict) || b.priority - a.priority;

/**
 * Looks at the pictures of a post, and says of words and pictures what the strictest says of any (safety.md). What could not
 * be looked at is held. Throws `look-known-picture`, `look-malware` where one is refused.
 */
export async function lookAtPictures(
  { eye }: Pick<TalkContext, 'eye'>,
  pictures: readonly Pick<PictureRow, 'signed' | 'shown'>[],
  words: FirstLook,
): Promise<FirstLook> {
  const seen = await Promise.all(pictures.map(({ signed, shown }) => eye.lookAtPicture({ signed, shown })));
  const [gravest] = seen.sort(graver);
  if (!gravest) return words;
  const { verdict } = gravest;
  if (verdict === 'block')
    throw refuse(gravest.reasons[0]?.kind === 'malware' ? 'look-malware' : 'look-known-picture');
  const inPictures = seen.flatMap(({ reasons }) => reasons);
  const isWorse = grave(verdict) > grave(words.verdict);
  return {
    verdict: isWorse ? verdict : words.verdict,
    reasons: isWorse ? [...inPictures, ...words.reasons] : [...words.reasons, ...inPictures],
    priority: Math.max(words.priority, gravest.priority),
    fingerprint: words.fingerprint,
  };
}

/**
 * All forms of a post's pictures, for a ban; of a picture of hardly any detail there are none, and its file alone is banned.
 * Before a transaction, not in one: a second for the first picture after a rest. Throws `busy`.
 */
export async function formsOfPost(
  { pool, objects, eye }: Pick<TalkContext, 'pool' | 'objects' | 'eye'>,
  { room, post }: Place,
): Promise<Uint8Array[]> {
  const forms: Uint8Array[] = [];
  for (const shown of await readShownOf({ pool, objects }, room, post)) {
    const found = await eye.formsOf(shown);
    if (!found) throw tryLater('busy');
    forms.push(...found);
  }
  return forms;
}
