import type { Challenges } from '@teahouse/kit/challenges';
import type { PasswordHasher } from '@teahouse/kit/password';
import type { TalkContext } from '../context.ts';
import type { DeskKeys } from './keys.ts';
import type { Guard } from './staff/guard.ts';

/** What the desk works with, beside what the plane has; made once, in serve.ts. */
export interface DeskContext extends TalkContext {
  readonly keys: DeskKeys;
  passwords(): Promise<PasswordHasher>;
  readonly guard: Guard;
  readonly challenges: Challenges;
  /** Origins from which the app calls; empty where it is of the same origin. */
  readonly origins: readonly string[];
  /** Whether browsers come by https, so that cookies may go by nothing else. */
  readonly isSecure: boolean;
}
