import { membersPrefix } from '@teahouse/contract/members/paths';
import { talkPrefix } from '@teahouse/contract/talk/paths';
import { type FetchFile, TILE_WIDTH } from '@teahouse/protocol/log';
import type { Plane } from '@teahouse/protocol/record';
import { ApiError, clientError } from '../errors.ts';

type Fetch = typeof globalThis.fetch;

/**
 * Where a log is read. The issuer's stands at members, and talk keeps a copy, so that the anonymous half never asks the
 * named one.
 */
export type LogSource = 'issuer@talk' | 'issuer@members' | 'talk';

export const planeOf = (source: LogSource): Plane => (source === 'talk' ? 'talk' : 'issuer');
export const sourcesOf = (plane: Plane): readonly LogSource[] =>
  plane === 'talk' ? ['talk'] : ['issuer@talk', 'issuer@members'];

/** Bounds on what a log sends, in bytes: a bundle has 256 entries of up to some 4 kB (`recordLimits`). */
const logFileLimits = { checkpoint: 16_384, tile: TILE_WIDTH * 32, bundle: 4 << 20 } as const;
const timeout = 20_000;

function limitOf(path: string): number {
  if (path === 'checkpoint') return logFileLimits.checkpoint;
  return path.startsWith('tile/entries/') ? logFileLimits.bundle : logFileLimits.tile;
}

async function bytesUpTo(limit: number, response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > limit) {
      void reader?.cancel().catch(() => undefined);
      throw clientError('log-invalid', 'a file of the log is longer than any can be');
    }
    parts.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Files of a log over the network, without cookie or referrer. Throws `offline`, `unavailable`, `too-many`, `log-invalid`. */
function filesAt(base: string, fetch: Fetch): FetchFile {
  return async (path) => {
    try {
      const response = await fetch(`${base}/${path}`, {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(timeout),
        ...(path === 'checkpoint' ? { cache: 'no-cache' } : {}),
      });
      if (response.status === 404) return undefined;
      const { status } = response;
      if (!response.ok) throw new ApiError(status === 429 ? 'too-many' : 'unavailable', { status });
      return await bytesUpTo(limitOf(path), response);
    } catch (cause) {
      if (cause instanceof ApiError) throw cause;
      throw new ApiError('offline', { title: 'No answer from the log', cause });
    }
  };
}

/** The files of each log, from the origins of the two planes. */
export function logFiles(i: {
  membersBase: string;
  talkBase: string;
  fetch: Fetch;
}): Record<LogSource, FetchFile> {
  const talk = i.talkBase + talkPrefix;
  return {
    'issuer@talk': filesAt(`${talk}/issuer/log`, i.fetch),
    'issuer@members': filesAt(`${i.membersBase}${membersPrefix}/log`, i.fetch),
    talk: filesAt(`${talk}/log`, i.fetch),
  };
}

/** The same files, each asked for once. */
export function onceEach(fetch: FetchFile): FetchFile {
  const asked = new Map<string, ReturnType<FetchFile>>();
  return (path) => {
    const answer = asked.get(path) ?? fetch(path);
    asked.set(path, answer);
    return answer;
  };
}
