import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Closers } from './closers.ts';
import type { Part, Settings } from './config.ts';

const Note = z.object({ pid: z.int(), origin: z.string().optional(), local: z.string().optional() });
export type Note = z.output<typeof Note>;

const noteFile = (settings: Settings, part: Part) =>
  path.join(settings.data, part === 'house' ? 'running.json' : `running-${part}.json`);

/** Leaves a note in the data folder of who runs over it, and takes it away at the end. */
export async function keepNote(
  settings: Settings,
  rest: Omit<Note, 'pid'>,
  kept: Closers['kept'],
  part: Part = 'house',
): Promise<void> {
  const file = noteFile(settings, part);
  mkdirSync(settings.data, { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify({ pid: process.pid, ...rest }));
  await kept(file, (note) => rmSync(note, { force: true }));
}

/** The note of a part that runs; undefined where none does. */
export function readNote(settings: Settings, part: Part): Note | undefined {
  try {
    const note = Note.parse(JSON.parse(readFileSync(noteFile(settings, part), 'utf8')));
    process.kill(note.pid, 0); // throws where there is no such process
    return note;
  } catch {
    return undefined;
  }
}
