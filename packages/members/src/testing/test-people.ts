import type { IssuerDocument } from '@teahouse/contract/issuer';
import { onTestFinished } from 'vitest';
import {
  type Browser,
  commit,
  foundCompany,
  openTown,
  password,
  signUp,
  someSeed,
  type Town,
  verify,
} from './test-town.ts';

/** What a member gets of its credentials. */
export interface Fetched {
  credentials: {
    epoch: string;
    company: string;
    industry: string;
    standing: 'current' | 'former';
    key: string;
    signature: string;
    leaf: { salt: string; pin: string; evidence: string; logged: number };
  }[];
  schedule: string;
  nextBatch: string;
}

/** A town with two companies, closed when the test is over. */
export const openWithCompanies = async (options: Parameters<typeof openTown>[0] = {}) => {
  const town = await openTown(options);
  onTestFinished(() => town.close());
  const founder = await signUp(town, 'founder@home.test');
  await foundCompany(town, founder, 'harbour.com', 'logistics');
  await foundCompany(town, founder, 'garden.com', 'games');
  return town;
};

/** Somebody with a job and a pinned commitment. */
export interface Person {
  browser: Browser;
  seed: Uint8Array;
}
let people = 0;
const emails = new WeakMap<Browser, string>();

/** Somebody new, signed in. */
export async function someone(town: Town): Promise<Browser> {
  people += 1;
  const email = `person${people}@home.test`;
  const browser = await signUp(town, email);
  emails.set(browser, email);
  return browser;
}

/** Sessions end after thirty days; months pass in some tests. */
export const signInAgain = (browser: Browser) =>
  browser.call('POST', '/session', { email: emails.get(browser), password });

/** Has a code sent to a work address. */
export const start = (browser: Browser, email: string, company?: string) =>
  browser.call<{ employment: string }>('POST', '/employments', { email, ...(company ? { company } : {}) });

/** Work address of the latest person. */
export const lastWorker = (domain: string) => `worker${people}@${domain}`;

export const employ = async (town: Town, domain: string): Promise<Person> => {
  const [browser, seed] = [await someone(town), someSeed()];
  await verify(town, browser, lastWorker(domain));
  await commit(town, browser, seed);
  return { browser, seed };
};
export const employAll = async (town: Town, count: number, domain = 'harbour.com') => {
  const all: Person[] = [];
  for (let n = 0; n < count; n += 1) all.push(await employ(town, domain));
  return all;
};
export const fetchOwn = async ({ browser }: Person) =>
  (await browser.call<Fetched>('GET', '/credentials')).body;
/** The issuer's public document. */
export const published = async (town: Town, headers = {}) =>
  town.browser().call<IssuerDocument>('GET', '/public/issuer', undefined, headers);
