import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';
import { ApiError } from '@teahouse/client/errors';

/** What the browser takes: the server's own library wrote it (WebAuthn Level 3, 5.1.8 and 5.1.9). */
type Creation = Parameters<typeof startRegistration>[0]['optionsJSON'];
type Request = Parameters<typeof startAuthentication>[0]['optionsJSON'];

async function asked(ask: () => Promise<object>): Promise<Record<string, unknown>> {
  if (!browserSupportsWebAuthn()) throw new ApiError('passkey-unavailable');
  try {
    return { ...(await ask()) };
  } catch (cause) {
    if (cause instanceof ApiError) throw cause;
    const isMissing = cause instanceof WebAuthnError && cause.code.includes('NOT_SUPPORTED');
    throw new ApiError(isMissing ? 'passkey-unavailable' : 'passkey-cancelled', { cause });
  }
}

/** Has the authenticator make a passkey. Throws `passkey-cancelled` (the browser's question was closed), `passkey-unavailable`. */
export const makePasskey = (options: Record<string, unknown>) =>
  asked(() => startRegistration({ optionsJSON: options as unknown as Creation }));

/** Has the authenticator show one. Throws `passkey-cancelled`, `passkey-unavailable`. */
export const showPasskey = (options: Record<string, unknown>) =>
  asked(() => startAuthentication({ optionsJSON: options as unknown as Request }));
