import type { LockSecret, LockWay, NewLockSecret } from '@teahouse/client';
import { ApiError } from '@teahouse/client/errors';
import { toBase64url } from '@teahouse/protocol';

type NewPasskey = Extract<NewLockSecret, { kind: 'passkey' }>;
type PasskeyWay = Extract<LockWay, { kind: 'passkey' }>;

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** Whether this browser may have passkeys that can keep a lock. Some only tell when one is made. */
export async function mayHavePasskeys(): Promise<boolean> {
  if (!globalThis.PublicKeyCredential || !isSecureContext) return false;
  const abilities = await PublicKeyCredential.getClientCapabilities?.().catch(() => undefined);
  return abilities?.['extension:prf'] !== false;
}

/** `passkey-cancelled`: the browser's question was closed or went unanswered; `passkey-unavailable`: it has none. */
async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const answer = await ask();
    if (answer instanceof PublicKeyCredential) return answer;
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    throw new ApiError(
      name === 'NotAllowedError' || name === 'AbortError' ? 'passkey-cancelled' : 'passkey-unavailable',
    );
  }
  throw new ApiError('passkey-cancelled');
}

/** 32 bytes that the passkey's PRF gave (WebAuthn 3, 10.1.4); undefined where it gave none. */
function outputOf(credential: PublicKeyCredential): Uint8Array | undefined {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (!first) return undefined;
  return ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength).slice()
    : new Uint8Array(first);
}

/**
 * What the passkeys of these ways give. The challenge is of no use to anybody: no server is asked.
 * Throws `passkey-cancelled`, `passkey-unavailable`.
 */
export async function askPasskey(
  ways: readonly Pick<PasskeyWay, 'credential' | 'input'>[],
): Promise<Extract<LockSecret, { kind: 'passkey' }>> {
  const inputs = ways.map(
    ({ credential, input }) => [toBase64url(credential), { first: own(input) }] as const,
  );
  const credential = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: random(32),
        rpId: location.hostname,
        allowCredentials: ways.map(({ credential: id }) => ({ type: 'public-key', id: own(id) })),
        userVerification: 'required',
        extensions: { prf: { evalByCredential: Object.fromEntries(inputs) } },
      },
    }),
  );
  const output = outputOf(credential);
  if (!output) throw new ApiError('passkey-unavailable');
  return { kind: 'passkey', credential: new Uint8Array(credential.rawId), output };
}

/**
 * Makes a passkey for the lock of this device. It carries no name and no account, and never leaves for a server.
 * Throws `passkey-cancelled`, or `passkey-unavailable` where it can't keep a lock.
 */
export async function makePasskey(userName: string): Promise<NewPasskey> {
  const input = random(32);
  const made = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: random(32),
        rp: { id: location.hostname, name: 'Teahouse' },
        user: { id: random(16), name: userName, displayName: userName },
        // Ed25519, ES256, RS256. Nothing is ever signed for anybody; a browser wants to be told.
        pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        attestation: 'none',
        extensions: { prf: { eval: { first: input } } },
      },
    }),
  );
  const credential = new Uint8Array(made.rawId);
  if (made.getClientExtensionResults().prf?.enabled === false) throw await dismissed(credential);
  // Many give nothing before they are asked a second time.
  const output = outputOf(made) ?? (await askPasskey([{ credential, input }])).output;
  return { kind: 'passkey', credential, input, output };
}

/** A passkey that can't keep a lock is of no use: the browser is told that it may go. */
async function dismissed(credential: Uint8Array): Promise<ApiError> {
  const signal = { rpId: location.hostname, credentialId: toBase64url(credential) };
  await PublicKeyCredential.signalUnknownCredential?.(signal).catch(() => undefined);
  return new ApiError('passkey-unavailable');
}
