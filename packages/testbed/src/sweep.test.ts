import { deskPaths } from '@teahouse/contract/desk/paths';
import { deskAccess } from '@teahouse/talk/desk-access';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, callers, openSweep, type Plane, prefixes, registeredRoutes } from './sweep-stage.ts';
import { membersTable, talkTable } from './sweep-table.ts';

/*
 * All routes × all callers (quality.md, "Abuse of the web"). The desk's own roles are in talk's desk/access.test.ts; here
 * stands what members and the operator of the named plane may do there, which is nothing.
 */
let stage: Awaited<ReturnType<typeof openSweep>>;
beforeAll(async () => {
  stage = await openSweep();
});
afterAll(() => stage.stop());

async function ask(plane: Plane, prefix: string, route: string, caller: Caller): Promise<number> {
  const [method = 'GET', path = ''] = route.split(' ');
  const body = stage.bodyOf(route);
  const { statusCode, stream } = await stage.town[plane].app
    .inject({
      method: method as 'GET',
      url: prefix + stage.example(path),
      headers: { 'x-teahouse': '1', ...(await stage.headersOf(caller)) },
      ...(body && { payload: body }),
      // A stream of events has no end to wait for.
      payloadAsStream: true,
    })
    .then((reply) => ({ statusCode: reply.statusCode, stream: reply.stream() }));
  stream.destroy();
  return statusCode;
}

/** Addresses below a prefix, as the tables have them. */
const below = (plane: Plane, prefix: string): string[] =>
  registeredRoutes(stage.town, plane)
    .map((route) => route.replace(` ${prefix}/`, ' /'))
    .filter((route) => !route.includes(' /api/'))
    .sort();

describe('the table of all routes', () => {
  it('has a row for each of the named plane, and no row too many', () => {
    expect(below('members', prefixes.members)).toEqual(Object.keys(membersTable).sort());
    expect(
      registeredRoutes(stage.town, 'members').filter((route) => !route.includes(prefixes.members)),
    ).toEqual([]);
  });

  it('has a row for each of the anonymous plane, and no row too many', () => {
    expect(below('talk', prefixes.talk)).toEqual(Object.keys(talkTable).sort());
  });

  it('has a row for each of the desk, and there is nothing else on its server', () => {
    const rows = Object.keys(deskAccess).map((name) => deskPaths[name as keyof typeof deskPaths]);
    expect(below('talk', prefixes.desk)).toEqual([...rows].sort());
    const elsewhere =
      ({ talk, desk }: typeof prefixes) =>
      (route: string) =>
        !route.includes(` ${talk}/`) && !route.includes(` ${desk}/`);
    expect(registeredRoutes(stage.town, 'talk').filter(elsewhere(prefixes))).toEqual([]);
  });
});

describe.each(Object.entries(membersTable))('members: %s', (route, row) => {
  // The owner comes last: what is ended then was still there for the others.
  it('answers a visitor, another member, the operator and its owner as its row says', async () => {
    const found: Partial<Record<Caller, number>> = {};
    for (const caller of ['visitor', 'other', 'operator', 'member'] as const)
      found[caller] = await ask('members', prefixes.members, route, caller);
    expect(callers.map((caller) => found[caller])).toEqual(row);
  });
});

describe.each(Object.entries(talkTable))('talk: %s', (route, status) => {
  it('answers nobody as its row says, and refuses whoever brings a name', async () => {
    expect(await ask('talk', prefixes.talk, route, 'visitor')).toBe(status);
    for (const caller of ['member', 'operator'] as const)
      expect(await ask('talk', prefixes.talk, route, caller)).toBe(400);
  });
});

describe.each(Object.entries(deskAccess))('desk: %s', (name, least) => {
  it('takes nobody for staff who is a member or the operator', async () => {
    const route = deskPaths[name as keyof typeof deskPaths];
    for (const caller of ['visitor', 'member'] as const) {
      const status = await ask('talk', prefixes.desk, route, caller);
      if (least === 'anybody') expect([403, 422]).toContain(status);
      else expect(status).toBe(401);
    }
    expect(await ask('talk', prefixes.desk, route, 'operator')).toBe(400);
  });
});
