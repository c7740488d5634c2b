import { OfficialView, officialErrors, type TalkErrorCode, talkLimits } from '@teahouse/contract/talk';
import { countStatements } from '@teahouse/kit/pool';
import { verifyStatement } from '@teahouse/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call, Holder } from '../testing/holder.ts';
import { newSpeaker, officialOf } from '../testing/official.ts';
import { contentsOf, startTown, type Town } from '../testing/town.ts';
import { type PostAt, votesIn } from '../testing/votes.ts';
import { bytesOf, textOf } from '../wire.ts';

let town: Town;
let v: ReturnType<typeof votesIn>;
let author: Holder;
let speaker: Awaited<ReturnType<typeof newSpeaker>>;
let thread: PostAt;

beforeAll(async () => {
  town = await startTown();
  v = votesIn(town);
  author = new Holder(town);
  speaker = await newSpeaker(town);
});
beforeEach(async () => {
  thread = await v.open(author, { room: 'co-xinghe' });
});
afterAll(async () => {
  await town.stop();
  // Every code of the right of reply was reached by one of these.
  expect(Object.keys(officialErrors).filter((code) => !reached.has(code))).toEqual([]);
});

const reached = new Set<string>();
const refuses = async (code: TalkErrorCode, sent: unknown, post = thread) => {
  reached.add(code);
  const before = await contentsOf(town);
  expect((await speaker.send(post, sent)).body.code).toBe(code);
  expect(await contentsOf(town)).toBe(before);
};

describe("a company's answer", () => {
  it('stands under a thread about it, signed, so that anyone can check it', async () => {
    const said = speaker.made(thread, 'Wages go out on Friday.');
    const { status, body } = await speaker.send(thread, said);
    expect(status).toBe(200);
    OfficialView.parse(body);
    const answer = await officialOf(town, thread);
    expect(answer).toMatchObject({ company: 'xinghe', resolves: null });
    expect(answer?.versions).toEqual([{ ...said, version: 1, slot: '2026-11-18T10:00:00Z' }]);
    const [one] = answer!.versions;
    expect(verifyStatement(bytesOf(one!.key), bytesOf(one!.statement), bytesOf(one!.signature))).toBe(true);
  });

  it('sent again or many times at once is one', async () => {
    const said = speaker.made(thread, 'We looked into it.');
    const answers = await Promise.all(Array.from({ length: 10 }, () => speaker.send(thread, said)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await officialOf(town, thread))?.versions).toHaveLength(1);
  });

  it('is changed with its history, one version after the other, so often', async () => {
    let { statement } = speaker.made(thread, 'Version 1');
    await speaker.send(thread, speaker.made(thread, 'Version 1'));
    await refuses('official-stale', speaker.made(thread, 'Another first'));
    await refuses('official-stale', speaker.made(thread, 'Version 3', { version: 3, prev: statement }));
    const rival = speaker.made(thread, 'Rival', { version: 2, prev: statement });
    for (let version = 2; version <= talkLimits.officialVersions; version += 1) {
      const next = speaker.made(thread, `Version ${version}`, { version, prev: statement });
      expect((await speaker.send(thread, next)).status).toBe(200);
      statement = next.statement;
    }
    expect((await officialOf(town, thread))?.versions.map(({ text }) => text)).toEqual(
      Array.from({ length: talkLimits.officialVersions }, (_, i) => `Version ${i + 1}`),
    );
    await refuses('official-exhausted', rival);
  });

  it('of a company in a thread that its own people opened elsewhere stands there, too', async () => {
    const outside = await v.open(author, { kind: 'company' });
    expect((await speaker.send(outside, speaker.made(outside, 'Here as well'))).status).toBe(200);
    const nobody = await v.open(author, { kind: 'industry' });
    await refuses('official-foreign', speaker.made(nobody, 'Not ours'), nobody);
    expect(await officialOf(town, nobody)).toBeNull();
  });

  it('is refused under another key, company, thread, signature or text', async () => {
    const said = speaker.made(thread, 'Ours');
    const foreign = await newSpeaker(town, 'tiny');
    await refuses('official-foreign', foreign.made(thread, 'Not about us'));
    const posing = { ...foreign.made(thread, 'x'), statement: said.statement, text: said.text };
    await refuses('official-signature', posing);
    const { made } = await newSpeaker(town, 'xinghe');
    const unlisted = made(thread, 'Ours');
    expect((await speaker.send(thread, unlisted)).status).toBe(200); // two keys of one company: both count
    const other = await v.open(author, { room: 'co-xinghe' });
    await refuses('official-malformed', said, other);
    await refuses('official-malformed', { ...speaker.made(other, 'Ours'), text: 'Theirs' }, other);
    await refuses('official-malformed', { ...speaker.made(other, 'Ours'), statement: 'AAAA' }, other);
    await refuses(
      'official-signature',
      { ...speaker.made(other, 'Ours'), key: textOf(new Uint8Array(32)) },
      other,
    );
    const nowhere = { ...thread, thread: textOf(new Uint8Array(32)) };
    await refuses('unknown-thread', speaker.made(nowhere, 'Ours'), nowhere);
    expect((await call(town, 'GET', `/rooms/co-xinghe/threads/${nowhere.thread}/official`)).status).toBe(404);
  });

  it('is refused when its key was revoked; what it said before stays', async () => {
    const gone = await newSpeaker(town);
    const said = gone.made(thread, 'Before');
    await gone.send(thread, said);
    await gone.revoke();
    await refuses('official-key', gone.made(thread, 'After', { version: 2, prev: said.statement }));
    expect((await officialOf(town, thread))?.versions).toHaveLength(1);
  });

  it('with a threat or personal data is refused as anybody’s', async () => {
    await refuses('look-personal-data', speaker.made(thread, 'The writer is reached at 13812345678.'));
  });

  it('is nowhere when the thread is deleted, and can not be given then', async () => {
    await speaker.send(thread, speaker.made(thread, 'Gone with it'));
    await call(town, 'POST', '/rooms/co-xinghe/acts', author.remove(thread, thread.id, 'co-xinghe'));
    expect(await officialOf(town, thread)).toBeNull();
    await refuses('post-deleted', speaker.made(thread, 'Anew'));
  });

  it('changes no place in any list, is read in one statement and written in two', async () => {
    const other = await v.open(author, { room: 'co-xinghe' });
    const lists = async () => {
      const sorts = ['hot', 'new', 'active', 'day', 'week'];
      const pages = sorts.map((sort) => call(town, 'GET', `/rooms/co-xinghe/threads?sort=${sort}`));
      return (await Promise.all(pages)).map(({ body }) => body);
    };
    const before = await lists();
    const said = speaker.made(other, 'Quietly');
    const written = await countStatements(() => speaker.send(other, said));
    expect(written.statements).toHaveLength(3); // and what is answered is read
    expect(await lists()).toEqual(before);
    const read = await countStatements(() => officialOf(town, other));
    expect(read.statements.length).toBeLessThanOrEqual(1);
  });
});

