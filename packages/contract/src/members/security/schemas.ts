import { z } from 'zod';
import { Bytes } from '../../common.ts';
import { Code, Email, Locale, Password, PlainText } from '../basics.ts';
import { membersLimits } from '../limits.ts';
import { securityLimits as l } from './limits.ts';

/** What the browser's WebAuthn takes and gives, as JSON (WebAuthn Level 3, 5.1.8). */
export const PasskeyJson = z.record(z.string(), z.unknown());

/** That the member is there, and not only the browser: for what changes ways in, and for leaving. */
export const Proof = z.union([
  z.strictObject({ password: z.string().max(membersLimits.passwordMax) }),
  /** An answer to `POST /me/proof/ask`. */
  z.strictObject({ passkey: PasskeyJson }),
]);
export type Proof = z.infer<typeof Proof>;
export const Proven = z.strictObject({ proof: Proof });

export const PasskeyId = Bytes().min(1).max(1400);
const PasskeyName = PlainText(l.passkeyNameMax);

/** Ways into the account. */
export const Security = z.object({
  hasPassword: z.boolean(),
  passkeys: z.array(z.object({ id: PasskeyId, name: z.string() })),
});
export type Security = z.infer<typeof Security>;

export const PasskeySignIn = z.strictObject({
  passkey: PasskeyJson,
  /** Take back that the account is to be deleted. */
  comeBack: z.boolean().default(false),
});
/** `email`: what the authenticator will call it. */
export const SignUpPasskey = z.strictObject({ email: Email });
export const PasskeyAdd = z.strictObject({ name: PasskeyName, passkey: PasskeyJson });
export const PasskeyRename = z.strictObject({ name: PasskeyName });
export const SetPassword = z.strictObject({ proof: Proof, password: Password });

/** `locale`: language of the mail. */
export const StartReset = z.strictObject({ email: Email, locale: Locale });
/** Digits and letters that are not mistaken for one another (Crockford's base 32): fifty bits, so that nobody guesses. */
export const ResetCode = z
  .string()
  .max(20)
  .transform((text) => text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1'))
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/, 'ten letters and digits'));
export const FinishReset = z.strictObject({ email: Email, code: ResetCode, password: Password });

export const StartEmail = z.strictObject({ proof: Proof, email: Email });
export const ConfirmNewEmail = z.strictObject({ code: Code });
/** `token`: from behind the `#` of the link in the mail. */
export const UndoEmail = z.strictObject({ token: Bytes(32) });
