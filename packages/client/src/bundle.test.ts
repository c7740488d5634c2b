import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** Files of a bundle for the browser: those of its first script, and those that come later. */
async function bundled(entry: string) {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    splitting: true,
    write: false,
    outdir: 'nowhere',
    metafile: true,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
  });
  const outputs = Object.values(metafile.outputs);
  const first = outputs.find(({ entryPoint }) => entryPoint?.endsWith(entry.slice(1)));
  const needed = new Set(Object.keys(first?.inputs ?? {}));
  const follow = (imports: (typeof outputs)[number]['imports'] = []): void => {
    for (const { path, kind } of imports) {
      if (kind !== 'import-statement') continue;
      for (const file of Object.keys(metafile.outputs[path]?.inputs ?? {})) needed.add(file);
      follow(metafile.outputs[path]?.imports);
    }
  };
  follow(first?.imports);
  return { all: Object.keys(metafile.inputs), first: [...needed] };
}

describe('the client', () => {
  it('is fit for a browser: no zod, no mcl, nothing of Node, and neither server', async () => {
    const { all } = await bundled('./index.ts');
    expect(all.length).toBeGreaterThan(20);
    expect(
      all.filter((file) => /node_modules\/(zod|mcl-wasm)\/|packages\/(members|talk|kit)\//.test(file)),
    ).toEqual([]);
  });

  it('loads what judges proofs only when a proof is asked for', async () => {
    const { all, first } = await bundled('./index.ts');
    const judges = (file: string) => /packages\/proof\/src\/verify|bbs\/backend-noble/.test(file);
    expect(all.filter(judges).length).toBeGreaterThan(0);
    expect(first.filter(judges)).toEqual([]);
  });

  it('brings no log to the pages that only read', async () => {
    for (const entry of [
      './errors.ts',
      './call.ts',
      './talk/live.ts',
      './talk/present.ts',
      './desk-call.ts',
    ]) {
      const { all } = await bundled(entry);
      expect(all.filter((file) => /\/log\/|\/record\/|packages\/proof\//.test(file))).toEqual([]);
    }
  });
});
