import type { PathTable } from '../../common.ts';

export const securityPaths = {
  passkeySignInAsk: 'POST /session/passkey/ask',
  passkeySignIn: 'POST /session/passkey',
  signUpPasskeyAsk: 'POST /accounts/passkey/ask',
  startReset: 'POST /reset',
  finishReset: 'POST /reset/confirm',
  undoEmail: 'POST /email/undo',
  security: 'GET /me/security',
  proofAsk: 'POST /me/proof/ask',
  passkeyAsk: 'POST /me/passkeys/ask',
  passkeyAdd: 'POST /me/passkeys',
  passkeyRename: 'PUT /me/passkeys/:passkey',
  passkeyRemove: 'POST /me/passkeys/:passkey/remove',
  setPassword: 'PUT /me/password',
  removePassword: 'POST /me/password/remove',
  startEmail: 'POST /me/email',
  confirmNewEmail: 'POST /me/email/confirm',
} as const satisfies PathTable;
