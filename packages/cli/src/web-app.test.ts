import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseWebManifest, readWebApp } from './web-app.ts';

const hash = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

describe('the web app as talk logs it', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tea-web-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const list = (files: object) =>
    writeFileSync(path.join(folder, 'web-manifest.json'), JSON.stringify(files));

  it('has one hash over all files, whatever their order in the list', () => {
    list({ '/index.html': hash, '/sw.js': hash });
    const app = readWebApp(folder);
    expect(app).toMatchObject({ files: 2, hash: expect.stringMatching(/^[\w-]{43}$/) });
    list({ '/sw.js': hash, '/index.html': hash });
    expect(readWebApp(folder)).toEqual(app);
    list({ '/sw.js': hash, '/other.html': hash });
    expect(readWebApp(folder)?.hash).not.toBe(app?.hash);
  });

  it('is not there where nothing was built', () => expect(readWebApp(folder)).toBeUndefined());

  it.each(['[]', 'null', '{', '{"/a":"AB"}', '{"a":"00"}', `{"//evil.example/?":"${hash}"}`, '{"/a":7}'])(
    'does not take %s for a list of files',
    (text) => expect(parseWebManifest(text)).toBeUndefined(),
  );
});
