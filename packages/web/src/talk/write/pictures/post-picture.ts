import { pictureLimits } from './limits.ts';
import type { EncodedPicture } from './wire.ts';

/** A picture of a post that is being written. Plain bytes and text: the store keeps it as it is. */
export interface PostPicture extends EncodedPicture {
  /** For people who cannot see it; may be empty. */
  readonly alt: string;
}

/** Tells pictures apart: by what they are, as the order changes. */
export const keyOf = ({ hash }: EncodedPicture): string =>
  Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Controls and what changes the direction of a line: the protocol refuses them, and nobody types them. */
const refused = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;
const invisible = /[\p{White_Space}\p{Cf}\p{Variation_Selector}\u115F\u1160\u3164\uFFA0\u2800]/gu;

/** What may stand in the field for a description: one line, up to the limit in code points. */
export const altText = (typed: string): string =>
  [...typed.replace(/\s+/g, ' ').replace(refused, '')].slice(0, pictureLimits.altCharacters).join('');

/** What an act's body says of its pictures, and the files that travel beside it, in the same order. */
export function signedForm(pictures: readonly PostPicture[]) {
  return {
    pictures: pictures.map(({ hash, width, height, alt }) => {
      const said = alt.trim().normalize('NFC');
      return { hash, width, height, ...(said.replace(invisible, '') === '' ? {} : { alt: said }) };
    }),
    files: pictures.map(({ file }) => file),
  };
}

/** The list with one entry at another place; places outside of it are its ends. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const entry = list[from];
  if (entry === undefined) return list;
  const rest = list.filter((_, i) => i !== from);
  return rest.toSpliced(Math.max(0, Math.min(rest.length, to)), 0, entry);
}
