import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Something that was found: which string, in which file. */
export interface Finding {
  readonly mark: string;
  readonly file: string;
}

/** Every file below a folder, without sockets and links. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, String(name)))
    .filter((name) => lstatSync(name).isFile());
}

/** Looks for bytes in files, whole. Names are relative to `root`. */
export function search(
  root: string,
  files: readonly string[],
  wanted: ReadonlyMap<string, readonly Buffer[]>,
): Finding[] {
  return files.flatMap((file) => {
    const bytes = readFileSync(file);
    return [...wanted]
      .filter(([, forms]) => forms.some((form) => bytes.includes(form)))
      .map(([mark]) => ({ mark, file: path.relative(root, file) }));
  });
}

/** A string as it could stand on a disk: itself, in capitals or not, and percent-encoded. */
export const formsOf = (text: string): Buffer[] =>
  [...new Set([text, text.toLowerCase(), encodeURIComponent(text)])].map((form) => Buffer.from(form, 'utf8'));

/** Bytes as they could stand on a disk: raw, hex, base64url and base64. */
export const formsOfBytes = (bytes: Buffer): Buffer[] => [
  bytes,
  ...[bytes.toString('hex'), bytes.toString('base64url'), bytes.toString('base64').replaceAll('=', '')].map(
    (form) => Buffer.from(form),
  ),
];
