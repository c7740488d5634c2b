import { z } from 'zod';
import type { RouteTable } from '../../common.ts';
import { Me } from '../schemas.ts';
import type { securityPaths } from './paths.ts';
import * as s from './schemas.ts';

const sent = z.object({ sent: z.literal(true) });
const passkey = z.object({ passkey: s.PasskeyId });

export const securityRoutes = {
  passkeySignInAsk: {
    summary: 'What the browser needs to sign in with a passkey; names nobody',
    access: 'public',
    reply: s.PasskeyJson,
  },
  passkeySignIn: { summary: 'Sign in with a passkey', access: 'public', body: s.PasskeySignIn, reply: Me },
  signUpPasskeyAsk: {
    summary: 'What the browser needs to make the passkey of an account that waits for its code',
    access: 'public',
    body: s.SignUpPasskey,
    reply: s.PasskeyJson,
  },
  startReset: {
    summary:
      'Have a code sent that resets the password; the answer is the same whether or not there is an account',
    access: 'public',
    body: s.StartReset,
    reply: sent,
  },
  finishReset: {
    summary: 'Set a new password with the code; ends all sessions and access tokens',
    access: 'public',
    body: s.FinishReset,
  },
  undoEmail: {
    summary: 'Take a change of address back; ends all ways in but the reset by the address that counts again',
    access: 'public',
    body: s.UndoEmail,
  },
  security: { summary: 'Ways into the account', access: 'session', reply: s.Security },
  proofAsk: {
    summary: 'What the browser needs to prove with a passkey that the member is there',
    access: 'session',
    reply: s.PasskeyJson,
  },
  passkeyAsk: {
    summary: 'What the browser needs to make a passkey',
    access: 'session',
    body: s.Proven,
    reply: s.PasskeyJson,
  },
  passkeyAdd: { summary: 'Keep a passkey', access: 'session', body: s.PasskeyAdd, reply: s.Security },
  passkeyRename: {
    summary: 'Name a passkey anew',
    access: 'session',
    params: passkey,
    body: s.PasskeyRename,
    reply: s.Security,
  },
  passkeyRemove: {
    summary: 'Remove a passkey, unless it is the last way in',
    access: 'session',
    params: passkey,
    body: s.Proven,
    reply: s.Security,
  },
  setPassword: {
    summary: 'Set or change the password; ends all other sessions',
    access: 'session',
    body: s.SetPassword,
    reply: s.Security,
  },
  removePassword: {
    summary: 'Do without a password, where there is a passkey',
    access: 'session',
    body: s.Proven,
    reply: s.Security,
  },
  startEmail: {
    summary: 'Have a code sent to a new address; the answer is the same whether or not it has an account',
    access: 'session',
    body: s.StartEmail,
    reply: sent,
  },
  confirmNewEmail: {
    summary: 'Take the new address; the old one is told, and can take it back for seven days',
    access: 'session',
    body: s.ConfirmNewEmail,
    reply: Me,
  },
} as const satisfies RouteTable<typeof securityPaths>;
