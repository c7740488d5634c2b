import { parentPort, workerData } from 'node:worker_threads';
import sharp from 'sharp';
import type { Drawing } from '../drawing.ts';
import { cardSvg } from './svg.ts';

/** What crosses to the worker, and what comes back; `png` is absent where the drawing failed. */
export interface NumberedDrawing {
  readonly id: number;
  readonly drawing: Drawing;
}
export interface NumberedPicture {
  readonly id: number;
  readonly png: Uint8Array | undefined;
}

const port = parentPort;
if (!port || workerData !== 'teahouse-card') throw new Error('card.worker runs as a worker thread only');

sharp.cache(false); // every card is another picture
sharp.concurrency(1);

port.on('message', async ({ id, drawing }: NumberedDrawing) => {
  port.postMessage({ id, png: await paint(drawing) } satisfies NumberedPicture);
});

async function paint(drawing: Drawing): Promise<Uint8Array | undefined> {
  try {
    return await sharp(Buffer.from(cardSvg(drawing)))
      .png({ compressionLevel: 6 })
      .toBuffer();
  } catch {
    return undefined;
  }
}
