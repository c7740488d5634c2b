import type { Person } from '../lib/person.ts';

export interface Prepared {
  readonly file: Buffer;
  readonly hash: string;
  readonly width: number;
  readonly height: number;
}
/** What the page puts into its window. */
export interface Parts {
  preparePicture(file: Blob, covers?: unknown): Promise<{ file: Uint8Array; hash: Uint8Array } & Size>;
  readonly signed: { pictures: (Size & { alt?: string })[]; files: Uint8Array[] };
}
interface Size {
  readonly width: number;
  readonly height: number;
}

/** A plain file as a browser makes it: red above, blue below, with text; or all of it transparent. */
export const draw = async (
  { page }: Person,
  type: string,
  width: number,
  height: number,
  what: 'painted' | 'clear' = 'painted',
): Promise<Buffer> =>
  Buffer.from(
    await page.evaluate(
      async ([kind, w, h, painted]) => {
        const canvas = new OffscreenCanvas(w, h);
        const context = canvas.getContext('2d');
        if (!context) throw new Error('no canvas');
        context.globalAlpha = painted ? 1 : 0;
        context.fillStyle = '#b33';
        context.fillRect(0, 0, w, h / 2);
        context.fillStyle = '#33b';
        context.fillRect(0, h / 2, w, h / 2);
        context.fillStyle = '#fff';
        context.font = `${h / 12}px sans-serif`;
        for (let i = 1; i < 12; i++) context.fillText(`${i} 年底奖金 staff 4711`, w / 20, (i * h) / 12);
        const bytes = await (await canvas.convertToBlob({ type: kind })).bytes();
        return bytes.toBase64();
      },
      [type, width, height, what === 'painted'] as const,
    ),
    'base64',
  );

/** Prepares a file on the page; the code of the fault where it is refused. */
export async function prepare(
  { page }: Person,
  file: Buffer,
  covers: unknown[] = [],
): Promise<Prepared | string> {
  const made = await page.evaluate(
    async ([bytes, black]) => {
      const { preparePicture } = window as unknown as Parts;
      try {
        const made = await preparePicture(new Blob([Uint8Array.fromBase64(bytes)]), black);
        return { ...made, file: made.file.toBase64(), hash: made.hash.toHex() };
      } catch (error) {
        return (error as { code: string }).code;
      }
    },
    [file.toString('base64'), covers] as const,
  );
  return typeof made === 'string' ? made : { ...made, file: Buffer.from(made.file, 'base64') };
}

export async function prepared(who: Person, file: Buffer, covers?: unknown[]): Promise<Prepared> {
  const made = await prepare(who, file, covers);
  if (typeof made === 'string') throw new Error(`refused: ${made}`);
  return made;
}

/** Colour at a place of a picture, as the browser decodes it. */
export const colourAt = ({ page }: Person, file: Buffer, x: number, y: number): Promise<number[]> =>
  page.evaluate(
    async ([bytes, left, top]) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.fromBase64(bytes)]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return [...(context?.getImageData(left, top, 1, 1).data.slice(0, 3) ?? [])];
    },
    [file.toString('base64'), x, y] as const,
  );
