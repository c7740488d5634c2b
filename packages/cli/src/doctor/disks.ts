import { existsSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { bad, type Finding, good, warning } from './finding.ts';

/** Bytes that must be free, and below which it is time to think of more. */
const NEEDED = 1_000_000_000;
const SCARCE = 5_000_000_000;

/** statfs(2): the file systems that matter here, by their number. */
const kinds: Readonly<Record<number, 'memory' | 'network' | 'layer'>> = {
  16914836: 'memory', // tmpfs 0x01021994
  2240043254: 'memory', // ramfs 0x858458f6
  26985: 'network', // nfs 0x6969
  4283649346: 'network', // cifs 0xff534d42
  4266872130: 'network', // smb2 0xfe534d42
  12805120: 'network', // ceph 0x00c36400
  1702057286: 'network', // fuse 0x65735546: sshfs, s3fs, glusterfs and others
  2035054128: 'layer', // overlayfs 0x794c7630
};

/** What of a folder's file system matters. */
export interface Disk {
  readonly what: string;
  readonly folder: string;
  readonly free: number;
  readonly kind: 'memory' | 'network' | 'layer' | undefined;
  /** A cluster's files: no network file system is fit for them. */
  readonly isDatabase: boolean;
}

/** The folder, or the nearest above it that is there. */
export const nearest = (folder: string): string =>
  existsSync(folder) ? folder : nearest(path.dirname(folder));

export function diskOf(what: string, folder: string, isDatabase = false): Disk {
  const { bavail, bsize, type } = statfsSync(nearest(folder));
  return { what, folder, free: bavail * bsize, kind: kinds[type >>> 0], isDatabase };
}

/** Room and file system of each folder. */
export function diskFindings(disks: readonly Disk[]): Finding[] {
  return disks.flatMap(({ what, folder, free, kind, isDatabase }) => {
    const room = `${(free / 1e9).toFixed(1)} GB free for ${what} (${folder})`;
    const found: Finding[] = [
      free < NEEDED
        ? bad(`${room}: 1 GB is needed; make room, or move the folder and say so by a setting`)
        : free < SCARCE
          ? warning(`${room}: it will be full soon`)
          : good(room),
    ];
    if (kind === 'memory')
      found.push(bad(`${folder} lies in memory: a restart takes ${what}; choose a disk`));
    if (kind === 'network' && isDatabase)
      found.push(bad(`${folder} lies on a network file system: a cluster needs a disk of its own machine`));
    if (kind === 'layer')
      found.push(warning(`${folder} lies in a container's layer and goes with it: mount a volume there`));
    return found;
  });
}

/** Whether locks and hard links hold there between processes: kit's locks, logs and secrets need both. */
export const isOnNetwork = ({ kind }: Disk): boolean => kind === 'network';
