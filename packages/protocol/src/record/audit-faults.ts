/** What a log can do against the rules of protocol.md 1.3, 3 and 4, as a closed list. */
export type RecordFaultCode =
  /** The entries were not given one after the other from 0. */
  | 'index-order'
  /** Not canonical, or of a type that this program doesn't know. */
  | 'entry-unreadable'
  /** A type that belongs to the other plane's log. */
  | 'entry-foreign'
  /** Entry 0 doesn't say whose log it is. */
  | 'head-missing'
  /** It says so again further on. */
  | 'head-twice'
  /** Of another plane or another instance than asked for. */
  | 'head-mismatch'
  | 'key-twice'
  /** An epoch was signed with a key that the log didn't hold before. */
  | 'key-not-logged'
  /** Not the directory that was logged last before the epoch. */
  | 'directory-mismatch'
  | 'epoch-order'
  | 'epoch-twice'
  /** Leaves and counts of an epoch that don't end in its entry, or stand in another order. */
  | 'opening-broken'
  /** Not the counts that the epoch's entry commits to. */
  | 'counts-mismatch'
  /** Everybody, industries and companies don't add up, or stand in another order. */
  | 'counts-sum'
  /** A company has more or fewer leaves in the first batch than credentials in the counts. */
  | 'leaves-count'
  /** Leaves of an epoch that isn't the newest one. */
  | 'leaves-epoch'
  | 'leaf-twice'
  /** A company's key that was there before, or one revoked that did not count. */
  | 'company-key'
  | 'token-key-twice'
  | 'token-key-many'
  | 'acts-order'
  | 'acts-empty';

export interface RecordFault {
  readonly index: number;
  readonly code: RecordFaultCode;
  /** For developers. */
  readonly message: string;
}

/** Faults beyond these are counted, not kept: a log that breaks a rule may break it at every entry. */
export const faultsKept = 100;

/** Tells a fault of the entry at hand. */
export type Report = (code: RecordFaultCode, message: string) => void;
