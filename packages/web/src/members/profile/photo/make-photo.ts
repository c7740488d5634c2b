import { ApiError } from '@teahouse/client/errors';
import { membersLimits } from '@teahouse/contract/members/limits';
import { base64url } from '../../base64url.ts';
import type { Cut } from './crop.ts';

const { photoSide } = membersLimits.profile;

/** Opens a file as a picture, upright. Throws ApiError `picture-invalid`. */
export async function openPicture(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (cause) {
    throw new ApiError('picture-invalid', { cause });
  }
}

/** Draws the cut over the whole of a canvas. */
export function drawCut(canvas: HTMLCanvasElement, picture: ImageBitmap, { x, y, side }: Cut): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, x - side / 2, y - side / 2, side, side, 0, 0, canvas.width, canvas.height);
}

/**
 * The photo as it is sent, in base64url: pixels drawn anew, so that nothing else of the file leaves the device. JPEG, which
 * every browser writes; the server makes WebP of it. Throws ApiError `picture-invalid`.
 */
export async function photoOf(picture: ImageBitmap, cut: Cut): Promise<string> {
  const canvas = document.createElement('canvas');
  canvas.width = photoSide;
  canvas.height = photoSide;
  drawCut(canvas, picture, cut);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.92));
  if (!blob) throw new ApiError('picture-invalid', {});
  return base64url(new Uint8Array(await blob.arrayBuffer()));
}
