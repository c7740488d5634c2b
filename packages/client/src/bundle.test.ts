import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('is fit for a browser: no zod, no mcl, nothing of Node, and neither server', async () => {
  const { metafile } = await build({
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
    inputs.filter((file) => /node_modules\/(zod|mcl-wasm)\/|packages\/(members|talk|kit)\//.test(file)),
  ).toEqual([]);
});
