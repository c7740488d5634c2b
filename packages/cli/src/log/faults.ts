import { LogError } from '@teahouse/protocol/log';
import type { RecordSummary } from '@teahouse/protocol/record';
import type { Source } from './source.ts';

/** Something that is not as it must be. */
export interface Fault {
  /** Which log or document, by its place. */
  readonly place: string;
  /** Stable: a LogErrorCode, a RecordFaultCode, or one of this program. */
  readonly code: string;
  readonly message: string;
  /** Two notes that the log signed and that can't both be true. */
  readonly evidence?: { readonly key: string; readonly remembered: string; readonly shown: string };
}

/** Remembers the note that was fetched: one half of the evidence, should it prove wrong. */
export function noting({ fetch }: Source) {
  let note: string | undefined;
  return {
    note: () => note,
    async fetch(file: string) {
      const bytes = await fetch(file);
      if (file === 'checkpoint' && bytes) note = new TextDecoder().decode(bytes);
      return bytes;
    },
  };
}

const isTwoFold = (code: string) => code === 'forked' || code === 'rolled-back';

/** A LogError as a fault, with both notes where they contradict each other; other errors are thrown on. */
export function faultOf(
  error: unknown,
  place: string,
  key: string,
  remembered?: string,
  shown?: string,
): Fault {
  if (!(error instanceof LogError)) throw error;
  const { code, message } = error;
  const evidence = isTwoFold(code) && remembered && shown ? { evidence: { key, remembered, shown } } : {};
  return { place, code, message, ...evidence };
}

export const keyChanged = (place: string): Fault => ({
  place,
  code: 'log-key-changed',
  message: 'the log names another key than the one that is remembered for it',
});

/** The faults of what stands in a log; how many more there are is said in the last. */
export function recordFaults(place: string, { faults, faultCount }: RecordSummary): Fault[] {
  const found: Fault[] = faults.map(({ index, code, message }) => ({
    place,
    code,
    message: `entry ${index}: ${message}`,
  }));
  const more = faultCount - faults.length;
  if (more > 0) found.push({ place, code: 'more-faults', message: `and ${more} more of the same log` });
  return found;
}
