import { type CborValue, decodeCbor, encodeCbor } from '../cbor.ts';
import type { Standing } from '../credential.ts';
import { asProtocolError, ProtocolError } from '../errors.ts';
import { mapWith } from '../shape.ts';
import { type EntryType, entryFields, isEntryField, recordLimits } from './fields.ts';

/** Which of the two logs: the issuer's or talk's. */
export type Plane = 'issuer' | 'talk';

/** The first entry of a log: whose it is. */
export interface LogHead {
  readonly type: 'log';
  readonly instance: string;
  readonly plane: Plane;
}

/** A key of the issuer, before the first epoch that it signs. */
export interface IssuerKeyEntry {
  readonly type: 'issuer-key';
  /** 96 bytes. */
  readonly publicKey: Uint8Array;
}

/** The directory of companies and industries after a change; see `directoryHash`. */
export interface DirectoryEntry {
  readonly type: 'directory';
  readonly hash: Uint8Array;
  readonly companies: number;
}

/**
 * Issued credentials: one salted commitment each (`issuanceLeaf`), ascending, so that no order of people is in it.
 * `company` is null for those who came in mid-epoch. protocol.md 1.3.
 */
export interface LeavesEntry {
  readonly type: 'leaves';
  readonly epoch: string;
  readonly company: string | null;
  /** 32 bytes each, at most `recordLimits.leavesPerEntry`. */
  readonly leaves: readonly Uint8Array[];
}

/** What a count is taken over: everybody, an industry, a company. */
export type CountScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'industry'; readonly industry: string }
  | { readonly kind: 'company'; readonly company: string; readonly industry: string };

export interface CountRow {
  readonly standing: Standing;
  /** Kind of evidence, such as `mailbox-code`. */
  readonly evidence: string;
  readonly n: number;
}

/** How many credentials an epoch has in a scope, frozen with its first batch. protocol.md 1.3. */
export interface CountsEntry {
  readonly type: 'counts';
  readonly epoch: string;
  readonly of: CountScope;
  /** Ascending by standing, then evidence; none twice, none of zero. */
  readonly rows: readonly CountRow[];
}

/** An epoch's first batch is out: which key signed it, and over which counts. Comes after its leaves and counts. */
export interface EpochEntry {
  readonly type: 'epoch';
  readonly epoch: string;
  /** SHA-256 of the issuer's public key. */
  readonly key: Uint8Array;
  /** `directoryHash` at that moment. */
  readonly directory: Uint8Array;
  /** `countsRoot` over the epoch's counts entries, and how many they are. */
  readonly counts: Uint8Array;
  readonly records: number;
}

/** A key that signs posting tokens for a month. */
export interface TokenKeyEntry {
  readonly type: 'token-key';
  readonly month: string;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
}

/** The acts accepted since the entry of this type before it. protocol.md 4. */
export interface ActsEntry {
  readonly type: 'acts';
  /** When it was made: minutes of the Unix epoch divided by five. */
  readonly slot: number;
  /** `actsRoot` over the ids of the acts. */
  readonly root: Uint8Array;
  readonly n: number;
}

/** A key with which a company answers in its own name (docs/decisions/0026) counts from here on, or no longer. */
export interface CompanyKeyEntry {
  readonly type: 'company-key';
  readonly company: string;
  /** Ed25519, 32 bytes. */
  readonly key: Uint8Array;
  readonly state: 'added' | 'revoked';
}

/** The files of the web app that the instance serves from now on; see `webHash`. */
export interface WebEntry {
  readonly type: 'web';
  readonly hash: Uint8Array;
  readonly files: number;
}

/** What the operator must not do in silence: moderation, orders of courts, restores of backups. */
export interface EventEntry {
  readonly type: 'event';
  readonly kind: 'moderation' | 'legal' | 'operation';
  /** Which of its kind, such as `backup-restored`. */
  readonly code: string;
  /** Act id that it is about, where it is about one. */
  readonly subject: Uint8Array | null;
  /** In words, for people; may be empty. */
  readonly text: string;
}

export type Entry =
  | LogHead
  | IssuerKeyEntry
  | DirectoryEntry
  | LeavesEntry
  | CountsEntry
  | EpochEntry
  | TokenKeyEntry
  | ActsEntry
  | CompanyKeyEntry
  | WebEntry
  | EventEntry;

/** Canonical bytes of an entry: the CBOR map of its fields with `v` 1. Throws `entry-invalid`. */
export function encodeEntry(entry: Entry): Uint8Array {
  const bytes = asProtocolError('entry-invalid', 'not encodable', () =>
    encodeCbor({ v: 1, ...checkEntry(entry as unknown as CborValue) } as CborValue),
  );
  if (bytes.length > recordLimits.entryBytes) throw new ProtocolError('entry-invalid', 'too long');
  return bytes;
}

/** The entry of canonical bytes. Throws `entry-invalid`, also for types of other versions of this program. */
export function decodeEntry(bytes: Uint8Array): Entry {
  if (bytes.length > recordLimits.entryBytes) throw new ProtocolError('entry-invalid', 'too long');
  return asProtocolError('entry-invalid', 'not canonical CBOR', () => {
    const { v, ...entry } = decodeCbor(bytes) as { readonly [key: string]: CborValue };
    if (v !== 1) throw new ProtocolError('entry-invalid', 'another version');
    return checkEntry(entry);
  });
}

function checkEntry(value: CborValue): Entry {
  const type = (value as { type?: unknown } | null)?.type;
  const fields = entryFields[type as EntryType];
  if (typeof type !== 'string' || !Object.hasOwn(entryFields, type)) {
    throw new ProtocolError('entry-invalid', 'no such type of entry');
  }
  const entry = mapWith(value, ['type', ...Object.keys(fields)]);
  if (!entry) throw new ProtocolError('entry-invalid', `not the fields of ${type}`);
  for (const [name, field] of Object.entries(fields)) {
    if (!isEntryField[field](entry[name])) throw new ProtocolError('entry-invalid', `${name} of ${type}`);
  }
  return { ...entry } as unknown as Entry;
}
