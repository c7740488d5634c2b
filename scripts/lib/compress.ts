import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib';
import { filesBelow } from './hash.ts';

const WORTH = /\.(?:js|mjs|css|html|svg|json|webmanifest|wasm|txt|ico)$/;

/** Puts `.br` and `.gz` beside every file of `folder` that gains by it, so that nothing is compressed while serving. */
export function compressAll(folder: string): void {
  for (const file of filesBelow(folder)) {
    if (!WORTH.test(file)) continue;
    const bytes = readFileSync(file);
    if (bytes.length < 1024) continue;
    const params = { [zlib.BROTLI_PARAM_QUALITY]: 10, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
