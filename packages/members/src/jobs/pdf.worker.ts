import { parentPort, workerData } from 'node:worker_threads';
import {
  EncryptedPDFError,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFStream,
} from '@cantoo/pdf-lib';

export interface PdfTask {
  readonly purpose: 'teahouse-pdf';
  readonly file: Uint8Array;
  /** Pages at most. */
  readonly pages: number;
}
export type PdfVerdict = 'fine' | 'file-invalid' | 'file-locked' | 'file-active' | 'file-pages';

const task = workerData as PdfTask;
if (!parentPort || task?.purpose !== 'teahouse-pdf')
  throw new Error('pdf.worker runs as a worker thread only');

/** Keys and action types (ISO 32000-2, 12.6) with which a file does more than show pages, or carries others along. */
const active = new Set(
  [
    ...['/JS', '/JavaScript', '/Launch', '/SubmitForm', '/ImportData', '/GoToE', '/Rendition', '/RichMedia'],
    ...['/EmbeddedFile', '/EmbeddedFiles', '/XFA', '/Movie', '/Sound', '/AA'],
  ].map((name) => PDFName.of(name.slice(1))),
);

/** Deeper than any real file nests what stands in no object of its own. */
const deepest = 60;

function isActive(value: unknown, depth = 0): boolean {
  if (depth > deepest) return true;
  if (value instanceof PDFName) return active.has(value);
  if (value instanceof PDFStream) return isActive(value.dict, depth + 1);
  if (value instanceof PDFArray) return value.asArray().some((one) => isActive(one, depth + 1));
  if (value instanceof PDFDict)
    return value.entries().some(([key, one]) => active.has(key) || isActive(one, depth + 1));
  return false;
}

/** Every object of the file is looked at, also those in streams of objects and those that nothing points to. */
async function judge({ file, pages: most }: PdfTask): Promise<PdfVerdict> {
  try {
    const pdf = await PDFDocument.load(file, {
      ...{ updateMetadata: false, throwOnInvalidObject: true, parseSpeed: ParseSpeeds.Fastest },
    });
    if (pdf.isEncrypted) return 'file-locked';
    const pages = pdf.getPageCount();
    if (pages === 0) return 'file-invalid';
    if (pages > most) return 'file-pages';
    const objects = pdf.context.enumerateIndirectObjects();
    return objects.some(([, object]) => isActive(object)) ? 'file-active' : 'fine';
  } catch {
    return (await isLocked(file)) ? 'file-locked' : 'file-invalid';
  }
}

/** What is encrypted looks invalid to who reads strictly. */
async function isLocked(file: Uint8Array): Promise<boolean> {
  try {
    await PDFDocument.load(file, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
    return false;
  } catch (error) {
    return error instanceof EncryptedPDFError;
  }
}

parentPort.postMessage(await judge(task));
