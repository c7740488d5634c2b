import {
  officialErrors,
  orderErrors,
  type TalkErrorCode,
  talkErrors,
  talkLimits,
} from '@teahouse/contract/talk';
import {
  encodeCbor,
  presentationToWire,
  roomContext,
  threadContext,
  tokensContext,
} from '@teahouse/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  call,
  Holder,
  mint,
  type Reply,
  send,
  threadWithBody,
  tokenKeyOf,
  type WireEnvelope,
} from '../testing/holder.ts';
import { rng } from '../testing/issuer.ts';
import { contentsOf, instance, startTown, type Town } from '../testing/town.ts';
import { generateTokenKey, openTokenKey } from '../tokens/rsa.ts';
import { bytesOf, textOf } from '../wire.ts';

let town: Town;
let author: Holder;
let opened: { id: string; thread: string };
const reached = new Set<string>();

beforeAll(async () => {
  town = await startTown();
  author = new Holder(town);
});
beforeEach(async () => {
  opened = (await send(town, 'square', author.thread())).body;
});
afterAll(() => town.stop());

/** The request is refused with this code, and the database is as it was. */
async function refused(code: string, request: () => Promise<Reply<unknown>>, status?: number): Promise<void> {
  const before = await contentsOf(town);
  const answer = await request();
  expect(answer.body.code).toBe(code);
  expect(answer.status).toBe(status ?? talkErrors[code as TalkErrorCode].status);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(await contentsOf(town)).toBe(before);
  reached.add(code);
}
const refusedAct = (code: string, envelope: unknown, room = 'square', status?: number) =>
  refused(code, () => send(town, room, envelope), status);

/** The same bytes but for one. */
function flipped(text: string, at = -1): string {
  const bytes = Buffer.from(bytesOf(text));
  const index = at < 0 ? bytes.length + at : at;
  bytes[index] = bytes[index]! ^ 1;
  return textOf(bytes);
}

