import type { Queryable } from '@teahouse/kit/pool';
import { exportAccount } from './parts/account.ts';
import { companiesPart } from './parts/companies.ts';
import { consolePart } from './parts/console.ts';
import { exportEmployments } from './parts/employments.ts';
import { feedPart } from './parts/feed.ts';
import { hiringPart } from './parts/hiring.ts';
import { jobsPart } from './parts/jobs.ts';
import { exportNetwork } from './parts/network.ts';
import { noticesPart } from './parts/notices.ts';
import { orderPart } from './parts/order.ts';
import { pipelinePart } from './parts/pipeline.ts';
import { profilePart } from './parts/profile.ts';

/** Words in the two languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What one feature keeps of somebody, for the export. */
export interface Exporter {
  /** Key in the JSON. */
  readonly name: string;
  readonly title: Words;
  /** Tables of which it has the rows. Each table that points to an account is in one of these, or below with a reason. */
  readonly tables: readonly string[];
  /** What the page calls the keys of the JSON; a key without words is shown as it is. */
  readonly words: Readonly<Record<string, Words>>;
  /** Everything of the account, as JSON with days and never a secret (a hash of a password, of a token, a key). */
  read(db: Queryable, account: string): Promise<unknown>;
}

/** In the order in which the export has them. A feature adds its own here. */
export const exporters: readonly Exporter[] = [
  exportAccount,
  exportEmployments,
  profilePart,
  exportNetwork,
  feedPart,
  noticesPart,
  orderPart,
  jobsPart,
  pipelinePart,
  hiringPart,
  consolePart,
  companiesPart,
];

/** Tables that point to an account and are in no export, and why. */
export const notExported: Readonly<Record<string, string>> = {
  work_codes: 'hashes of codes for a quarter of an hour; the member got the code itself',
  email_codes: 'hashes of codes for a quarter of an hour; the member got the code itself',
  letter_codes: 'the hash of a code that the member got, until the letter comes',
  feed_items: 'which posts of others a feed is made of; made again from whom the member knows and follows',
  feed_spreads: 'how far a post has been handed out; gone when that is done',
  wide_authors: 'whose posts are read and not handed out; follows from the number of their readers',
  notices: 'what others did, each of which stands where they did it; gone after some months',
  notice_people: 'who did what a notice tells; theirs to take along',
  house_cases:
    'that something of theirs was reported; who did is told to moderators alone, what was decided is exported',
  house_notes: 'what moderators wrote for each other about a case',
  search_people: 'words made of name, page and employments, which are all exported',
  notice_marks: 'counters of notices, and up to which one they were seen',
};
