import { randomBytes } from 'node:crypto';
import {
  createClient,
  createInlineProver,
  memoryStore,
  type Prover,
  type Store,
  type Teahouse,
  type Timers,
} from '@teahouse/client';
import { createBbs, type Rng } from '@teahouse/protocol';
import { loadMclBackend } from '@teahouse/protocol/mcl';
import type { Town } from './town.ts';
import { type CookieJar, nodeMembersFetch, recordWire, type Wire } from './wire.ts';

export interface EmployerSpec {
  readonly name: { readonly zh: string; readonly en: string };
  readonly industry: string;
  readonly domain: string;
}
export interface PersonSpec {
  readonly name: string;
  readonly company: EmployerSpec;
  readonly locale?: 'zh' | 'en';
}

/** A browser of somebody's: its store, its cookies, what it sent. */
export interface Device {
  readonly client: Teahouse;
  readonly store: Store;
  readonly cookies: CookieJar;
  readonly wire: Wire;
}
export interface Person extends Device {
  readonly name: string;
  readonly email: string;
  readonly workEmail: string;
  readonly password: string;
  /** Id of the company. */
  readonly company: string;
}

/** Randomness of the operating system. */
export const systemRng: Rng = (length) => new Uint8Array(randomBytes(length));

let prover: Promise<Prover> | undefined;
/** One prover for all people of this process: mcl, and its tables, are loaded once. */
export const sharedProver = (): Promise<Prover> => {
  prover ??= loadMclBackend().then((backend) => createInlineProver(createBbs(backend), systemRng));
  return prover;
};

export interface DeviceOptions {
  readonly store?: Store;
  readonly rng?: Rng;
  /** Without it all devices of the process share one that proves in its thread. */
  readonly prover?: Prover;
  /** Stands between the device and the network, to break it. */
  readonly network?: (through: typeof globalThis.fetch) => typeof globalThis.fetch;
  /** Without them nothing is sent by itself: `outbox.run()` is called by hand. */
  readonly timers?: Timers;
}

/** A device without anything on it. */
export async function newDevice(town: Town, options: DeviceOptions = {}): Promise<Device> {
  const store = options.store ?? memoryStore();
  const wire = recordWire(options.network ? options.network(globalThis.fetch) : globalThis.fetch);
  const cookies = nodeMembersFetch(wire.fetch);
  const client = await createClient({
    membersBase: town.membersOrigin,
    talkBase: town.talkOrigin,
    store,
    prover: options.prover ?? (await sharedProver()),
    clock: town.clock,
    rng: options.rng ?? systemRng,
    fetch: wire.fetch,
    membersFetch: cookies.fetch,
    timers: options.timers ?? null,
  });
  return { client, store, cookies, wire };
}

/** A local part of a mailbox that nobody else has. */
function mailboxOf(name: string): string {
  const words = name.toLowerCase().match(/[a-z]+/g) ?? ['someone'];
  return `${words.join('.')}.${randomBytes(4).toString('hex')}`;
}

async function signUp(town: Town, client: Teahouse, spec: PersonSpec, email: string, password: string) {
  await client.members.signUp({ body: { email, password, name: spec.name, locale: spec.locale ?? 'zh' } });
  await client.members.confirmEmail({ body: { email, code: await town.mailbox.codeFor(email) } });
}

/** Has the company approved where nobody works yet; of several at once one proposes. */
async function openCompany(
  town: Town,
  client: Teahouse,
  { name, industry, domain }: EmployerSpec,
): Promise<void> {
  const { companies } = await client.members.companies({ query: { q: domain } });
  if (companies.some(({ domains }) => domains.includes(domain))) return;
  const { company } = await client.members.proposeCompany({ body: { name, industry, domain } });
  await town.operator.operatorApprove({ params: { company } });
}

const opening = new Map<string, Promise<void>>();
function openedCompany(town: Town, client: Teahouse, company: EmployerSpec): Promise<void> {
  const key = `${town.membersOrigin} ${company.domain}`;
  const opened = opening.get(key) ?? openCompany(town, client, company);
  opening.set(key, opened);
  return opened;
}

async function verifyJob(town: Town, client: Teahouse, workEmail: string): Promise<string> {
  const { employment, company } = await client.members.startEmployment({ body: { email: workEmail } });
  const code = await town.mailbox.codeFor(workEmail);
  await client.members.confirmEmployment({ params: { employment }, body: { code } });
  return company.id;
}

/** Signs up, confirms the address, proves the job, makes a wallet and commits. The credential comes with the next batch. */
export async function signUpMember(
  town: Town,
  spec: PersonSpec,
  options: DeviceOptions = {},
): Promise<Person> {
  const device = await newDevice(town, options);
  const { client } = device;
  const mailbox = mailboxOf(spec.name);
  const email = `${mailbox}@post.example`;
  const workEmail = `${mailbox}@${spec.company.domain}`;
  const password = 'a cup of longjing tea';
  await signUp(town, client, spec, email, password);
  await openedCompany(town, client, spec.company);
  const company = await verifyJob(town, client, workEmail);
  await client.wallet.create();
  await client.wallet.commit();
  return { ...device, name: spec.name, email, workEmail, password, company };
}

/** Members with their credentials, all of one batch, so that the counts hold every one of them. */
export async function newMembers(town: Town, specs: readonly PersonSpec[]): Promise<Person[]> {
  const people = await Promise.all(specs.map((spec) => signUpMember(town, spec)));
  await town.batch();
  for (const { client } of people) await client.wallet.refresh();
  return people;
}

export async function newMember(town: Town, spec: PersonSpec): Promise<Person> {
  const [person] = await newMembers(town, [spec]);
  return person as Person;
}

/** Another device of the same member: signed in, with nothing of the wallet on it. */
export async function anotherDevice(
  town: Town,
  person: Person,
  options: DeviceOptions = {},
): Promise<Device> {
  const device = await newDevice(town, options);
  await device.client.members.signIn({ body: { email: person.email, password: person.password } });
  return device;
}
