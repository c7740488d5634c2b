import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { lockFile } from '@teahouse/kit/lock-file';
import { type PlaneName, planeFolders, type Settings } from '../config.ts';
import { atDatabase } from '../operator-database.ts';
import { OperatorError } from '../operator-error.ts';
import { type BackupFiles, backupFiles } from './files.ts';
import { filesOfLog } from './log-copy.ts';
import { LOG, MANIFEST, type Manifest, secretFile } from './manifest.ts';
import { noteBackup } from './note.ts';
import { sealedFilesOf } from './places.ts';
import { filesBelow, secretsOf } from './secrets.ts';
import { snapshot } from './snapshot.ts';

export interface BackupOptions {
  /** The folder that gets one folder a plane, with one folder a backup. */
  readonly to: string;
  /** Of age; without any nothing is encrypted. */
  readonly recipients: readonly string[];
  /** How many backups of the plane stay, the newest; all where it is undefined. */
  readonly keep: number | undefined;
}

export interface Made {
  readonly folder: string;
  readonly manifest: Manifest;
  /** SHA-256 (hex) of the list: whoever keeps it elsewhere finds any change of the whole. */
  readonly hash: string;
}

const PART = '.part-';

/**
 * Backs up one plane, also beside a running house. The database comes first and the log after it: a log that is newer than its
 * database is made up for on the next start, an older one is refused (docs/log.md). Throws OperatorError.
 */
export async function backUp(settings: Settings, plane: PlaneName, options: BackupOptions): Promise<Made> {
  const shelf = path.join(path.resolve(options.to), plane);
  mkdirSync(shelf, { recursive: true, mode: 0o700 });
  const release = lockFile(path.join(shelf, '.lock'));
  if (!release) throw new OperatorError(`Another backup is being written to ${shelf}.`);
  try {
    for (const name of readdirSync(shelf)) {
      if (name.startsWith(PART)) rmSync(path.join(shelf, name), { recursive: true }); // of one that was cut short
    }
    const draft = mkdtempSync(path.join(shelf, PART));
    const day = new Date().toISOString().slice(0, 10);
    const written = await write(settings, plane, draft, day, options.recipients);
    const folder = freeName(shelf, day);
    renameSync(draft, folder);
    for (const old of olderOnes(shelf, options.keep)) rmSync(path.join(shelf, old), { recursive: true });
    noteBackup(settings, plane, folder);
    return { folder, ...written };
  } finally {
    release();
  }
}

async function write(
  settings: Settings,
  plane: PlaneName,
  folder: string,
  day: string,
  recipients: readonly string[],
): Promise<Omit<Made, 'folder'>> {
  const sealed = recipients.length > 0;
  const files = backupFiles(folder, recipients);
  const database = await atDatabase(settings, plane, (url) => snapshot(url, files, { sealed }));
  const folders = planeFolders(settings, plane);
  for (const { name, bytes } of secretsOf(folders.secrets)) {
    await files.add(secretFile({ sealed }, name), bytes, { gzip: false, seal: true });
  }
  for (const { from, to } of sealedFilesOf(settings, plane)) {
    for (const { name, bytes } of secretsOf(from)) {
      await files.add(secretFile({ sealed }, `${to}/${name}`), bytes, { gzip: false, seal: true });
    }
  }
  const logSize = await addLog(folders.publicLog, files);
  const manifest: Manifest = { format: 1, plane, day, sealed, ...database, logSize, files: files.hashes() };
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  await files.add(MANIFEST, bytes, { gzip: false, seal: false });
  return { manifest, hash: createHash('sha256').update(bytes).digest('hex') };
}

async function addLog(from: string, files: BackupFiles): Promise<number | null> {
  let size: number | null = null;
  for await (const { path: name, bytes } of filesOfLog(from)) {
    await files.add(`${LOG}/${name}`, bytes, { gzip: false, seal: false });
    if (name === 'checkpoint') size = Number(Buffer.from(bytes).toString().split('\n')[1]);
  }
  return size;
}

/** `2026-11-23`, then `2026-11-23.2` and so on: nothing finer than the day tells when it was made. */
function freeName(shelf: string, day: string): string {
  for (let n = 1; ; n += 1) {
    const folder = path.join(shelf, n === 1 ? day : `${day}.${n}`);
    if (!existsSync(folder)) return folder;
  }
}

/** Backups of a plane, the oldest first. */
export function backupsIn(shelf: string): string[] {
  const named = (existsSync(shelf) ? readdirSync(shelf) : []).map((name) => ({
    name,
    read: /^(\d{4}-\d\d-\d\d)(?:\.(\d+))?$/.exec(name),
  }));
  const order = (read: RegExpExecArray | null) => `${read?.[1]}.${(read?.[2] ?? '1').padStart(6, '0')}`;
  return named
    .filter(({ read }) => read !== null)
    .sort((a, b) => (order(a.read) < order(b.read) ? -1 : 1))
    .map(({ name }) => name);
}

const olderOnes = (shelf: string, keep: number | undefined): string[] =>
  keep === undefined ? [] : backupsIn(shelf).slice(0, -keep);

/** Whether anything lies in a folder. */
export const isEmptyFolder = (folder: string): boolean => filesBelow(folder).length === 0;
