import type { Info } from '@teahouse/contract/talk';
import {
  challengeDigest,
  epochOf,
  finalizeToken,
  fromBase64url,
  presentationToWire,
  protocolLimits,
  type TokenRequest,
  toBase64url,
  tokenKeyId,
  tokenRequest,
  tokensContext,
} from '@teahouse/protocol';
import type { TalkCaller } from '../call.ts';
import { ApiError, clientError } from '../errors.ts';
import type { Prover } from '../prover.ts';
import { requirePublished, type World } from '../talk/world.ts';
import type { Wallet } from '../wallet/wallet.ts';
import { freshToken, type WeekTokens } from './purse.ts';

export type TokenKey = Info['tokenKeys'][number];

interface DrawDeps {
  readonly talk: TalkCaller;
  readonly wallet: Wallet;
  readonly prover: Prover;
  readonly clock: { now(): Date };
}

/** The published key as bytes, when its id is its own. Throws `issuer-key-unknown`. */
function spkiOf(key: TokenKey): Uint8Array {
  const spki = fromBase64url(key.publicKey);
  if (toBase64url(tokenKeyId(spki)) !== key.id) throw clientError('issuer-key-unknown', 'token key');
  return spki;
}

/** This month's key first: a week that spans two months may have been drawn under the earlier one. */
export function keysToTry(keys: readonly TokenKey[], now: Date): TokenKey[] {
  const month = epochOf(now);
  return [...keys].filter((key) => key.month <= month).sort((a, b) => b.month.localeCompare(a.month));
}

async function entryFor(deps: DrawDeps, world: World, week: string) {
  const credential = deps.wallet.usable().find(({ standing }) => standing === 'current');
  if (!credential) throw clientError('credential-missing');
  requirePublished(credential, world);
  const { issuerPublicKey, signature, epoch, company, industry, standing } = credential;
  return deps.prover.present({
    issuerPublicKey,
    signature,
    credential: { epoch, company, industry, standing },
    kind: 'alias',
    context: tokensContext(world.info.instance, week),
    seed: deps.wallet.seed(),
  });
}

/** Tokens of the signer's answer, each checked against the key (RFC 9578 6.3). */
function finish(requests: readonly TokenRequest[], signatures: readonly string[], publicKeySpki: Uint8Array) {
  return requests.map((request, i) => {
    const blindSignature = fromBase64url(signatures[i] ?? '', 256);
    return freshToken(request.nonce, finalizeToken({ publicKeySpki, request, blindSignature }));
  });
}

async function drawUnder(key: TokenKey, week: string, world: World, deps: DrawDeps): Promise<WeekTokens> {
  const { instance } = world.info;
  const publicKeySpki = spkiOf(key);
  const challenge = challengeDigest(instance);
  const seed = deps.wallet.seed();
  const requests = Array.from({ length: protocolLimits.tokensPerWeek }, (_, i) =>
    tokenRequest({ publicKeySpki, seed, week, i, challengeDigest: challenge }),
  );
  const entry = presentationToWire(await entryFor(deps, world, week));
  const blinded = requests.map((request) => toBase64url(request.blinded));
  const { signatures } = await deps.talk.draw({ body: { week, keyId: key.id, entry, blinded } });
  return { week, keyId: key.id, tokens: finish(requests, signatures, publicKeySpki) };
}

/**
 * Draws a week's tokens; the request is a function of the seed, so that repeating it is harmless and another device gets
 * the same tokens. Throws `credential-missing`, `already-drawn` (under no key that still counts), or what the call throws.
 */
export async function drawWeek(world: World, week: string, deps: DrawDeps): Promise<WeekTokens> {
  const keys = keysToTry(world.info.tokenKeys, deps.clock.now());
  let refusal: unknown = clientError('issuer-key-unknown', 'no token key');
  for (const key of keys) {
    try {
      return await drawUnder(key, week, world, deps);
    } catch (error) {
      refusal = error;
      if (!(error instanceof ApiError) || error.code !== 'already-drawn') throw error;
    }
  }
  throw refusal;
}

/** All spent nonces of a token key, from the public bulk file, whole: nobody learns which of them matter to us. */
export async function spentNonces(talk: TalkCaller, keyId: string): Promise<Set<string>> {
  const spent = new Set<string>();
  let after: string | null = null;
  do {
    const page: { nonces: string[]; next: string | null } = await talk.bulkSpent({
      query: after === null ? { keyId } : { keyId, after },
    });
    for (const nonce of page.nonces) spent.add(nonce);
    after = page.next;
  } while (after !== null);
  return spent;
}
