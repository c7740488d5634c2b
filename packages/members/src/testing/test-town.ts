import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Me } from '@teahouse/contract/members';
import { membersPrefix } from '@teahouse/contract/members';
import { type FakeClock, fakeClock } from '@teahouse/kit/clock';
import { createLogger } from '@teahouse/kit/log';
import { createTestDb, type TestDb } from '@teahouse/kit/test-db';
import { makeCommitment, newSeed, type Rng, toBase64url } from '@teahouse/protocol';
import { createMembers, type Members, migrationsFolder } from '../app.ts';
import type { MembersConfigInput } from '../config.ts';
import { type MailSink, startMailSink } from './test-mail-sink.ts';

export interface Reply<T> {
  status: number;
  code: string | undefined;
  body: T;
  headers: Record<string, unknown>;
  cookies: { name: string; [attribute: string]: unknown }[];
}

/** A browser: keeps cookies and sends the app's header. */
export interface Browser {
  cookies: Map<string, string>;
  call<T = unknown>(method: string, path: string, body?: unknown, headers?: object): Promise<Reply<T>>;
}

/** The named plane with a database, an SMTP server, a clock and secrets of its own. */
export interface Town {
  members: Members;
  db: TestDb;
  clock: FakeClock;
  mail: MailSink;
  log: string[];
  secrets: string;
  operator: { authorization: string };
  browser(): Browser;
  /** The latest mail to an address, once all are delivered. */
  mailTo(address: string): Promise<{ subject: string; text: string; code: string }>;
  close(): Promise<void>;
}

const cheap = { memoryCost: 64, timeCost: 1 };

export async function openTown(
  options: {
    schedule?: 'immediate' | 'daily';
    mode?: 'demo' | 'production';
    now?: string;
    rng?: Rng;
    witnesses?: string;
    /** Whether linked pages are fetched, and from where; from nowhere without it. */
    links?: 'on' | 'off';
    mayConnect?: (address: string) => boolean;
    /** Further settings. */
    config?: Partial<MembersConfigInput>;
  } = {},
): Promise<Town> {
  const [db, mail] = await Promise.all([createTestDb(migrationsFolder), startMailSink()]);
  const secrets = mkdtempSync(join(tmpdir(), 'teahouse-members-'));
  const clock = fakeClock(options.now ?? '2026-11-10T09:30:00Z');
  const log: string[] = [];
  const members = await createMembers({
    config: {
      ...{
        databaseUrl: db.url,
        secrets,
        smtpUrl: mail.url,
        passwordCost: cheap,
        webOrigin: 'https://tea.test',
      },
      mode: options.mode ?? 'demo',
      issuanceSchedule: options.schedule ?? 'daily',
      witnesses: options.witnesses ?? '',
      linkPreviews: options.links ?? 'off',
      ...options.config,
    },
    clock,
    log: createLogger({ name: 'members', write: (line) => log.push(line) }),
    ...(options.rng ? { rng: options.rng } : {}),
    ...(options.mayConnect ? { links: { mayConnect: options.mayConnect } } : {}),
  });
  const operator = { authorization: `Bearer ${readFileSync(join(secrets, 'operator.token'), 'utf8')}` };
  return {
    ...{ members, db, clock, mail, log, secrets, operator },
    browser: () => openBrowser(members),
    async mailTo(address) {
      await members.idle();
      const found = mail.received.filter(({ to }) => to === address).at(-1);
      if (!found) throw new Error(`no mail to ${address}`);
      return { ...found, code: /\b\d{6}\b/.exec(found.text)?.[0] ?? '' };
    },
    async close() {
      await members.close();
      await Promise.all([db.drop(), mail.close()]);
      rmSync(secrets, { recursive: true });
    },
  };
}

/** Another process of the same town: its database, secrets and clock. Close it before the town. */
export function openTwin(
  town: Town,
  config: { instance?: string; publicLog?: string } = {},
): Promise<Members> {
  const { webOrigin, witnesses, ...same } = town.members.context.config;
  return createMembers({
    config: { ...same, webOrigin: webOrigin.join(','), witnesses: witnesses.join(','), ...config },
    clock: town.clock,
    log: town.members.context.log,
  });
}

function openBrowser(members: Members): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async call<T>(method: string, path: string, body?: unknown, headers: object = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await members.app.inject({
        method: method as 'GET',
        url: membersPrefix + path,
        headers: { 'x-teahouse': '1', ...(cookie ? { cookie } : {}), ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      for (const { name, value } of answer.cookies) value ? cookies.set(name, value) : cookies.delete(name);
      const parsed = answer.body === '' ? undefined : answer.json();
      const code = answer.statusCode >= 400 ? parsed?.code : undefined;
      return {
        status: answer.statusCode,
        code,
        body: parsed as T,
        headers: answer.headers,
        cookies: answer.cookies,
      };
    },
  };
}

export const password = 'a long pot of oolong';

/** Signs up and confirms; the browser is signed in after it. */
export async function signUp(town: Town, email: string, locale = 'en'): Promise<Browser> {
  const browser = town.browser();
  await browser.call('POST', '/accounts', { email, password, name: 'Lin', locale });
  const { code } = await town.mailTo(email);
  const reply = await browser.call('POST', '/accounts/confirm', { email, code });
  if (reply.status !== 200) throw new Error(`not confirmed: ${reply.code}`);
  return browser;
}

/** An approved company with this domain. */
export async function foundCompany(
  town: Town,
  by: Browser,
  domain: string,
  industry = 'chips',
): Promise<string> {
  const name = { zh: '青港', en: domain.split('.')[0] };
  const { body } = await by.call<{ company: string }>('POST', '/companies', { name, industry, domain });
  await town.browser().call('POST', `/operator/companies/${body.company}/approve`, undefined, town.operator);
  return body.company;
}

/** Proves a work address, as far as a code gets one. */
export async function verify(town: Town, browser: Browser, email: string): Promise<Reply<Me>> {
  const started = await browser.call<{ employment: string }>('POST', '/employments', { email });
  if (started.status !== 200) return started as unknown as Reply<Me>;
  const { code } = await town.mailTo(email.toLowerCase().replace(/\+.*@/, '@'));
  return browser.call<Me>('POST', `/employments/${started.body.employment}/confirm`, { code });
}

/** A wallet's part: the same seed makes the same point each time. */
export function commitmentOf(town: Town, seed: Uint8Array): string {
  return toBase64url(makeCommitment({ bbs: town.members.context.bbs, seed, rng }));
}

const rng: Rng = (length) => new Uint8Array(randomBytes(length));
export const someSeed = (): Uint8Array => newSeed(rng);

export function commit(town: Town, browser: Browser, seed: Uint8Array, replace = false): Promise<Reply<Me>> {
  return browser.call<Me>('POST', '/commitment', { commitment: commitmentOf(town, seed), replace });
}
