import type { Secrets } from '@teahouse/kit/secrets';
import { type Bbs, isEpoch, issuerKeyId, type Rng } from '@teahouse/protocol';

/** A key of the issuer, for all companies: a key per company would tag people (protocol.md, Parameters). */
export interface IssuerKey {
  /** base64url of the first 8 bytes of SHA-256 of the public key. */
  readonly id: string;
  /** 32 bytes; lives in the secrets folder only. */
  readonly secretKey: Uint8Array;
  /** 96 bytes. */
  readonly publicKey: Uint8Array;
}

/** The keys in the secrets folder. Looks anew each time: a new key needs no restart. */
export interface KeyRing {
  /** The key for an epoch that no key has begun yet: the newest that is for it or for an earlier one. */
  forEpoch(epoch: string): IssuerKey;
  /** The key that began an epoch stays with it to the end. Undefined when its file is gone. */
  withId(id: string): IssuerKey | undefined;
}

const firstKey = 'issuer.key';
const nameOf = (epoch: string) => `issuer-${epoch}.key`;
/** Epoch from which a key file counts; the first key's is before all others. Undefined for other secrets. */
function startOf(name: string): string | undefined {
  if (name === firstKey) return '';
  const epoch = /^issuer-(.+)\.key$/.exec(name)?.[1];
  return epoch !== undefined && isEpoch(epoch) ? epoch : undefined;
}

function asKey(bbs: Bbs, secretKey: Uint8Array): IssuerKey {
  const publicKey = bbs.publicKey(secretKey);
  return { id: issuerKeyId(publicKey), secretKey, publicKey };
}

/** Opens the key ring; makes `issuer.key` on the first start. */
export function openIssuerKeys(secrets: Secrets, bbs: Bbs, rng: Rng): KeyRing {
  const first = asKey(
    bbs,
    secrets.readOrCreate(firstKey, () => bbs.keyGen(rng(32))),
  );
  const read = (name: string) => {
    const bytes = name === firstKey ? undefined : secrets.read(name);
    return bytes ? asKey(bbs, bytes) : first;
  };
  /** Ascending by the epoch they begin with. */
  const names = () => {
    const all = secrets.names().filter((name) => startOf(name) !== undefined);
    return all.sort((a, b) => (startOf(a)! < startOf(b)! ? -1 : 1));
  };
  return {
    forEpoch: (epoch) => read(names().findLast((name) => startOf(name)! <= epoch) ?? firstKey),
    withId: (id) => [first, ...names().map(read)].find((key) => key.id === id),
  };
}

/**
 * Makes the key that signs from `epoch` on, as `issuer-<epoch>.key` beside the older ones, which must stay: an epoch that
 * has begun is signed to its end by the key it began with. Where that epoch has a key already, nothing changes
 * (`made` false). Running planes find it at their next batch. Throws TypeError for what is no epoch.
 */
export function rotateIssuerKey(
  secrets: Secrets,
  bbs: Bbs,
  rng: Rng,
  epoch: string,
): { readonly id: string; readonly publicKey: Uint8Array; readonly file: string; readonly made: boolean } {
  if (!isEpoch(epoch)) throw new TypeError('not an epoch such as 2026-12');
  const file = nameOf(epoch);
  let made = false;
  const secretKey = secrets.readOrCreate(file, () => {
    made = true;
    return bbs.keyGen(rng(32));
  });
  const { id, publicKey } = asKey(bbs, secretKey);
  return { id, publicKey, file, made };
}
