import { ApiError } from '@teahouse/client/errors';
import type { Picture } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { membersApi } from '../api.ts';
import { base64url } from '../base64url.ts';

/**
 * Sends a picture, made small before: pixels drawn anew, so that nothing else of the file leaves the device. Throws
 * ApiError, as `picture-invalid` for what is none.
 */
export async function sendPicture(file: Blob): Promise<Picture> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch((cause: unknown) => {
    throw new ApiError('picture-invalid', { cause });
  });
  const scale = Math.min(1, membersLimits.pictureSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new ApiError('picture-invalid', {});
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
  if (!blob) throw new ApiError('picture-invalid', {});
  return membersApi.addPicture({ body: { file: base64url(new Uint8Array(await blob.arrayBuffer())) } });
}
