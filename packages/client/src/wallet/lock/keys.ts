import {
  concat,
  equal,
  fromBase64url,
  type Rng,
  seedFromPhrase,
  toBase64url,
  utf8,
} from '@teahouse/protocol';
import { clientError } from '../../errors.ts';
import type { Stretch, StretchCost, Way } from './record.ts';
import { isLongEnough, type LockSecret, type NewLockSecret, normalPassphrase } from './secrets.ts';

/**
 * Keys of the lock. A random data key seals the entries; each way in wraps that one key, so that a new passphrase
 * rewrites nothing else. docs/decisions/0014.
 */
const domain = 'teahouse/lock/v1';
const { subtle } = globalThis.crypto;

/** 64 MiB, four passes: some half a second on a laptop, above what OWASP and RFC 9106 ask for. */
const usualCost: StretchCost = { memory: 65_536, passes: 4, lanes: 1 };

/** A copy that WebCrypto takes. */
export const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** The data key as a page holds it while it is open: it can be used, and not be read out. */
export interface OpenKey {
  readonly id: string;
  /** AES-256-GCM, for entries. */
  readonly entries: CryptoKey;
  /** HMAC-SHA-256, for their names. */
  readonly names: CryptoKey;
}

export interface KeyDeps {
  readonly rng: Rng;
  readonly stretch: Stretch;
}

async function hkdf(secret: Uint8Array) {
  const base = await subtle.importKey('raw', own(secret), 'HKDF', false, ['deriveKey']);
  return (salt: Uint8Array, info: string, algorithm: AesKeyGenParams | HmacImportParams, use: KeyUsage[]) =>
    subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: own(salt), info: own(utf8(`${domain}/${info}`)) },
      base,
      algorithm,
      false,
      use,
    );
}
const aes: AesKeyGenParams = { name: 'AES-GCM', length: 256 };
const hmac: HmacImportParams = { name: 'HMAC', hash: 'SHA-256', length: 256 } as HmacImportParams;

/** The keys of a data key of 32 bytes. */
export async function openKey(id: string, dataKey: Uint8Array): Promise<OpenKey> {
  const derive = await hkdf(dataKey);
  const salt = fromBase64url(id, 16);
  const entries = await derive(salt, 'entries', aes, ['encrypt', 'decrypt']);
  return { id, entries, names: await derive(salt, 'names', hmac, ['sign']) };
}

/** What is bound to a wrapped key: it opens as this way of this lock alone. */
const boundTo = (keyId: string, { kind, id }: Pick<Way, 'kind' | 'id'>) =>
  own(utf8(`${domain}/wrap/${keyId}/${kind}/${id}`));

/** The key that a secret of 32 bytes or more wraps with. */
const wrapKey = async (secret: Uint8Array, salt: Uint8Array, kind: Way['kind']) =>
  (await hkdf(secret))(salt, `wrap/${kind}`, aes, ['encrypt', 'decrypt']);

const sumOf = async (wrapped: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await subtle.digest('SHA-256', own(wrapped))).slice(0, 8);

/** Bytes of a secret, as they go into the wrapping key. Throws `phrase-invalid`. */
async function bytesOf(
  secret: LockSecret | NewLockSecret,
  way: Pick<Way, 'salt'>,
  cost: StretchCost,
  deps: KeyDeps,
) {
  switch (secret.kind) {
    case 'passphrase':
      return deps.stretch(utf8(normalPassphrase(secret.passphrase)), way.salt, cost);
    case 'passkey':
      return secret.output;
    case 'phrase':
      return seedOf(secret.phrase);
  }
}

function seedOf(phrase: string): Uint8Array {
  try {
    return seedFromPhrase(phrase);
  } catch {
    // No cause: an error that travels must not quote the words.
    throw clientError('phrase-invalid');
  }
}

async function wrapWith(
  bytes: Uint8Array,
  dataKey: Uint8Array,
  keyId: string,
  kind: Way['kind'],
  salt: Uint8Array,
  deps: KeyDeps,
) {
  const id = toBase64url(deps.rng(12));
  const iv = own(deps.rng(12));
  const key = await wrapKey(bytes, salt, kind);
  const additionalData = boundTo(keyId, { kind, id });
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, own(dataKey));
  const wrapped = concat(iv, new Uint8Array(sealed));
  return { id, salt, wrapped, sum: await sumOf(wrapped) };
}

/** A new way in. Throws `passphrase-short`. */
export async function wayFor(
  secret: NewLockSecret,
  dataKey: Uint8Array,
  keyId: string,
  deps: KeyDeps,
): Promise<Way> {
  if (secret.kind === 'passphrase' && !isLongEnough(secret.passphrase)) throw clientError('passphrase-short');
  const salt = deps.rng(16);
  const bytes = await bytesOf(secret, { salt }, usualCost, deps);
  const base = await wrapWith(bytes, dataKey, keyId, secret.kind, salt, deps);
  return secret.kind === 'passphrase'
    ? { kind: 'passphrase', ...base, cost: usualCost }
    : { kind: 'passkey', ...base, credential: secret.credential, input: secret.input };
}

/** The way in of the recovery phrase. */
export async function wayForSeed(
  seed: Uint8Array,
  dataKey: Uint8Array,
  keyId: string,
  deps: KeyDeps,
): Promise<Way> {
  return { kind: 'phrase', ...(await wrapWith(seed, dataKey, keyId, 'phrase', deps.rng(16), deps)) };
}

const wrongCodes = {
  passphrase: 'passphrase-wrong',
  passkey: 'passkey-wrong',
  phrase: 'phrase-other',
} as const;

/** Whether the way is the one that the secret belongs to. */
const fits = (way: Way, secret: LockSecret): boolean =>
  way.kind === secret.kind &&
  (way.kind !== 'passkey' || (secret.kind === 'passkey' && equal(way.credential, secret.credential)));

/**
 * The data key, 32 bytes. Throws `passphrase-wrong`, `passkey-wrong`, `phrase-other` (of another key), `phrase-invalid`,
 * or `store-damaged` where the wrapped key is not what was written.
 */
export async function unwrap(
  ways: readonly Way[],
  keyId: string,
  secret: LockSecret,
  deps: KeyDeps,
): Promise<Uint8Array> {
  const way = ways.find((one) => fits(one, secret));
  if (!way) throw clientError(wrongCodes[secret.kind]);
  if (!equal(await sumOf(way.wrapped), way.sum)) throw clientError('store-damaged', 'the wrapped key');
  const cost = way.kind === 'passphrase' ? way.cost : usualCost;
  const key = await wrapKey(await bytesOf(secret, way, cost, deps), way.salt, way.kind);
  const iv = own(way.wrapped.subarray(0, 12));
  try {
    const additionalData = boundTo(keyId, way);
    const opened = await subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData },
      key,
      own(way.wrapped.subarray(12)),
    );
    return new Uint8Array(opened);
  } catch {
    throw clientError(wrongCodes[secret.kind]);
  }
}