describe('an act is refused, with nothing written,', () => {
  it('to a room or thread that is not there', async () => {
    await refusedAct('unknown-room', author.thread({ room: 'nowhere' }), 'nowhere');
    const elsewhere = { id: textOf(rng(32)), thread: textOf(rng(32)) };
    await refusedAct('unknown-thread', author.reply(elsewhere));
    await refusedAct('unknown-post', author.reply({ ...opened, id: textOf(rng(32)) }, { kind: undefined }));
    await refusedAct('unknown-post', author.edit({ ...opened, id: textOf(rng(32)) }, opened.id, 'x'));
    await refusedAct('unknown-post', author.edit({ ...opened, thread: textOf(rng(32)) }, opened.id, 'x'));
  });

  it('when it was made for another instance or room', async () => {
    await refusedAct('act-wrong-instance', author.thread({ instance: 'other.example' }));
    await refusedAct('act-wrong-instance', author.thread(), 'hours');
  });

  it('when it is not in canonical form', async () => {
    const good = author.thread();
    await refusedAct('act-malformed', { ...good, header: textOf(Buffer.from('no CBOR')) });
    await refusedAct('act-malformed', { ...good, header: good.header + textOf(Buffer.alloc(3)) });
    await refusedAct('invalid-input', { ...good, salt: 'short' }, 'square', 422);
    await refusedAct('invalid-input', { ...good, surplus: true }, 'square', 422);
    const reply = (await send(town, 'square', author.reply(opened, { kind: undefined }))).body;
    await refusedAct('act-malformed', author.edit(reply, reply.id, 'x', 'Only a thread has a title'));
  });

  it('when its pictures are not those that were signed, too large, or no pictures', async () => {
    const size = { width: 320, height: 200 };
    const noise = { file: rng(5000), ...size };
    const good = author.reply(opened, { kind: undefined, pictures: [noise] });
    const { pictures: _gone, ...bare } = good;
    await refusedAct('picture-mismatch', bare);
    await refusedAct('picture-mismatch', { ...good, pictures: [textOf(rng(5000))] });
    await refusedAct('picture-mismatch', {
      ...author.reply(opened, { kind: undefined }),
      pictures: [textOf(noise.file)],
    });
    await refusedAct('picture-invalid', good);
    const large = { file: rng(talkLimits.pictureBytes + 1), ...size };
    await refusedAct('picture-too-large', author.reply(opened, { kind: undefined, pictures: [large] }));
    await refused('unknown-picture', () => call(town, 'GET', `/rooms/square/pictures/${textOf(rng(32))}`));
  });

  it('when its text is longer than the limit', async () => {
    const body = encodeCbor({ title: 'T', text: '茶'.repeat(talkLimits.textCharacters + 1) });
    const act = threadWithBody(author, body);
    await refusedAct('act-too-long', act);
    const control = encodeCbor({ title: 'T', text: 'bell \u0007' });
    await refusedAct('act-malformed', threadWithBody(author, control));
    await refusedAct('act-too-long', { ...act, body: textOf(Buffer.alloc(talkLimits.bodyBytes + 1)) });
    await refusedAct(
      'too-large',
      { ...act, body: 'A'.repeat(talkLimits.actBytesWithPictures) },
      'square',
      413,
    );
  });

  it('when the text differs from what was signed', async () => {
    const good = author.thread();
    await refusedAct('body-mismatch', { ...good, body: flipped(good.body) });
    await refusedAct('body-mismatch', { ...good, salt: flipped(good.salt) });
  });

  it('when it is signed by somebody else, or not at all', async () => {
    const good = author.reply(opened, { kind: undefined });
    await refusedAct('act-signature', { ...good, signature: flipped(good.signature, 0) });
    const other = new Holder(town).reply(opened, { kind: undefined });
    await refusedAct('act-signature', { ...other, pseudonym: good.pseudonym });
    const edit = author.edit(opened, opened.id, 'x');
    await refusedAct('act-signature', { ...edit, signature: flipped(edit.signature, 0) });
  });

  it('when it carries another number of tokens', async () => {
    const good = author.thread();
    await refusedAct('token-count', { ...good, tokens: good.tokens.slice(1) });
    await refusedAct('token-count', { ...good, refunds: [...good.refunds, ...good.refunds].slice(0, 3) });
    await refusedAct('token-count', { ...author.edit(opened, opened.id, 'x'), tokens: good.tokens.slice(1) });
  });

  it('when a token is of another key, instance or nonce, or not signed', async () => {
    const nonce = rng(32);
    const good = author.reply(opened, { kind: undefined, nonce });
    const withToken = (token: Uint8Array) => ({ ...good, tokens: [textOf(token)] });
    const stranger = openTokenKey('2026-11', await generateTokenKey());
    await refusedAct('token-invalid', withToken(mint(stranger, nonce)));
    await refusedAct('token-invalid', withToken(mint(tokenKeyOf(town), nonce, 'other.example')));
    await refusedAct('token-invalid', withToken(mint(tokenKeyOf(town), rng(32))));
    await refusedAct('token-invalid', { ...good, tokens: [flipped(good.tokens[0]!)] });
  });

  it('when a post was edited too often', async () => {
    let last = opened.id;
    for (let i = 0; i < talkLimits.editsPerPost; i++) {
      last = (await send(town, 'square', author.edit(opened, last, `Version ${i}`))).body.id;
    }
    await refusedAct('edits-exhausted', author.edit(opened, last, 'Once more'));
    expect((await send(town, 'square', author.remove(opened, last))).status).toBe(200);
  });

  it('when a token was spent on another act', async () => {
    const nonce = rng(32);
    expect((await send(town, 'square', author.reply(opened, { kind: undefined, nonce }))).status).toBe(200);
    await refusedAct('token-spent', author.reply(opened, { kind: undefined, nonce }));
  });

  it('when its alias has not entered, or entered otherwise', async () => {
    await refusedAct('alias-missing', new Holder(town).reply(opened, { kind: undefined }));
    const { entry: _without, ...bare } = author.thread();
    await refusedAct('alias-missing', bare);
    await refusedAct('alias-mismatch', author.reply(opened, { kind: 'alias' }));
  });

  it('when its proof does not hold, or is of another thread, label or key', async () => {
    const guest = new Holder(town);
    const good = guest.reply(opened);
    const broken = (entry: Partial<NonNullable<WireEnvelope['entry']>>) => ({
      ...good,
      entry: { ...good.entry!, ...entry },
    });
    await refusedAct('presentation-invalid', broken({ proof: flipped(good.entry!.proof) }));
    await refusedAct('presentation-invalid', broken({ proof: good.entry!.proof.slice(0, 400) }));
    await refusedAct(
      'presentation-invalid',
      broken({ label: { kind: 'professional', epoch: '2026-11', standing: 'current' } }),
    );
    await refusedAct('presentation-invalid', broken({ pseudonym: author.reply(opened).pseudonym }));
    const elsewhere = presentationToWire(guest.show(threadContext(rng(40)), 'company'));
    await refusedAct('presentation-invalid', {
      ...good,
      pseudonym: elsewhere.pseudonym,
      entry: { ...elsewhere, publicKey: good.entry!.publicKey },
    });
  });

  it('when the credential no longer counts, or its key is not published', async () => {
    await refusedAct('epoch-stale', new Holder(town, { epoch: '2026-10' }).thread());
    await refusedAct('epoch-stale', new Holder(town, { epoch: '2026-12' }).thread());
    town.clock.set('2026-12-01T00:01:00Z');
    await refusedAct('issuer-key-unknown', new Holder(town, { epoch: '2026-12' }).thread());
    town.clock.set('2026-11-18T10:02:00Z');
  });

  it('when the label names what is not in the directory, or too few share it', async () => {
    await refusedAct('label-foreign', new Holder(town, { company: 'unheard-of' }).thread());
    await refusedAct(
      'label-foreign',
      new Holder(town, { industry: 'unheard-of' }).thread({ kind: 'industry' }),
    );
    const few = new Holder(town, { company: 'tiny', industry: 'chips' });
    await refusedAct('label-below-floor', few.thread());
    await refusedAct('label-below-floor', few.thread({ kind: 'industry' }));
    expect((await send(town, 'square', few.thread({ kind: 'professional' }))).status).toBe(200);
    const lone = new Holder(town, { standing: 'former' });
    await refusedAct('label-below-floor', lone.thread({ kind: 'professional' }));
    expect((await send(town, 'square', lone.thread({ kind: 'alias' }))).status).toBe(200);
  });

  it("when it changes another's post", async () => {
    const guest = new Holder(town);
    await refusedAct('not-author', guest.edit(opened, opened.id, 'x'));
    await refusedAct('not-author', guest.remove(opened, opened.id));
  });

  it('when an old edit is replayed, or the post is gone', async () => {
    const first = author.edit(opened, opened.id, 'First');
    const second = author.edit(opened, (await send(town, 'square', first)).body.id, 'Second');
    const latest = (await send(town, 'square', second)).body.id;
    await refusedAct('prev-conflict', first);
    expect((await send(town, 'square', second)).status).toBe(200);
    const removal = await send(town, 'square', author.remove(opened, latest));
    expect(removal.status).toBe(200);
    await refusedAct('prev-conflict', first);
    await refusedAct('post-deleted', author.edit(opened, removal.body.id, 'Back again'));
    await refusedAct('post-deleted', author.reply(opened, { kind: undefined }));
  });
});

