import { Worker } from 'node:worker_threads';
import { membersLimits } from '@teahouse/contract/members';
import { fail } from '../errors.ts';
import type { PdfTask, PdfVerdict } from './pdf.worker.ts';

/** How many may wait while one is looked at. */
const mostWaiting = 8;
/** Milliseconds after which a worker is ended. */
const patience = 10_000;
/** A worker's own heap in MB. */
const heap = 192;

export type CheckPdf = (file: Uint8Array) => Promise<void>;

/** `%PDF-` stands at the very beginning: readers that look for it further on are how one file is two (ISO 32000-2, 7.5.2). */
const isPdf = (file: Uint8Array): boolean =>
  /^%PDF-[12]\.\d/.test(Buffer.from(file.subarray(0, 8)).toString('latin1'));

/**
 * Looks at PDFs in a thread of their own, one after the other: what breaks a parser, or fills its memory, breaks a worker.
 * The promise rejects with `file-invalid`, `file-locked`, `file-active`, `file-pages`; with `busy` when too many wait or it took too long.
 */
export function createCheckPdf(): CheckPdf {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (file) => {
    if (!isPdf(file)) throw fail('file-invalid');
    if (waiting >= mostWaiting) throw fail('busy', { headers: { 'retry-after': '10' } });
    waiting += 1;
    const judged = last.then(() => runWorker(file));
    last = judged.catch(() => {}).finally(() => (waiting -= 1));
    const verdict = await judged;
    if (verdict === 'failed') throw fail('busy', { headers: { 'retry-after': '10' } });
    if (verdict !== 'fine') throw fail(verdict);
  };
}

async function runWorker(file: Uint8Array): Promise<PdfVerdict | 'failed'> {
  const worker = new Worker(new URL('./pdf.worker.ts', import.meta.url), {
    workerData: {
      purpose: 'teahouse-pdf',
      file,
      pages: membersLimits.applicationFilePages,
    } satisfies PdfTask,
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
  const timer = setTimeout(() => void worker.terminate(), patience).unref();
  try {
    return await new Promise<PdfVerdict | 'failed'>((resolve) => {
      worker.once('message', resolve);
      worker.once('error', () => resolve('failed'));
      worker.once('exit', () => resolve('failed'));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
