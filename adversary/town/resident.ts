import type { Store } from '@teahouse/client';
import { type Device, newDevice, type Person, signUpMember } from '@teahouse/testbed';
import { day } from './size.ts';
import type { SimTown } from './stage.ts';
import { nameOf } from './words.ts';

/** What is kept of a person between two runs of a settled town: all that the person's device and memory hold. */
export interface Citizen {
  readonly account: string;
  readonly email: string;
  readonly password: string;
  readonly company: string;
  readonly store: readonly (readonly [string, unknown])[];
  /** Cookies for members, and when they were got. */
  readonly session: { readonly cookie: string; readonly since: number };
}

/** A member with a device in a running town. */
export interface Resident extends Pick<Device, 'client' | 'store'> {
  readonly account: string;
  readonly company: string;
  /** Signs in where no session is open. `anew`: in any case, as who signs out each time. */
  signIn(anew?: boolean): Promise<void>;
  signOut(): Promise<void>;
  /** Fetches the epoch's credentials, once they are out. */
  refresh(): Promise<void>;
  readonly citizen: () => Promise<Citizen>;
}

/** contract/members/limits.ts: sessionDays. */
const sessionDays = 30;

export const companySpec = (place: number) => ({
  name: { zh: `公司${place}`, en: `Firm ${place}` },
  industry: ['internet', 'finance', 'chips', 'games'][place % 4] as string,
  domain: `firm${place}.example`,
});

/**
 * A device's store that clones nothing: the client treats what it reads as unchangeable, and cloning would take a third
 * of a run's time.
 */
function quickStore(entries: Iterable<readonly [string, unknown]> = []): Store {
  const map = new Map(entries);
  return {
    get: async (key) => map.get(key),
    set: async (key, value) => void map.set(key, value),
    delete: async (key) => void map.delete(key),
    keys: async () => [...map.keys()],
  };
}

/** Signs up with a real mail, proves the job, commits. The credential comes with the next batch. */
export async function settleOne(town: SimTown, place: number, company: number): Promise<Resident> {
  const spec = { name: nameOf(place), company: companySpec(company) };
  const person = await signUpMember(town, spec, { store: quickStore(), network: town.edge.through });
  const { id } = await person.client.members.me();
  return residentOf(town, person, { ...person, account: id }, town.clock.now().getTime());
}

/** The same member in a town that was stopped and started again, with all that the device kept. */
export async function returnOne(town: SimTown, citizen: Citizen): Promise<Resident> {
  const { store, session } = structuredClone(citizen);
  let { cookie } = session;
  /** Sends the cookies that were kept, until the server gives others or takes them away. */
  const network = (fetch: typeof globalThis.fetch): typeof globalThis.fetch => {
    const through = town.edge.through(fetch);
    return async (input, init = {}) => {
      const headers = new Headers(init.headers);
      const kept = String(input).includes('/api/members/') && !headers.has('cookie');
      if (kept && cookie !== '') headers.set('cookie', cookie);
      const response = await through(input, { ...init, headers });
      if (response.headers.getSetCookie().length > 0) cookie = '';
      return response;
    };
  };
  const device = await newDevice(town, { store: quickStore(store), network });
  return residentOf(town, device, citizen, session.since);
}

type Known = Pick<Person, 'email' | 'password' | 'company'> & { readonly account: string };

function residentOf(town: SimTown, device: Device, known: Known, signedIn: number): Resident {
  const { client, store, wire, cookies } = device;
  const { account, email, password, company } = known;
  let since = signedIn;
  wire.requests.push = () => 0; // nobody here reads what was sent
  async function signIn(anew = false): Promise<void> {
    if (!anew && town.clock.now().getTime() < since + (sessionDays - 1) * day) return;
    await client.members.signIn({ body: { email, password } });
    since = town.clock.now().getTime();
  }
  return {
    ...{ account, company, client, store, signIn },
    async signOut() {
      if (since === Number.NEGATIVE_INFINITY) return;
      await client.members.signOut();
      since = Number.NEGATIVE_INFINITY;
    },
    async refresh() {
      await signIn();
      await client.wallet.refresh();
    },
    async citizen() {
      const keys = await store.keys();
      const entries = await Promise.all(keys.map(async (key) => [key, await store.get(key)] as const));
      const session = { cookie: cookies.header('/api/members'), since };
      return structuredClone({ account, email, password, company, store: entries, session });
    },
  };
}