describe("the list of companies' keys", () => {
  it('is what the issuer shows and its log holds, and takes nothing back', async () => {
    const shown = async () => (await call(town, 'GET', '/issuer/company-keys')).body;
    const good = structuredClone(town.issuer.companyKeys);
    expect(await shown()).toEqual(good);
    town.issuer.companyKeys.keys.pop();
    await town.talk.refreshWindow();
    expect(await shown()).toEqual(good);
    town.issuer.companyKeys = structuredClone(good);
    town.issuer.companyKeys.keys.push({
      ...{ company: 'xinghe', key: textOf(new Uint8Array(32).fill(7)), logged: 0, revoked: null },
    });
    await town.talk.refreshWindow();
    expect(await shown()).toEqual(good);
    expect(town.logged.join('')).toContain('keys-taken-back');
    town.issuer.companyKeys = good;
  });
});

describe('what colleagues say of an answer', () => {
  const vote = (who: Holder, resolves: 'yes' | 'no', i: { prev?: string; kind?: 'alias' } = {}) =>
    v.vote(who, thread, { resolves }, { kind: 'company', ...i });

  it('is shown above the floor, each counted once, and a mind can be changed', async () => {
    expect((await vote(new Holder(town), 'yes')).body.code).toBe('ballot-unknown');
    await speaker.send(thread, speaker.made(thread, 'It is settled.'));
    const people = v.people(talkLimits.verdictFloor);
    let last = '';
    for (const who of people) {
      expect((await officialOf(town, thread))?.resolves).toBeNull();
      last = (await vote(who, 'no')).body.id;
      expect(last).toBeTruthy();
    }
    expect((await vote(people[0]!, 'yes')).body.code).toBe('prev-conflict');
    expect((await officialOf(town, thread))?.resolves).toEqual({ yes: 0, no: 5 });
    const changed = await v.vote(
      people.at(-1)!,
      thread,
      { resolves: 'yes' },
      { prev: last, kind: undefined },
    );
    expect(changed.status).toBe(200);
    expect((await officialOf(town, thread))?.resolves).toEqual({ yes: 1, no: 4 });
    const file = await call<{ ballots: { body: string | null }[] }>(
      ...([town, 'GET', `/rooms/co-xinghe/posts/${thread.id}/ballots/resolves`] as const),
    );
    expect(file.body.ballots).toHaveLength(5);
    expect(file.body.ballots.every(({ body }) => body !== null)).toBe(true);
  });

  it('is for colleagues alone, and for the post that the answer is under', async () => {
    await speaker.send(thread, speaker.made(thread, 'It is settled.'));
    expect((await vote(new Holder(town), 'yes', { kind: 'alias' })).body.code).toBe('ballot-foreign');
    const foreign = new Holder(town, { company: 'tiny', industry: 'chips' });
    expect((await vote(foreign, 'yes')).body.code).toBe('ballot-foreign');
    const reply = await v.answer(author, thread).catch(() => undefined);
    if (reply)
      expect((await v.vote(new Holder(town), reply, { resolves: 'yes' })).body.code).toBe('ballot-unknown');
    const few = await call<{ ballots: { body: string | null }[] }>(
      ...([town, 'GET', `/rooms/co-xinghe/posts/${thread.id}/ballots/resolves`] as const),
    );
    expect(few.body.ballots.every(({ body }) => body === null)).toBe(true);
  });

  it('is for credentials of the month of the answer, not of the thread', async () => {
    town.issuer.openEpoch('2026-12', [
      { company: 'xinghe', industry: 'internet', standing: 'current', evidence: 'mailbox-code', n: 12 },
    ]);
    town.clock.set('2026-12-09T10:00:00Z');
    await town.talk.refreshWindow();
    await speaker.send(thread, speaker.made(thread, 'Late, but here.'));
    expect((await vote(new Holder(town), 'yes')).body.code).toBe('ballot-foreign');
    expect((await vote(new Holder(town, { epoch: '2026-12' }), 'yes')).status).toBe(200);
    town.clock.set('2026-12-24T10:00:00Z');
    expect((await vote(new Holder(town, { epoch: '2026-12' }), 'yes')).body.code).toBe('ballot-closed');
  });
});
