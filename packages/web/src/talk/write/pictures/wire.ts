import type { Cover } from './cover.ts';
import type { PictureFaultCode } from './fault.ts';

/** A file that is ready to be signed and sent: what crosses from the worker, and what drafts keep. */
export interface EncodedPicture {
  /** WebP in the simple lossy form. */
  readonly file: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the file. */
  readonly hash: Uint8Array<ArrayBuffer>;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

export interface PrepareCall {
  readonly id: number;
  readonly file: Blob;
  readonly covers: readonly Cover[];
}
export type PrepareReply =
  /** `part` from 0 to 1. */
  | { readonly id: number; readonly kind: 'progress'; readonly part: number }
  | { readonly id: number; readonly kind: 'done'; readonly picture: EncodedPicture }
  | { readonly id: number; readonly kind: 'failed'; readonly code: PictureFaultCode };
