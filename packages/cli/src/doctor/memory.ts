import { readFileSync } from 'node:fs';
import { type Finding, good, warning } from './finding.ts';

/** What the kernel tells about where memory may go; empty texts where it tells nothing. */
export interface MemoryFacts {
  /** `/proc/swaps`. */
  readonly swaps: string;
  /** `/proc/self/limits`. */
  readonly limits: string;
  /** `/proc/sys/kernel/core_pattern`. */
  readonly pattern: string;
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

export const memoryFacts = (): MemoryFacts => ({
  swaps: read('/proc/swaps'),
  limits: read('/proc/self/limits'),
  pattern: read('/proc/sys/kernel/core_pattern').trim(),
});

/** Memory holds keys: whether it may get to a disk, as swap or as the dump of a crash. */
export function memoryFindings({ swaps, limits, pattern }: MemoryFacts): Finding[] {
  const places = swaps
    .split('\n')
    .slice(1)
    .map((line) => line.split(/\s+/)[0] ?? '')
    .filter(Boolean);
  const onDisk = places.filter(
    (place) => !place.startsWith('/dev/zram') && !place.startsWith('/dev/mapper/'),
  );
  const soft = /^Max core file size\s+(\S+)/m.exec(limits)?.[1];
  const dumps = pattern !== '' && ((soft !== undefined && soft !== '0') || pattern.startsWith('|'));
  return [
    onDisk.length > 0
      ? warning(`memory may be written to ${onDisk.join(', ')}, keys with it: swapoff -a, or encrypt it`)
      : good('no memory goes to an unencrypted swap'),
    dumps
      ? warning(
          'a crash may write memory, keys with it, to a file: ulimit -c 0, and LimitCORE=0 for the service',
        )
      : good('a crash writes no memory to a file'),
  ];
}
