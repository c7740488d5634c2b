import type { Label } from '@teahouse/protocol';

/** What is checked, in this order, each whatever became of those before. */
export const checkCodes = [
  /** The text is the one that was signed. */
  'text',
  /** The act is signed by the key of the presentation. */
  'signature',
  /** The presentation shows a credential of that label, by that issuer's key, for that thread. */
  'presentation',
  'issuer-key-logged',
  /** The issuer's log says that this key signed the label's epoch. */
  'epoch-logged',
  /** The counts are those of the label's scope in that epoch, frozen with it. */
  'counts-logged',
  /** The issuer's log of that instance signed its checkpoint; witnesses, where any did. */
  'issuer-checkpoint',
  /** The act is among those below the root. */
  'act-logged',
  /** Talk's log holds that root. */
  'acts-logged',
  'talk-checkpoint',
  /** The keys of the logs are those that the verifier knows from elsewhere. */
  'keys-trusted',
] as const;
export type CheckCode = (typeof checkCodes)[number];

export interface Check {
  readonly code: CheckCode;
  /** `unknown`: it could not be made, for want of keys to compare or because what it rests on can't be read. */
  readonly state: 'ok' | 'failed' | 'unknown';
}

/** A witness that signed a checkpoint. */
export interface WitnessSeen {
  readonly log: 'issuer' | 'talk';
  /** What the file calls it. */
  readonly name: string;
  /** Fingerprint of its key. */
  readonly key: string;
  readonly time: Date;
  /** Whether it is one that the verifier knows; null where none were named. */
  readonly known: boolean | null;
}

/** What the file says. Numbers, times and witnesses are given only where their checks passed. */
export interface Said {
  readonly title: string | null;
  readonly text: string | null;
  readonly lang: 'zh' | 'en' | null;
  readonly instance: string | null;
  readonly room: string | null;
  /** Ids in base64url. */
  readonly thread: string | null;
  readonly post: string | null;
  readonly kind: 'thread' | 'reply' | 'edit' | null;
  readonly label: Label;
  /** How many credentials of the epoch's first batch match the label. */
  readonly n: number | null;
  /** The same by kind of evidence. */
  readonly evidence: readonly { readonly kind: string; readonly n: number }[];
  /** The end of the five minutes, by talk's clock, in which the act's hour was logged. */
  readonly acceptedBy: Date | null;
  readonly witnesses: readonly WitnessSeen[];
  /** Fingerprints; null for a text that is no key. */
  readonly logKeys: { readonly issuer: string | null; readonly talk: string | null };
}

export interface Verdict {
  /** `proven` when each check is `ok`; `keys-trusted` may be `unknown`, and then all rests on comparing them. */
  readonly outcome: 'proven' | 'not-proven';
  readonly checks: readonly Check[];
  readonly what: Said;
}
