import { hex, isWellFormed } from '../bytes.ts';
import { isInstance } from '../context.ts';
import { isEpoch, isSlug, isStanding } from '../credential.ts';
import { isBytes, mapWith } from '../shape.ts';

/** Bounds on what stands in a log. */
export const recordLimits = {
  /** C2SP tlog-tiles: an entry's length has two bytes. */
  entryBytes: 65_535,
  /** Keeps a bundle of 256 entries at about a megabyte. */
  leavesPerEntry: 128,
  countRows: 32,
  eventCharacters: 4000,
  keyBytes: 2048,
  /** Of talk; another one than the month's first is made when a backup is restored. */
  tokenKeysPerMonth: 10,
} as const;

type Check = (value: unknown) => boolean;

const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isHash: Check = (value) => isBytes(value, 32);
const isText: Check = (value) =>
  typeof value === 'string' && value.length <= recordLimits.eventCharacters && isWellFormed(value);

function isScope(value: unknown): boolean {
  const kind = (value as { kind?: unknown } | null)?.kind;
  if (kind === 'all') return mapWith(value, ['kind']) !== null;
  if (kind === 'industry') return isSlug(mapWith(value, ['kind', 'industry'])?.industry);
  const scope = kind === 'company' ? mapWith(value, ['kind', 'company', 'industry']) : null;
  return isSlug(scope?.company) && isSlug(scope?.industry);
}

/** Each row with its three fields, and all in their one order: two lists of the same rows are the same bytes. */
function isRows(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0 || value.length > recordLimits.countRows) return false;
  const keys = value.map((row) => {
    const { standing, evidence, n } = mapWith(row, ['standing', 'evidence', 'n']) ?? {};
    return isStanding(standing) && isSlug(evidence) && isCount(n) && n !== 0 ? `${standing} ${evidence}` : '';
  });
  return keys.every((key, i) => key !== '' && (i === 0 || key > keys[i - 1]!));
}

function isLeaves(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0 || value.length > recordLimits.leavesPerEntry) return false;
  const texts = value.map((leaf) => (isHash(leaf) ? hex(leaf) : ''));
  return texts.every((text, i) => text !== '' && (i === 0 || text > texts[i - 1]!));
}

const isKind: Check = (value) => value === 'moderation' || value === 'legal' || value === 'operation';

/** The forms of fields, by name. */
export const isEntryField = {
  instance: isInstance as Check,
  plane: ((value) => value === 'issuer' || value === 'talk') as Check,
  issuerKey: ((value) => isBytes(value, 96)) as Check,
  spki: ((value) =>
    value instanceof Uint8Array && value.length > 0 && value.length <= recordLimits.keyBytes) as Check,
  hash: isHash,
  hashOrNull: ((value) => value === null || isHash(value)) as Check,
  count: isCount,
  epoch: isEpoch as Check,
  slug: isSlug as Check,
  slugOrNull: ((value) => value === null || isSlug(value)) as Check,
  leaves: isLeaves as Check,
  scope: isScope as Check,
  rows: isRows as Check,
  kind: isKind,
  keyState: ((value) => value === 'added' || value === 'revoked') as Check,
  text: isText,
} as const;
type Form = keyof typeof isEntryField;

/** The fields of each type of entry, beside `v` and `type`. */
export const entryFields = {
  log: { instance: 'instance', plane: 'plane' },
  'issuer-key': { publicKey: 'issuerKey' },
  directory: { hash: 'hash', companies: 'count' },
  leaves: { epoch: 'epoch', company: 'slugOrNull', leaves: 'leaves' },
  counts: { epoch: 'epoch', of: 'scope', rows: 'rows' },
  epoch: { epoch: 'epoch', key: 'hash', directory: 'hash', counts: 'hash', records: 'count' },
  'token-key': { month: 'epoch', publicKey: 'spki' },
  acts: { slot: 'count', root: 'hash', n: 'count' },
  'company-key': { company: 'slug', key: 'hash', state: 'keyState' },
  web: { hash: 'hash', files: 'count' },
  event: { kind: 'kind', code: 'slug', subject: 'hashOrNull', text: 'text' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Form>>>>;
export type EntryType = keyof typeof entryFields;
