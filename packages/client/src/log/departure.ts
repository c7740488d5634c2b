import type { LogInfo } from '@teahouse/contract/issuer';
import {
  type FetchFile,
  type Followed,
  fetchCheckpoint,
  followLog,
  LogError,
  parseVerifier,
  type Verifier,
} from '@teahouse/protocol/log';
import { clientError } from '../errors.ts';
import type { Head, StopCode } from './memory.ts';

/** A log that left the history which this device remembers, with both texts that show it. */
export class Departure extends Error {
  override readonly name = 'Departure';
  readonly code: StopCode;
  readonly remembered: string;
  readonly shown: string;

  constructor(code: StopCode, remembered: string, shown: string) {
    super(code);
    this.code = code;
    this.remembered = remembered;
    this.shown = shown;
  }
}

const departures: Partial<Record<LogError['code'], StopCode>> = {
  forked: 'log-forked',
  'rolled-back': 'log-rolled-back',
};

/** Whose log is read, and where. */
export interface Following {
  readonly fetch: FetchFile;
  readonly origin: string;
  readonly verifiers: readonly Verifier[];
}

/**
 * Opens the log's checkpoint and sees that an older signed one is its beginning. Throws `Departure` where it isn't,
 * else as `followLog`.
 */
export async function followFrom(log: Following, remembered: string | undefined): Promise<Followed> {
  try {
    return await followLog({ ...log, previous: remembered, claims: [] });
  } catch (error) {
    const code = error instanceof LogError ? departures[error.code] : undefined;
    if (code === undefined || remembered === undefined) throw error;
    throw new Departure(code, remembered, await fetchCheckpoint(log.fetch));
  }
}

/** The keys with which a log's checkpoints are opened. Throws `log-invalid` when they are not of this origin. */
export function verifiersOf(log: LogInfo, origin: string): Verifier[] {
  const key = parseVerifier(log.key);
  if (log.origin !== origin || key.name !== origin || key.type !== 'ed25519') {
    throw clientError('log-invalid', `not the key of ${origin}`);
  }
  return [key, ...log.witnesses.map(parseVerifier).filter(({ type }) => type === 'cosignature')];
}

/** What to remember of a log that was followed. */
export const headOf = ({ note, checkpoint, signatures }: Followed, verified: Head['verified']): Head => ({
  note,
  size: checkpoint.size,
  witnesses: signatures.flatMap(({ verifier, time }) =>
    time === null ? [] : [{ name: verifier.name, time }],
  ),
  verified,
});
