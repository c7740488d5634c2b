import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWebManifest } from './web-manifest.ts';

describe('the manifest of the web app', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tea-web-'));
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(path.join(folder, 'index.html'), 'abc');
    writeFileSync(path.join(folder, 'assets/b.js'), 'b');
    writeFileSync(path.join(folder, 'assets/a.js'), 'a');
    writeFileSync(path.join(folder, 'assets/a.js.br'), 'smaller');
    writeFileSync(path.join(folder, 'assets/a.js.gz'), 'smaller');
    writeFileSync(path.join(folder, 'assets/a.js.map'), 'map');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const manifest = () => readFileSync(path.join(folder, 'web-manifest.json'), 'utf8');

  it('lists each file that is served once, in order, with its SHA-256', () => {
    writeWebManifest(folder);
    const files = JSON.parse(manifest());
    expect(Object.keys(files)).toEqual(['/assets/a.js', '/assets/b.js', '/index.html']);
    // SHA-256 of "abc", FIPS 180-2.
    expect(files['/index.html']).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('is the same when it is made again, and another when a byte is another', () => {
    writeWebManifest(folder);
    const first = manifest();
    writeWebManifest(folder);
    expect(manifest()).toBe(first);
    writeFileSync(path.join(folder, 'assets/a.js'), 'A');
    writeWebManifest(folder);
    expect(manifest()).not.toBe(first);
  });
});
