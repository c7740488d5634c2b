import { membersLimits } from '@teahouse/contract/members';
import { fail } from '../errors.ts';
import { oneByOne } from '../one-by-one.ts';
import type { PdfTask, PdfVerdict } from './pdf.worker.ts';

const limits = { waiting: 8, patience: 10_000, heap: 192 } as const;

export type CheckPdf = (file: Uint8Array) => Promise<void>;

/** `%PDF-` stands at the very beginning: readers that look for it further on are how one file is two (ISO 32000-2, 7.5.2). */
const isPdf = (file: Uint8Array): boolean =>
  /^%PDF-[12]\.\d/.test(Buffer.from(file.subarray(0, 8)).toString('latin1'));

/**
 * Looks at PDFs (one-by-one.ts). The promise rejects with `file-invalid`, `file-locked`, `file-active`, `file-pages`, and with
 * `busy`.
 */
export function createCheckPdf(): CheckPdf {
  const judge = oneByOne<PdfTask, PdfVerdict>(new URL('./pdf.worker.ts', import.meta.url), limits);
  const pages = membersLimits.applicationFilePages;
  return async (file) => {
    if (!isPdf(file)) throw fail('file-invalid');
    const verdict = await judge({ purpose: 'teahouse-pdf', file, pages });
    if (verdict !== 'fine') throw fail(verdict);
  };
}
