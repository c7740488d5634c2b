import type { Prover } from '@teahouse/client';

/** What crosses between the page and the worker; everything in it is structured-cloneable. */
export type ProverCall = {
  readonly [K in keyof Prover]: {
    readonly id: number;
    readonly call: K;
    readonly input: Parameters<Prover[K]>[0];
  };
}[keyof Prover];

export type ProverReply =
  | { readonly id: number; readonly kind: 'progress'; readonly part: number }
  | { readonly id: number; readonly kind: 'done'; readonly value: unknown }
  /** `code` of a ProtocolError or BbsError where it was one. The error itself stays: it could quote its input. */
  | { readonly id: number; readonly kind: 'failed'; readonly code: string };
