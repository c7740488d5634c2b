import type { ErrorTable } from '../../common.ts';

/** What is refused about ways into an account. */
export const securityErrors = {
  'proof-wrong': { status: 401, title: 'This is not the password or a passkey of this account' },
  'passkey-refused': { status: 401, title: 'This passkey opens nothing here' },
  'passkey-invalid': { status: 422, title: 'The passkey was not made for this account just now' },
  'passkey-limit': { status: 409, title: 'The account has as many passkeys as it can' },
  'last-way-in': { status: 409, title: 'This is the last way into the account' },
  'undo-unknown': { status: 404, title: 'This link counts no more' },
} as const satisfies ErrorTable;
