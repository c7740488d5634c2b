import { equal } from '@teahouse/protocol';
import { LogError, openCheckpoint, rebuildTree } from '@teahouse/protocol/log';
import type { AuditedLog } from './audit.ts';
import type { Fault } from './faults.ts';
import type { Source } from './source.ts';

/** Talk's copy of the issuer's log, as it was found. */
export interface MirrorReport {
  readonly place: string;
  readonly size: number;
  readonly faults: readonly Fault[];
}

/**
 * Whether the issuer's log that talk shows is the one that the issuer shows: two that differ are a fork, however good
 * their signatures. Either may be the longer one for a while.
 */
export async function checkMirror(mirror: Source, log: AuditedLog): Promise<MirrorReport> {
  const { place, fetch } = mirror;
  const { origin, verifiers, key } = log.keys;
  const report = (size: number, faults: readonly Fault[] = []) => ({ place, size, faults });
  const bytes = await fetch('checkpoint');
  if (!bytes) return report(0, [{ place, code: 'checkpoint-missing', message: 'talk shows no copy of it' }]);
  const note = new TextDecoder().decode(bytes);
  try {
    const { checkpoint } = openCheckpoint({ note, origin, verifiers });
    const tiles: Uint8Array[] = [];
    await rebuildTree({ fetch, checkpoint, onLeaves: (hashes) => tiles.push(hashes) });
    const leaves = Buffer.concat(tiles);
    const common = Math.min(checkpoint.size, log.leaves.length);
    for (let index = 0; index < common; index++) {
      if (equal(leaves.subarray(index * 32, (index + 1) * 32), log.leaves[index] as Uint8Array)) continue;
      const message = `it differs from the issuer's own log at entry ${index}`;
      return report(checkpoint.size, [
        { place, code: 'forked', message, evidence: { key, remembered: log.note, shown: note } },
      ]);
    }
    return report(checkpoint.size);
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    return report(0, [{ place, code: error.code, message: error.message }]);
  }
}
