import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { PlaneName, Settings } from '../config.ts';

/** Where the last backup of each plane was written: for `teahouse doctor`. */
const Note = z.object({ members: z.string().optional(), talk: z.string().optional() });
type Note = z.output<typeof Note>;

/** Marks a backup that was restored for a test; beside its list, as it came after it. */
export const VERIFIED = 'verified.json';
const Verified = z.object({ day: z.iso.date() });

const fileOf = ({ data }: Pick<Settings, 'data'>) => path.join(data, 'backups.json');

function read<T>(file: string, schema: z.ZodType<T>): T | undefined {
  try {
    const found = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return found.success ? found.data : undefined;
  } catch {
    return undefined;
  }
}

/** The folder of each plane's last backup, as far as any was made. */
export const notedBackups = (settings: Pick<Settings, 'data'>): Note => read(fileOf(settings), Note) ?? {};

/** Notes where the newest backup of a plane lies. */
export function noteBackup(settings: Pick<Settings, 'data'>, plane: PlaneName, folder: string): void {
  const draft = `${fileOf(settings)}.draft`;
  writeFileSync(draft, JSON.stringify({ ...notedBackups(settings), [plane]: folder }), { mode: 0o600 });
  renameSync(draft, fileOf(settings));
}

/** The day on which a backup was restored for a test; undefined where it never was. */
export const verifiedOn = (folder: string): string | undefined =>
  read(path.join(folder, VERIFIED), Verified)?.day;

/** Notes that a backup was restored for a test today. */
export function noteVerified(folder: string): void {
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(path.join(folder, VERIFIED), JSON.stringify({ day }), { mode: 0o600 });
}
