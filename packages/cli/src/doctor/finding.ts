/** What `teahouse doctor` found of one thing. Where it is not ok the words tell what to do. */
export interface Finding {
  readonly ok: boolean;
  readonly words: string;
  /** Not ok, but nothing that keeps the house from working: the exit code stays 0. */
  readonly isWarning?: true;
}

export const good = (words: string): Finding => ({ ok: true, words });
export const bad = (words: string): Finding => ({ ok: false, words });
export const warning = (words: string): Finding => ({ ok: false, isWarning: true, words });
