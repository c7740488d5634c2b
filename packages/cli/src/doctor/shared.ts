import { spawnSync } from 'node:child_process';
import { linkSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lockFile } from '@teahouse/kit/lock-file';
import { nearest } from './disks.ts';
import { bad, type Finding, good } from './finding.ts';

/** Tries to take a lock as kit's `lockFile` does, in a process of its own: 0 taken, 5 refused. */
const TAKE = `
const { DatabaseSync } = require('node:sqlite');
try { new DatabaseSync(process.argv[1]).exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE'); }
catch (error) { process.exit(error.errcode === 5 ? 5 : 1); }`;

export interface Sharing {
  /** A second process was refused the lock. */
  readonly locks: boolean;
  /** A name that is there can't be given a second time. */
  readonly links: boolean;
}

/** Tries whether locks and hard links hold in a folder, as several processes over one log and one set of secrets need it. */
export function trySharing(folder: string): Sharing {
  const place = mkdtempSync(path.join(nearest(folder), '.doctor-'));
  try {
    const lock = path.join(place, 'lock');
    const release = lockFile(lock);
    const { status } = spawnSync(process.execPath, ['--no-warnings', '-e', TAKE, lock], { stdio: 'ignore' });
    release?.();
    return { locks: release !== undefined && status === 5, links: refusesTwice(place) };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function refusesTwice(place: string): boolean {
  const [one, other] = ['one', 'other'].map((name) => path.join(place, name)) as [string, string];
  writeFileSync(one, '');
  try {
    linkSync(one, other);
  } catch {
    return false; // no hard links at all
  }
  try {
    linkSync(one, other);
    return false;
  } catch {
    return true;
  }
}

/** What that says. */
export function sharingFinding(folder: string, { locks, links }: Sharing): Finding {
  if (locks && links) return good(`processes that share ${folder} keep out of each other's way`);
  const missing = [...(locks ? [] : ['locks']), ...(links ? [] : ['hard links'])].join(' and ');
  return bad(`${missing} do not hold in ${folder}: use a local disk, NFSv4 or CephFS`);
}
