import { randomBytes } from 'node:crypto';
import { deskPrefix, type Role, type Staff } from '@teahouse/contract/desk';
import { Secret, TOTP } from 'otpauth';
import type { Town } from '../../testing/town.ts';
import { inviteStaff } from '../staff/people.ts';

export interface DeskReply<T> {
  readonly status: number;
  readonly body: T & { readonly code?: string };
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly cookies: readonly { readonly name: string; readonly [attribute: string]: unknown }[];
}

export const webOrigin = 'https://tea.test';
/** What a town with a desk is started with. */
export const deskSettings = { webOrigin, passwordCost: { memoryCost: 64, timeCost: 1 } };

/** What a clerk needs of a town. */
export type DeskTown = Pick<Town, 'talk' | 'clock'>;

/** Somebody at a browser that keeps the desk's cookies and sends the app's header. */
export class Clerk {
  readonly town: DeskTown;
  readonly jar = new Map<string, string>();
  readonly password = `a long password ${randomBytes(4).toString('hex')}`;
  name = '';
  id = '';
  secret = '';

  constructor(town: DeskTown) {
    this.town = town;
  }

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async call<T = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    payload?: unknown,
    headers: Record<string, string> = {},
  ): Promise<DeskReply<T>> {
    const answer = await this.town.talk.app.inject({
      method,
      url: deskPrefix + path,
      headers: {
        'x-teahouse': '1',
        origin: webOrigin,
        ...(this.jar.size > 0 && { cookie: this.cookie }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
    for (const { name, value } of answer.cookies) {
      if (value === '') this.jar.delete(name);
      else this.jar.set(name, value);
    }
    const isJson = String(answer.headers['content-type']).includes('json');
    return {
      status: answer.statusCode,
      body: (isJson ? answer.json() : {}) as T & { code?: string },
      bytes: answer.rawPayload,
      headers: answer.headers,
      cookies: answer.cookies,
    };
  }

  /** What the authenticator shows now, or so many steps of 30 seconds from now. */
  codeAt(steps = 0): string {
    const timestamp = this.town.clock.now().getTime() + steps * 30_000;
    return new TOTP({ secret: Secret.fromBase32(this.secret) }).generate({ timestamp });
  }

  signIn(given: { name?: string; password?: string; code?: string } = {}): Promise<DeskReply<Staff>> {
    const { name, password } = this;
    return this.call<Staff>('POST', '/session', { name, password, code: this.codeAt(), ...given });
  }

  /** Takes up an invitation, and is signed in. */
  async enrol(invite: string): Promise<DeskReply<Staff>> {
    const { body } = await this.call<{ name: string; secret: string }>('POST', '/enrol', {
      invite,
      password: this.password,
    });
    this.name = body.name;
    this.secret = body.secret;
    const code = this.secret ? this.codeAt() : '000000';
    const taken = await this.call<Staff>('POST', '/enrol/confirm', { invite, password: this.password, code });
    this.id = taken.body.id;
    return taken;
  }
}

/** Somebody of the staff who is signed in. */
export async function hire(
  town: DeskTown & { readonly db: Pick<Town['db'], 'pool'> },
  name: string,
  role: Role = 'moderator',
): Promise<Clerk> {
  const { invite } = await inviteStaff(town.db.pool, town.clock.now(), { name, role });
  const clerk = new Clerk(town);
  const { status, body } = await clerk.enrol(invite);
  if (status !== 200) throw new Error(`could not enrol: ${body.code}`);
  return clerk;
}
