import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { UnreadableError } from './source.ts';

/** What is remembered of one log: its key, and the newest checkpoint that was found in order. */
const Remembered = z.strictObject({ key: z.string(), note: z.string() });
export type Remembered = z.infer<typeof Remembered>;

const StateFile = z.strictObject({
  format: z.literal('teahouse-log-state-1'),
  logs: z.record(z.string(), Remembered),
});

/** The memory of whoever watches logs. Without it a fork or a rollback can't be noticed. */
export interface State {
  get(place: string): Remembered | undefined;
  /** Resolves to nothing, when it is on disk. */
  set(place: string, remembered: Remembered): void;
}

/** Opens a state file, which need not be there yet; without a file the memory ends with the process. */
export function openState(file: string | undefined): State {
  const logs = new Map(file === undefined ? [] : readState(file));
  return {
    get: (place) => logs.get(place),
    set(place, remembered) {
      logs.set(place, remembered);
      if (file === undefined) return;
      const value = { format: 'teahouse-log-state-1', logs: Object.fromEntries(logs) };
      writeDurably(file, `${JSON.stringify(value, null, 1)}\n`);
    },
  };
}

function readState(file: string): [string, Remembered][] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new UnreadableError(`${file} can't be read: ${(error as Error).message}`);
  }
  try {
    return Object.entries(StateFile.parse(JSON.parse(text)).logs);
  } catch {
    throw new UnreadableError(`${file} is not a state file of this program: nothing is changed in it`);
  }
}

/** Replaces a file, or leaves the old one: a memory that was lost in a crash would let a fork pass. */
export function writeDurably(file: string, text: string, mode = 0o644): void {
  const draft = `${file}.draft`;
  const handle = openSync(draft, 'w', mode);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}
