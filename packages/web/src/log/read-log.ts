import { asLogFault } from '@teahouse/client/log/faults';
import { createLogMemory } from '@teahouse/client/log/memory';
import { logFiles } from '@teahouse/client/log/sources';
import type { Plane } from '@teahouse/protocol/record';
import { browserStore } from '../crypto/store.ts';
import { type OpenedLog, openLog } from './open-log.ts';

export interface LogRead extends OpenedLog {
  /** Whether the key is the one that this device has met, another, or met for the first time. */
  readonly key: 'known' | 'other' | 'new';
}

async function knownKey(plane: Plane, key: string): Promise<LogRead['key']> {
  const pinned = await createLogMemory(browserStore())
    .pin(plane)
    .catch(() => undefined);
  if (!pinned) return 'new';
  return pinned.key === key ? 'known' : 'other';
}

/**
 * Reads a log over talk: its own, or its copy of the issuer's, which has no entries. No page of talk asks the named
 * half. Throws ApiError `log-invalid`, `offline`, `unavailable`, `too-many`.
 */
export async function readLog(plane: Plane): Promise<LogRead> {
  const files = logFiles({ membersBase: '', talkBase: '', fetch: (...input) => globalThis.fetch(...input) });
  try {
    const log = await openLog(files[plane === 'talk' ? 'talk' : 'issuer@talk'], plane === 'talk');
    return { ...log, key: await knownKey(plane, log.info.key) };
  } catch (error) {
    throw asLogFault(error);
  }
}
