import path from 'node:path';
import { parseCheckpoint, textOfNote } from '@teahouse/protocol/log';
import type { Fault } from './faults.ts';
import { writeDurably } from './state.ts';

/** Two histories under one key, or a history that went back: nothing that may pass with a line on a screen. */
export const isGrave = ({ code }: Fault): boolean =>
  code === 'forked' || code === 'rolled-back' || code === 'log-key-changed';

/**
 * Saves both signed notes of a fork or rollback in `folder`: each alone is an ordinary checkpoint, the two together show
 * what the log did, to anybody who has its key. Returns the file, or undefined for a fault without notes.
 */
export function saveEvidence(fault: Fault, folder: string, found: Date): string | undefined {
  const { code, place, message, evidence } = fault;
  if (!evidence) return undefined;
  const sizes = [evidence.remembered, evidence.shown].map(sizeOf);
  const name = `${code}-${place.replace(/[^\w.-]+/g, '_')}-${sizes.join('-')}.json`;
  const file = path.join(folder, name);
  const value = {
    format: 'teahouse-log-evidence-1',
    code,
    place,
    message,
    found: found.toISOString(),
    ...evidence,
  };
  writeDurably(file, `${JSON.stringify(value, null, 1)}\n`);
  return file;
}

function sizeOf(note: string): string {
  try {
    return String(parseCheckpoint(textOfNote(note)).size);
  } catch {
    return 'unreadable';
  }
}
