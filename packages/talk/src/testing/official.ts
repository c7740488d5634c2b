import type { OfficialView } from '@teahouse/contract/talk';
import { makeStatement, newSeed, statementId } from '@teahouse/protocol';
import { bytesOf, textOf } from '../wire.ts';
import { call } from './holder.ts';
import { rng } from './issuer.ts';
import { instance, type Town } from './town.ts';
import type { PostAt } from './votes.ts';

/** Somebody who speaks for a company, with a key that the issuer listed, and what they say. */
export async function newSpeaker(town: Town, company = 'xinghe') {
  const seed = newSeed(rng);
  const made = (post: PostAt, text: string, i: { version?: number; prev?: string } = {}) => {
    const prev = i.prev === undefined ? null : statementId(bytesOf(i.prev));
    const about = { instance, room: post.room, thread: bytesOf(post.thread), company };
    const said = makeStatement({ ...about, seed, n: 0, version: i.version ?? 1, prev, text });
    return {
      statement: textOf(said.statement),
      text: said.text,
      key: textOf(said.key),
      signature: textOf(said.signature),
    };
  };
  const key = bytesOf(made({ id: '', thread: textOf(new Uint8Array(32)), room: 'square' }, 'Hello').key);
  const list = async (state: 'added' | 'revoked') => {
    town.issuer.companyKey(company, key, state);
    await town.talk.refreshWindow();
  };
  await list('added');
  return {
    seed,
    key,
    made,
    revoke: () => list('revoked'),
    send: (post: PostAt, sent: unknown) =>
      call<OfficialView>(town, 'POST', `/rooms/${post.room}/threads/${post.thread}/official`, sent),
  };
}

export const officialOf = async (town: Town, { room, thread }: PostAt) =>
  (await call<OfficialView>(town, 'GET', `/rooms/${room}/threads/${thread}/official`)).body.answer;
