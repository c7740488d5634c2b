/** The fictional town that the first run fills in. Texts are written by hand; authors and times are drawn by the seed. */

export interface TownCompany {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly industry: string;
  readonly domain: string;
  /** Members of the town that work here. */
  readonly people: number;
}

export interface TownReply {
  readonly text: string;
  /** Index of the reply (in this thread's list) that this one answers; absent: answers the thread itself. */
  readonly to?: number;
  /** Who speaks: replies with the same letter come from the same person; `op` is the opener. Absent: somebody new. */
  readonly by?: string;
  /** Speaks as an employee of this company, where the speaker must be one; absent: anyone. */
  readonly from?: string;
  /** A later correction of the text, to show an edit. */
  readonly edited?: string;
  /** Deleted by its author, to show a tombstone. */
  readonly deleted?: true;
}

export interface TownThread {
  /** `square`, `ind-<industry>`, `co-<company>` or a topic's id (`hours`, `moving-on`, `pay`). */
  readonly room: string;
  readonly lang: 'zh' | 'en';
  readonly title: string;
  readonly text: string;
  /** Company of the opener; absent: anyone. */
  readonly from?: string;
  /** How the opener wants to be labelled. Default `company`. */
  readonly label?: 'company' | 'industry' | 'professional' | 'alias';
  /** Days before the end of the seed's time at which it was opened. */
  readonly daysAgo: number;
  readonly replies: readonly TownReply[];
  /** Asked with the opening. Who votes for what is drawn. */
  readonly poll?: {
    readonly options: readonly string[];
    readonly multiple: boolean;
    readonly voters: 'everyone' | 'colleagues';
  };
  /** How many colleagues say what of it; in a room of a company, or by one who speaks for it. */
  readonly claim?: { readonly confirm: number; readonly dispute: number; readonly unknown: number };
}
