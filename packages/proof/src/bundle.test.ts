import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('is fit for a page without a network: no zod, no mcl, nothing of Node, no I/O', async () => {
  const { metafile, outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./index.ts', import.meta.url))],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.length).toBeGreaterThan(20);
  expect(
    inputs.filter((file) =>
      /node_modules\/(zod|mcl-wasm)\/|packages\/(?!proof|protocol|contract)/.test(file),
    ),
  ).toEqual([]);
  expect(outputFiles[0]!.text).not.toMatch(/\b(fetch|XMLHttpRequest|WebSocket|import)\s*\(/);
});
