/** What a guess of the passphrase costs: Argon2id (RFC 9106). */
export interface StretchCost {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}
/** Turns a passphrase (UTF-8) and a salt of 16 bytes into 32 bytes, slowly. */
export type Stretch = (passphrase: Uint8Array, salt: Uint8Array, cost: StretchCost) => Promise<Uint8Array>;

/** The data key, wrapped by one secret. */
interface Wrapped {
  /** Names this way in: 12 random bytes, base64url. */
  readonly id: string;
  /** 16 bytes. */
  readonly salt: Uint8Array;
  /** AES-256-GCM of the data key: 12 bytes of IV, 32 of ciphertext, 16 of tag. */
  readonly wrapped: Uint8Array;
  /** First 8 bytes of SHA-256 over `wrapped`: tells a damaged record from a wrong secret. */
  readonly sum: Uint8Array;
}
export interface PassphraseWay extends Wrapped {
  readonly kind: 'passphrase';
  readonly cost: StretchCost;
}
export interface PasskeyWay extends Wrapped {
  readonly kind: 'passkey';
  /** Id by which the authenticator knows the passkey. */
  readonly credential: Uint8Array;
  /** What its PRF is asked for: 32 bytes. */
  readonly input: Uint8Array;
}
/** The recovery phrase is always a way in: it has 256 bits, so that nothing has to slow down guessing. */
export interface PhraseWay extends Wrapped {
  readonly kind: 'phrase';
}
export type Way = PassphraseWay | PasskeyWay | PhraseWay;

/** Minutes without use after which the device locks by itself; `closed`: when its last page is closed, and only then. */
export type LockAfter = 'closed' | 15 | 60;
export const lockAfters: readonly LockAfter[] = ['closed', 15, 60];

/** What stands in clear beside the sealed entries. Nothing in it says what was said, or who did. */
export interface LockRecord {
  readonly version: 1;
  /** Names the data key that the entries are sealed with: 16 random bytes, base64url. */
  readonly key: string;
  /** `sealing` while the lock is being turned on, `opening` while off: what was interrupted goes on when it is unlocked. */
  readonly phase: 'sealing' | 'on' | 'opening';
  readonly ways: readonly Way[];
  readonly after: LockAfter;
}

/** The Store's key of the record. */
export const recordKey = 'lock';

/** The least that OWASP recommends (2024: 19 MiB, two passes), and what a page may be made to spend. */
const bounds = { memory: [19_456, 1_048_576], passes: [2, 64], lanes: [1, 16] } as const;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isBytes = (value: unknown, length?: number): value is Uint8Array =>
  value instanceof Uint8Array && (length === undefined || value.length === length);

function isCost(value: unknown): boolean {
  if (!isObject(value)) return false;
  return Object.entries(bounds).every(([name, [least, most]]) => {
    const number = value[name];
    return typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most;
  });
}

function isWay(value: unknown): value is Way {
  if (!isObject(value) || typeof value.id !== 'string') return false;
  if (!isBytes(value.salt, 16) || !isBytes(value.wrapped, 60) || !isBytes(value.sum, 8)) return false;
  switch (value.kind) {
    case 'passphrase':
      return isCost(value.cost);
    case 'passkey':
      return isBytes(value.credential) && isBytes(value.input, 32);
    default:
      return value.kind === 'phrase';
  }
}

/** What stands for a record that can't be read: locked, and without a way in. */
const unreadable: LockRecord = { version: 1, key: '', phase: 'on', ways: [], after: 'closed' };

/** The record as it was stored; one without a way in for anything that is none. */
export function parseRecord(value: unknown): LockRecord {
  const good =
    isObject(value) &&
    value.version === 1 &&
    typeof value.key === 'string' &&
    ['sealing', 'on', 'opening'].includes(String(value.phase)) &&
    lockAfters.includes(value.after as LockAfter) &&
    Array.isArray(value.ways) &&
    value.ways.every(isWay);
  return good ? (value as unknown as LockRecord) : unreadable;
}
