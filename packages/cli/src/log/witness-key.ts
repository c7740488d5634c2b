import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { cosigner, encodeVerifier, LogError, type NoteSigner } from '@teahouse/protocol/log';
import { UnreadableError } from './source.ts';

/** The key of a witness. */
export interface WitnessKey {
  /** What an operator puts into TEAHOUSE_WITNESSES. */
  readonly verifier: string;
  /** Cosigns at `time`, POSIX seconds. */
  at(time: number): NoteSigner;
}

/** `PRIVATE+KEY+<name>+<base64 of 32 bytes>` and a newline. */
const FORM = /^PRIVATE\+KEY\+([^+\s]+)\+([A-Za-z0-9+/]{43}=)\n?$/;

/**
 * Reads the key in `file`; makes one there, of this name, when the file isn't there. The file is the operator's of the
 * witness alone (0600). Throws UnreadableError.
 */
export function openWitnessKey(file: string, name: string | undefined): WitnessKey {
  const text = readOrMake(file, name);
  const [, own, encoded] = FORM.exec(text) ?? [];
  if (!own || !encoded)
    throw new UnreadableError(`${file} holds no key of a witness: nothing is changed in it`);
  if (name !== undefined && name !== own) {
    throw new UnreadableError(`The key in ${file} is of ${own}, not of ${name}`);
  }
  const key = new Uint8Array(Buffer.from(encoded, 'base64'));
  return { verifier: encodeVerifier(signer(own, key, 0).verifier), at: (time) => signer(own, key, time) };
}

function signer(name: string, key: Uint8Array, time: number): NoteSigner {
  try {
    return cosigner(name, key, time);
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    throw new UnreadableError(`"${name}" can't name a witness: one word without + is needed`);
  }
}

function readOrMake(file: string, name: string | undefined): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw new UnreadableError(`${file} can't be read: ${message}`);
  }
  if (name === undefined)
    throw new UnreadableError(`${file} is not there: with --name NAME a new key is made`);
  const key = new Uint8Array(randomBytes(32));
  signer(name, key, 0); // before anything is written: the name must be one
  const text = `PRIVATE+KEY+${name}+${Buffer.from(key).toString('base64')}\n`;
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return text;
}
