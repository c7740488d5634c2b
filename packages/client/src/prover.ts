import {
  type Bbs,
  type Credential,
  checkCredential,
  type LabelKind,
  makeCommitment,
  type Presentation,
  ProtocolError,
  present,
  type Rng,
} from '@teahouse/protocol';

/** A credential as the holder has it: what the issuer signed, and the signature (80 bytes). */
export interface SignedCredential {
  /** 96 bytes. */
  readonly issuerPublicKey: Uint8Array;
  readonly signature: Uint8Array;
  readonly credential: Credential;
  /** 32 bytes. */
  readonly seed: Uint8Array;
}
export interface PresentInput extends SignedCredential {
  readonly kind: LabelKind;
  /** 32 bytes, see protocol.md 2. */
  readonly context: Uint8Array;
}
/** From 0 to 1. */
export type ProofProgress = (part: number) => void;

/**
 * The slow part of the protocol, behind an interface: the app runs it in a Web Worker, Node at once with mcl.
 * Whatever goes in and comes out is structured-cloneable.
 */
export interface Prover {
  /** Commitment to the holder's secrets with its proof of opening. */
  commit(seed: Uint8Array): Promise<Uint8Array>;
  /** Whether the issuer's signature holds over this credential and these secrets. */
  checkCredential(input: SignedCredential): Promise<boolean>;
  /** A presentation for a context; throws `ProtocolError` where the credential doesn't hold. */
  present(input: PresentInput, onProgress?: ProofProgress): Promise<Presentation>;
}

/** Proves in the calling thread. */
export function createInlineProver(bbs: Bbs, rng: Rng): Prover {
  return {
    commit: async (seed) => makeCommitment({ bbs, seed, rng }),
    checkCredential: async (input) => {
      try {
        checkCredential({ bbs, ...input });
        return true;
      } catch (error) {
        if (error instanceof ProtocolError) return false;
        throw error;
      }
    },
    present: async (input, onProgress) => {
      onProgress?.(0);
      const presentation = present({ bbs, rng, ...input });
      onProgress?.(1);
      return presentation;
    },
  };
}
