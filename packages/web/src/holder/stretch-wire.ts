import type { Stretch } from '@teahouse/client';

/** What the worker is asked for; it answers with the 32 bytes. */
export interface StretchCall {
  readonly passphrase: Parameters<Stretch>[0];
  readonly salt: Parameters<Stretch>[1];
  readonly cost: Parameters<Stretch>[2];
}
