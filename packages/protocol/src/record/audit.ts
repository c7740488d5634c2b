import { hex } from '../bytes.ts';
import { ProtocolError } from '../errors.ts';
import { faultsKept, type RecordFault, type RecordFaultCode } from './audit-faults.ts';
import { auditIssuer, type IssuerSummary } from './audit-issuer.ts';
import { auditTalk, type TalkSummary } from './audit-talk.ts';
import { decodeEntry, type Entry, type LogHead, type Plane } from './entry.ts';

/** What a log says, and where it breaks its own rules. */
export interface RecordSummary {
  readonly plane: Plane;
  /** As entry 0 has it; null where that is no head. */
  readonly instance: string | null;
  readonly entries: number;
  /** Null in the log of talk. */
  readonly issuer: IssuerSummary | null;
  /** Null in the log of the issuer. */
  readonly talk: TalkSummary | null;
  /** What was done that must not be done in silence. `subject` is the hexadecimal id of an act, or null. */
  readonly events: readonly {
    readonly index: number;
    readonly kind: string;
    readonly code: string;
    readonly subject: string | null;
    readonly text: string;
  }[];
  /** The first `faultsKept` of them, in the order of the log. */
  readonly faults: readonly RecordFault[];
  readonly faultCount: number;
}

export interface RecordAudit {
  /** Takes the bytes of the next entry; never throws. */
  next(index: number, entry: Uint8Array): void;
  /** The summary of what was taken so far; may be asked for again after more. */
  finish(): RecordSummary;
}

/**
 * An outsider's audit of what stands in a log, fed with all its entries in order: keys, epochs, counts, leaves, slots.
 * That the bytes are the log's own is `auditLog`'s part. `instance` is whose log it should be, where that is known.
 */
export function createRecordAudit(of: { plane: Plane; instance?: string | undefined }): RecordAudit {
  const faults: RecordFault[] = [];
  let faultCount = 0;
  let entries = 0;
  let instance: string | null = null;
  const events: RecordSummary['events'][number][] = [];
  const report = (code: RecordFaultCode, message: string) => {
    if (faultCount++ < faultsKept) faults.push({ index: entries, code, message });
  };
  const issuer = of.plane === 'issuer' ? auditIssuer(report) : null;
  const talk = of.plane === 'talk' ? auditTalk(report) : null;

  function takeHead(head: LogHead): void {
    if (entries > 0) report('head-twice', `a second head, of ${head.instance}`);
    instance ??= head.instance;
    if (head.plane !== of.plane || (of.instance !== undefined && head.instance !== of.instance)) {
      report('head-mismatch', `the log of ${head.instance}, ${head.plane}`);
    }
  }

  function take(entry: Entry): void {
    if (entries === 0 && entry.type !== 'log') report('head-missing', `entry 0 is of type ${entry.type}`);
    if (entry.type === 'log') takeHead(entry);
    else if (entry.type === 'event') {
      const { kind, code, subject, text } = entry;
      events.push({ index: entries, kind, code, subject: subject && hex(subject), text });
    } else if (!(issuer ?? talk)?.next(entries, entry)) {
      report('entry-foreign', `${entry.type} has no place in the log of ${of.plane}`);
    }
  }

  return {
    next(index, bytes) {
      if (index !== entries) report('index-order', `entry ${index} where ${entries} comes next`);
      const entry = readEntry(bytes);
      if (entry instanceof ProtocolError) report('entry-unreadable', entry.message);
      else take(entry);
      entries++;
    },
    finish: () => ({
      plane: of.plane,
      instance,
      entries,
      issuer: issuer?.summary() ?? null,
      talk: talk?.summary() ?? null,
      events: [...events],
      faults: [...faults],
      faultCount,
    }),
  };
}

function readEntry(bytes: Uint8Array): Entry | ProtocolError {
  try {
    return decodeEntry(bytes);
  } catch (error) {
    if (error instanceof ProtocolError) return error;
    throw error;
  }
}
