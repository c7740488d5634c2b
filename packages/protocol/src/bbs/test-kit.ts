import { createHash } from 'node:crypto';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import type { BbsBackend } from './backend.ts';
import { loadMclBackend } from './backend-mcl.ts';
import { nobleBackend } from './backend-noble.ts';
import { type Bbs, createBbs } from './bbs.ts';
import { BbsError } from './errors.ts';
import { utf8ToBytes } from './octets.ts';
import type { Rng } from './scalars.ts';
import type { Credential } from './sign.ts';
import type { VerifyInput } from './verify.ts';

/** Both backends, each with its own caches. */
export const backends = [nobleBackend as BbsBackend, (await loadMclBackend()) as BbsBackend].map(
  (backend) => ({
    name: backend.name,
    backend,
    bbs: createBbs(backend),
  }),
);

/** A reproducible source of octets: SHA-256 of a name and a counter. */
export function seededRng(name: string): Rng {
  let counter = 0;
  return (length) => {
    const blocks = [];
    for (let have = 0; have < length; have += 32) {
      blocks.push(createHash('sha256').update(`${name}/${counter++}`).digest());
    }
    return new Uint8Array(Buffer.concat(blocks).subarray(0, length));
  };
}

/** A scalar of 32 octets that is surely below r and not zero. */
function sampleScalar(rng: Rng): Uint8Array {
  const octets = rng(32);
  octets[0] = octets[0]! & 0x3f;
  octets[31] = octets[31]! | 1;
  return octets;
}

const HEADER = utf8ToBytes('a constant header');
export const MESSAGES = ['v1', '2026-11', 'company-7', 'industry-2', 'current'];
const SHOWN = [0, 1, 2];

/** The holder's secrets: ten nym secrets and the blind. */
export function sampleSecrets(name: string) {
  const rng = seededRng(`secrets of ${name}`);
  return { nymSecrets: Array.from({ length: 10 }, () => sampleScalar(rng)), proverBlind: sampleScalar(rng) };
}

/** A credential over `messages`, issued to the holder `name` by the issuer `issuer`. */
export function issue(bbs: Bbs, name: string, messages = MESSAGES, issuer = 'issuer'): Credential {
  const secrets = sampleSecrets(name);
  const sk = bbs.keyGen(seededRng(issuer)(32));
  const pk = bbs.publicKey(sk);
  const commitmentWithProof = bbs.commit({ ...secrets, rng: seededRng(`commitment of ${name}`) });
  const signed = { pk, header: HEADER, messages: messages.map(utf8ToBytes) };
  const signature = bbs.blindSign({ sk, ...signed, commitmentWithProof, nymCount: 10 });
  return { ...signed, signature, ...secrets };
}

/** What a verifier receives when `credential` is shown in `context`. */
export function present(bbs: Bbs, credential: Credential, context: string, shown = SHOWN): VerifyInput {
  const contextId = utf8ToBytes(context);
  const presentationHeader = utf8ToBytes('label and public key');
  const rng = seededRng(`presentation in ${context}`);
  const { proof, pseudonym } = bbs.prove({
    ...credential,
    contextId,
    presentationHeader,
    disclosed: shown,
    rng,
  });
  return {
    pk: credential.pk,
    header: credential.header,
    presentationHeader,
    contextId,
    proof,
    pseudonym,
    disclosed: shown.map((index) => ({ index, message: credential.messages[index]! })),
    messageCount: credential.messages.length,
    nymCount: credential.nymSecrets.length,
  };
}

/** The code of the BbsError that `act` throws, 'accepted' if it returns; anything else is rethrown. */
export function outcome(act: () => void): string {
  try {
    act();
  } catch (error) {
    if (error instanceof BbsError) return error.code;
    throw error;
  }
  return 'accepted';
}

/** A copy of `octets` with `piece` written at `at`. */
export function spliced(octets: Uint8Array, at: number, piece: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(octets);
  copy.set(piece, at);
  return copy;
}

/** A copy of `octets` with one octet changed by a nonzero mask. */
export function flipped(octets: Uint8Array, at: number, mask: number): Uint8Array {
  return spliced(octets, at, Uint8Array.of(octets[at]! ^ mask));
}

function bigEndian(value: bigint, length: number): Uint8Array {
  return new Uint8Array(Buffer.from(value.toString(16).padStart(2 * length, '0'), 'hex'));
}

function compressed(...coordinates: bigint[]): Uint8Array {
  const octets = Buffer.concat(coordinates.map((coordinate) => bigEndian(coordinate, 48)));
  octets[0] = octets[0]! | 0x80;
  return new Uint8Array(octets);
}

function isSquare<T>(field: { sqrt(value: T): T }, value: T): boolean {
  try {
    field.sqrt(value);
    return true;
  } catch {
    return false;
  }
}

const { Fp, Fp2 } = bls12_381.fields;

/** Hostile encodings of points of G1, each with the reason it must be refused. */
export function badPoints(good: Uint8Array): [string, Uint8Array][] {
  let onCurve = 1n;
  while (!isSquare(Fp, Fp.add(Fp.pow(onCurve, 3n), 4n))) onCurve++;
  let offCurve = 1n;
  while (isSquare(Fp, Fp.add(Fp.pow(offCurve, 3n), 4n))) offCurve++;
  const x = BigInt(`0x${Buffer.from(spliced(good, 0, Uint8Array.of(good[0]! & 0x1f))).toString('hex')}`);
  const beyondField = flipped(compressed(x + Fp.ORDER), 0, good[0]! & 0x20);
  const list: [string, Uint8Array][] = [
    ['identity', spliced(new Uint8Array(48), 0, Uint8Array.of(0xc0))],
    ['identity with sign', spliced(new Uint8Array(48), 0, Uint8Array.of(0xe0))],
    ['identity with a rest', spliced(good, 0, Uint8Array.of(good[0]! | 0x40))],
    ['zero octets', new Uint8Array(48)],
    ['not marked as compressed', flipped(good, 0, 0x80)],
    ['wrong subgroup', compressed(onCurve)],
    ['off the curve', compressed(offCurve)],
    ['coordinate p', compressed(Fp.ORDER)],
    ['all ones', new Uint8Array(48).fill(0xff)],
  ];
  // x + p fits into 381 bits only for small x; callers choose a point for which it does.
  if (x + Fp.ORDER < 1n << 381n) list.push(['coordinate beyond the field', beyondField]);
  return list;
}

/** A point of E2 outside of G2, compressed. */
export function keyOutsideSubgroup(): Uint8Array {
  let c0 = 1n;
  const rightSide = (c: bigint) => Fp2.add(Fp2.pow({ c0: c, c1: 0n }, 3n), Fp2.fromBigTuple([4n, 4n]));
  while (!isSquare(Fp2, rightSide(c0))) c0++;
  return compressed(0n, c0);
}
