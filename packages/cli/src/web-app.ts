import { readFileSync } from 'node:fs';
import path from 'node:path';
import { webHash } from '@teahouse/protocol/record';

/** What talk logs of the app that the front serves. */
export interface WebApp {
  /** `webHash` in base64url. */
  readonly hash: string;
  readonly files: number;
}

/** Where the build lists the files of the app, and where the front serves that list. */
export const WEB_MANIFEST = 'web-manifest.json';

/** Path as a browser asks for it → SHA-256 in hexadecimal; undefined where a text is no such list. */
export function parseWebManifest(text: string): ReadonlyMap<string, string> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const files = new Map<string, string>();
  for (const [file, hash] of Object.entries(value)) {
    if (!/^\/[^\\?#]+$/.test(file) || typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash))
      return undefined;
    files.set(file, hash);
  }
  return files;
}

/** What stands in the log of these files. */
export function webAppOf(files: ReadonlyMap<string, string>): WebApp {
  const list = [...files].map(([file, hash]) => ({
    path: file,
    hash: Uint8Array.from(Buffer.from(hash, 'hex')),
  }));
  return { hash: Buffer.from(webHash(list)).toString('base64url'), files: files.size };
}

/** The app that the build left in `folder`; undefined where there is none, or one of before there were manifests. */
export function readWebApp(folder: string): WebApp | undefined {
  try {
    const files = parseWebManifest(readFileSync(path.join(folder, WEB_MANIFEST), 'utf8'));
    return files && webAppOf(files);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
