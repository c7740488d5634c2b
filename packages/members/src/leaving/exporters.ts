import type { Queryable } from '@teahouse/kit/pool';
import { exportAccount } from './parts/account.ts';
import { exportEmployments } from './parts/employments.ts';
import { exportNetwork } from './parts/network.ts';

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
export const exporters: readonly Exporter[] = [exportAccount, exportEmployments, exportNetwork];

/** Tables that point to an account and are in no export, and why. */
export const notExported: Readonly<Record<string, string>> = {
  work_codes: 'hashes of codes for a quarter of an hour; the member got the code itself',
  email_codes: 'hashes of codes for a quarter of an hour; the member got the code itself',
};
