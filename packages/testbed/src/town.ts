import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCaller, type MembersCaller } from '@teahouse/client';
import type { membersRoutes } from '@teahouse/contract/members';
import { membersPaths, membersPrefix } from '@teahouse/contract/members/paths';
import { type Clock, systemClock } from '@teahouse/kit/clock';
import { createLogger } from '@teahouse/kit/log';
import { createMembers, type Members } from '@teahouse/members/app';
import { createTalk, type Talk } from '@teahouse/talk/app';
import { openDatabases, type TwoDatabases } from './databases.ts';
import { type Mailbox, startMailbox } from './mailbox.ts';

export interface TownOptions {
  /** Members' passwords cost what they cost in earnest, where one measures that. */
  honestPasswords?: boolean;
  readonly clock?: Clock;
  /** Of the anonymity meter; 1 where a test doesn't care. */
  readonly floor?: number;
  /** `daily`: batches are run by hand, with `batch()`. */
  readonly schedule?: 'daily' | 'immediate';
  /** URLs of two databases; without them, some are made and thrown away. */
  readonly databases?: { readonly members: string; readonly talk: string };
  /** Folder with `members/secrets` and `talk/secrets`; without it a throw-away one. */
  readonly data?: string;
  /** Keys of witnesses (C2SP, type 0x04) that both logs take. */
  readonly witnesses?: readonly string[];
  /** Threads that verify proofs. */
  readonly verifyWorkers?: number;
  /** Origin of the app, where the desk is to be used from it. */
  readonly webOrigin?: string;
  /** Receives the lines that both planes log. */
  readonly onLog?: (plane: 'members' | 'talk', line: string) => void;
  /** Lets everyone of one domain's companies propose; `production` where the default of `demo` matters. */
  readonly mode?: 'demo' | 'production';
}

/** Both planes in this process, on loopback ports, as a browser would find them. */
export interface Town {
  readonly membersOrigin: string;
  readonly talkOrigin: string;
  readonly mailbox: Mailbox;
  readonly clock: Clock;
  readonly members: Members;
  readonly talk: Talk;
  readonly databases: { readonly members: string; readonly talk: string };
  /** The operator's calls to members, with the key of its secrets folder. */
  readonly operator: MembersCaller;
  /** Runs the issuer's batch and lets talk look at the published documents. */
  batch(): Promise<void>;
  stop(): Promise<void>;
}

/** Cost of argon2id for people who don't exist. */
const cheapPasswords = { memoryCost: 64, timeCost: 1 };

type Server = Members['app'];

/** Listens on a free port. Not by `serve`: that is for a process of its own, with signals and a `ready` line. */
async function listen(app: Server): Promise<string> {
  return app.listen({ host: '127.0.0.1', port: 0 });
}

const quietLog = (name: 'members' | 'talk', onLog: TownOptions['onLog']) =>
  createLogger({ name, write: (line) => onLog?.(name, line) });

async function startMembers(i: TownOptions, url: string, data: string, mailbox: Mailbox, clock: Clock) {
  const members = await createMembers({
    config: {
      databaseUrl: url,
      secrets: path.join(data, 'members', 'secrets'),
      publicLog: path.join(data, 'members', 'public-log'),
      ...(i.witnesses === undefined ? {} : { witnesses: i.witnesses.join(',') }),
      listen: '127.0.0.1:0',
      mode: i.mode ?? 'demo',
      smtpUrl: mailbox.url,
      issuanceSchedule: i.schedule ?? 'daily',
      ...(i.honestPasswords ? {} : { passwordCost: cheapPasswords }),
    },
    clock,
    log: quietLog('members', i.onLog),
  });
  return { members, membersOrigin: await listen(members.app) };
}

async function startTalk(i: TownOptions, url: string, data: string, issuerUrl: string, clock: Clock) {
  const talk = await createTalk({
    config: {
      databaseUrl: url,
      secrets: path.join(data, 'talk', 'secrets'),
      publicLog: path.join(data, 'talk', 'public-log'),
      issuerLog: path.join(data, 'talk', 'issuer-log'),
      listen: '127.0.0.1:0',
      mode: i.mode ?? 'demo',
      webOrigin: i.webOrigin ?? '',
      issuerUrl,
      floor: i.floor ?? 1,
      passwordCost: cheapPasswords,
      ...(i.witnesses === undefined ? {} : { witnesses: i.witnesses.join(',') }),
      ...(i.verifyWorkers === undefined ? {} : { verifyWorkers: i.verifyWorkers }),
    },
    clock,
    log: quietLog('talk', i.onLog),
  });
  return { talk, talkOrigin: await listen(talk.app) };
}

async function operatorOf(origin: string, data: string): Promise<MembersCaller> {
  const token = (await readFile(path.join(data, 'members', 'secrets', 'operator.token'), 'utf8')).trim();
  return createCaller<typeof membersRoutes>(membersPaths, {
    base: origin + membersPrefix,
    fetch: globalThis.fetch,
    credentials: 'omit',
    headers: { authorization: `Bearer ${token}`, 'x-teahouse': '1' },
  });
}

/**
 * Starts the whole of Teahouse: two databases, two planes, a mail server. Everything is real but the clock (if one is
 * given), the price of a password and where the mail goes.
 */
export async function startTeahouse(options: TownOptions = {}): Promise<Town> {
  const clock = options.clock ?? systemClock;
  const scratch = await mkdtemp(path.join(tmpdir(), 'tea-town-'));
  const data = options.data ?? scratch;
  const own: TwoDatabases | undefined = options.databases ? undefined : await openDatabases(scratch);
  const databases = options.databases ?? (own as TwoDatabases);
  const mailbox = await startMailbox();
  const { members, membersOrigin } = await startMembers(options, databases.members, data, mailbox, clock);
  const { talk, talkOrigin } = await startTalk(options, databases.talk, data, membersOrigin, clock);
  return {
    membersOrigin,
    talkOrigin,
    mailbox,
    clock,
    members,
    talk,
    databases,
    operator: await operatorOf(membersOrigin, data),
    async batch() {
      await members.runBatch();
      await talk.refreshWindow();
    },
    async stop() {
      await talk.close();
      await members.close();
      await mailbox.close();
      await own?.close();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}
