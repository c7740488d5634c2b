import type { ComposePicture } from '@teahouse/client';
import { type PostPicture, signedForm } from './post-picture.ts';

/** The pictures of a draft as the outbox takes them; nothing where there are none. */
export function composedPictures(
  value: readonly PostPicture[] | undefined,
): { pictures: readonly ComposePicture[] } | object {
  if (!value?.length) return {};
  const { pictures, files } = signedForm(value);
  return { pictures: pictures.map((picture, i) => ({ ...picture, file: files[i] as Uint8Array })) };
}
