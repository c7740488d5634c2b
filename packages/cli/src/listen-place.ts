import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PlaneName, planeFolders, type Settings } from './config.ts';
import { nth } from './plane-env.ts';

/** A socket's path has at most 103 bytes on macOS and 107 on Linux, so a deep data folder needs a short one in /tmp. */
const LONGEST_SOCKET = 100;

/** Where the processes of a plane listen. */
export interface ListenPlaces {
  /** For one of them, from 0; a socket has another name each time that the process is replaced. */
  at(index: number, generation: number): string;
  /** Whether a new process can listen while the one before still does. */
  readonly canStandBeside: boolean;
  remove(): void;
}

/**
 * Unix sockets in the plane's own folder, which nobody but this user can open, and which can't be called around the front.
 * `TEAHOUSE_<PLANE>_LISTEN=host:port` opens ports instead, counting up, for API origins of their own.
 */
export function listenPlaces(settings: Settings, plane: PlaneName, otherwise?: string): ListenPlaces {
  const asked = settings.listen[plane] ?? otherwise;
  if (asked) return { at: (index) => nth(asked, index), canStandBeside: false, remove: () => {} };
  const near = path.join(planeFolders(settings, plane).home, 'run');
  const isShort = Buffer.byteLength(path.join(near, 'plane-99-999.sock')) <= LONGEST_SOCKET;
  if (isShort) mkdirSync(near, { recursive: true, mode: 0o700 });
  const folder = isShort ? near : mkdtempSync(path.join(tmpdir(), 'tea-'));
  return {
    at(index, generation) {
      const name = index === 0 && generation === 0 ? 'plane' : `plane-${index + 1}`;
      return path.join(folder, `${name}${generation === 0 ? '' : `-${generation}`}.sock`);
    },
    canStandBeside: true,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