describe('a ballot is refused', () => {
  const poll = { options: ['Tea', 'Water'], multiple: false, voters: 'everyone' } as const;
  const choice = { choices: [0] };

  it('where there is nothing to vote on, or no such choice', async () => {
    const guest = new Holder(town);
    await refusedAct('ballot-unknown', guest.ballot(opened, choice, { kind: 'alias' }));
    const asked = (await send(town, 'square', author.thread({ poll }))).body;
    await refusedAct('ballot-unknown', guest.ballot(asked, { choices: [2] }, { kind: 'alias' }));
    await refusedAct('ballot-unknown', guest.ballot(asked, { choices: [0, 1] }, { kind: 'alias' }));
    await refusedAct('ballot-unknown', author.thread({ poll: { ...poll, voters: 'colleagues' } }));
  });

  it('to one whom it is not for', async () => {
    const asked = (await send(town, 'square', author.thread({ poll }))).body;
    await refusedAct('ballot-foreign', new Holder(town).ballot(asked, choice, { kind: 'company' }));
    const former = new Holder(town, { standing: 'former' });
    await refusedAct('ballot-foreign', former.ballot(opened, { verdict: 'dispute' }, { kind: 'company' }));
  });

  it('when it is over', async () => {
    const asked = (await send(town, 'square', author.thread({ poll }))).body;
    const before = town.clock.now();
    town.clock.advance(talkLimits.ballotDays * 86_400_000);
    await refusedAct('ballot-closed', new Holder(town).ballot(asked, choice, { kind: 'alias' }));
    town.clock.set(before);
  });
});

