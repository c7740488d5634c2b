import { uprightOf } from './hash/forms.ts';
import type { KnownPictures } from './hash/known.ts';
import { judge } from './judge.ts';
import type { PictureHash, SeenPicture } from './kinds.ts';
import { eyeLimits } from './limits.ts';
import type { Scanner } from './scan/scanner.ts';
import { createSeer, type SeerOptions } from './seer.ts';

/** The two files of one picture. */
export interface LookedAt {
  /** As it came and was signed: what a scanner is asked about. It is not decoded here. */
  readonly signed: Uint8Array;
  /** The server's own WebP encoding of its pixels, as readers get it: what is hashed and scored. */
  readonly shown: Uint8Array;
}

/** The first look at pictures. */
export interface Eye {
  /**
   * What is done with a picture at submit, and why (safety.md). Never rejects: what could not be looked at, because of
   * a full queue, a scanner that is away or a worker that failed, is held with the reason `unchecked`. Both files stay with
   * the caller. Some 0.1 s of a core; 1.5 s for the first after a rest.
   */
  lookAtPicture(picture: LookedAt): Promise<SeenPicture>;
  /**
   * All forms of a picture, by its shown file: what is kept of one that is banned. Empty where it has too little detail or
   * does not decode; undefined where it could not be looked at now. Never rejects.
   */
  formsOf(shown: Uint8Array): Promise<PictureHash[] | undefined>;
  /** Ends the worker; what waits is held as `unchecked`. */
  close(): Promise<void>;
}

export interface EyeOptions extends SeerOptions {
  /** Banned pictures; whoever keeps them keeps the list. */
  known: Pick<KnownPictures, 'nearest'>;
  /** Where the operator has one. */
  scanner?: Scanner | undefined;
  /** Pictures in hand, waiting ones included, from which on the next is held unchecked. */
  inHand?: number;
}

/** What a picture gets for which there is no place. */
const unseen = judge({ sight: { kind: 'busy' }, nearest: Number.POSITIVE_INFINITY, scan: undefined });

/** Makes an eye. Nothing is started or loaded before the first picture. */
export function createEye({ known, scanner, inHand = eyeLimits.inHand, ...options }: EyeOptions): Eye {
  const seer = createSeer(options);
  let busyWith = 0;

  /** Work over a picture with a place among those in hand, or `full` where there is none. */
  async function inTurn<T>(work: () => Promise<T>, full: T): Promise<T> {
    if (busyWith >= inHand) return full;
    busyWith++;
    try {
      return await work();
    } finally {
      busyWith--;
    }
  }

  async function look({ signed, shown }: LookedAt): Promise<SeenPicture> {
    const [sight, scan] = await Promise.all([seer.see(shown), scanner?.scan(signed)]);
    const nearest = sight.kind === 'seen' ? known.nearest(uprightOf(sight.hashes)) : Number.POSITIVE_INFINITY;
    return judge({ sight, nearest, scan });
  }

  async function forms(shown: Uint8Array): Promise<PictureHash[] | undefined> {
    const sight = await seer.see(shown);
    if (sight.kind === 'seen') return [...sight.hashes];
    return sight.kind === 'unreadable' ? [] : undefined;
  }

  return {
    lookAtPicture: (picture) => inTurn(() => look(picture), unseen),
    formsOf: (shown) => inTurn(() => forms(shown), undefined),
    close: () => seer.close(),
  };
}