describe('a draw is refused', () => {
  const request = (holder: Holder, week = '2026-W47') => ({
    week,
    keyId: textOf(tokenKeyOf(town).id),
    entry: presentationToWire(holder.show(tokensContext(instance, week), 'alias')),
    blinded: Array.from({ length: talkLimits.tokensPerWeek }, () =>
      textOf(Buffer.concat([Buffer.alloc(1), rng(255)])),
    ),
  });
  const draw = (body: unknown) => call(town, 'POST', '/tokens/draw', body);

  it('for another week, or under a key that does not count', async () => {
    await refused('wrong-week', () => draw(request(new Holder(town), '2026-W45')));
    const other = { ...request(new Holder(town)), keyId: textOf(rng(32)) };
    await refused('token-invalid', () => draw(other));
    const large = request(new Holder(town));
    large.blinded[3] = textOf(Buffer.alloc(256, 0xff));
    await refused('token-invalid', () => draw(large));
  });

  it('to a proof that says more than it must, or does not hold', async () => {
    const holder = new Holder(town);
    const good = request(holder);
    const chatty = presentationToWire(holder.show(tokensContext(instance, '2026-W47'), 'company'));
    await refused('presentation-invalid', () => draw({ ...good, entry: chatty }));
    await refused('presentation-invalid', () =>
      draw({ ...good, entry: { ...good.entry, proof: flipped(good.entry.proof) } }),
    );
    await refused('epoch-stale', () => draw(request(new Holder(town, { epoch: '2026-10' }))));
  });

  it('a second time, with other messages', async () => {
    const holder = new Holder(town);
    expect((await draw(request(holder))).status).toBe(200);
    await refused('already-drawn', () => draw(request(holder)));
  });
});

describe('a proof is refused', () => {
  const proof = (id: string) => call(town, 'GET', `/rooms/square/posts/${id}/proof`);

  it('before its act is in the log, and then says when to ask again', async () => {
    await refused('proof-not-yet', () => proof(opened.id));
    // 10:02, with an entry every full hour and upkeep every minute.
    expect((await proof(opened.id)).headers['retry-after']).toBe(String(58 * 60 + 60));
    await town.talk.logActs();
    expect((await proof(opened.id)).status).toBe(200);
    expect((await send(town, 'square', author.edit(opened, opened.id, 'Other words'))).status).toBe(200);
    await refused('proof-not-yet', () => proof(opened.id));
  });

  it('when the words are gone, or never were', async () => {
    await town.talk.logActs();
    await send(town, 'square', author.remove(opened, opened.id));
    await refused('proof-gone', () => proof(opened.id));
    await refused('unknown-post', () => proof(textOf(rng(32))));
  });
});

describe('a search is refused', () => {
  it('without a word to look for', () =>
    refused('search-empty', () => call(town, 'GET', `/search?q=${encodeURIComponent('!?')}`)));
});

describe('a room for colleagues is refused', () => {
  const room = 'in-xinghe';
  const enter = (holder: Holder, day: string) =>
    call(town, 'POST', `/rooms/${room}/key`, {
      day,
      entry: presentationToWire(holder.show(roomContext(room, day), 'company')),
    });

  it('to whoever does not carry its key, asks for another day, or works elsewhere', async () => {
    await refused('room-closed', () => call(town, 'GET', `/rooms/${room}/threads`));
    await refused('wrong-day', () => enter(author, '2026-11-17'));
    await refused('label-foreign', () =>
      enter(new Holder(town, { company: 'tiny', industry: 'chips' }), '2026-11-18'),
    );
  });
});

describe('a request that says who asks', () => {
  it('is refused on every path', async () => {
    for (const path of [
      '/rooms',
      '/health',
      '/log/checkpoint',
      '/issuer/log/info',
      '/openapi.json',
      '/nowhere',
    ]) {
      await refused('cookie-refused', () =>
        call(town, 'GET', path, undefined, { cookie: 'teahouse_session=x' }),
      );
      await refused('cookie-refused', () =>
        call(town, 'GET', path, undefined, { authorization: 'Bearer x' }),
      );
    }
    for (const path of ['/rooms/square/acts', '/log/witness']) {
      await refused('cookie-refused', () => call(town, 'POST', path, {}, { cookie: '' }));
    }
  });
});

it('every code of the contract is reached by one of these, or is one of order or of the right of reply (see there)', () => {
  const elsewhere = { ...orderErrors, ...officialErrors };
  const codes = Object.keys(talkErrors).filter((code) => !(code in elsewhere));
  expect(codes.filter((code) => !reached.has(code))).toEqual([]);
});
