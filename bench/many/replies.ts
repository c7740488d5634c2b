import { constants, createPrivateKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  actKey,
  challengeDigest,
  epochOf,
  fromBase64url,
  makeReply,
  newSeed,
  toBase64url,
  tokenInput,
} from '@teahouse/protocol';
import { systemRng } from '@teahouse/testbed';
import pg from 'pg';
import { type Ask, askOnce } from '../load.ts';
import type { ThreadAddress } from './fill.ts';
import { numbers, wordsOfPost } from './words.ts';

/** What a reply needs of the running plane: where it answers, its database, and its secrets, to make tokens with. */
export interface ReplyGround {
  readonly socketPath: string;
  readonly databaseUrl: string;
  readonly secrets: string;
}

interface Author extends ThreadAddress {
  readonly seed: Uint8Array;
  readonly pseudonym: Buffer;
}

/**
 * So many replies, signed and paid for and ready to be sent, in turn to these threads, in each by an alias that has entered
 * it. All of it is done before anything is measured: the alias stands in its table, since an entry costs a proof, and the
 * tokens are signed with the plane's own key, without the blinding that would come off again. Each answers the thread's
 * first post, and has its token given back.
 */
export async function prepareReplies(
  { socketPath, databaseUrl, secrets }: ReplyGround,
  threads: readonly ThreadAddress[],
  count: number,
): Promise<() => Ask | undefined> {
  const info = JSON.parse((await askOnce(socketPath, { path: '/api/talk/info' })).toString()) as {
    instance: string;
    tokenKeys: { id: string }[];
  };
  const keyId = fromBase64url(info.tokenKeys[0]?.id ?? '');
  const pem = readFileSync(path.join(secrets, `token-${epochOf(new Date())}.key`), 'utf8');
  const mint = minter(info.instance, keyId, createPrivateKey(pem));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const authors: (Author & { readonly target: Uint8Array })[] = [];
    for (const thread of threads) authors.push(await enter(client, thread));
    const random = numbers(count);
    const asks = Array.from({ length: count }, (_, i): Ask => {
      const { seed, pseudonym, room, id, target } = authors[i % authors.length]!;
      const isZh = i % 2 === 0;
      const nonce = randomBytes(32);
      const said = { text: wordsOfPost(random, isZh, []).trim(), lang: isZh ? 'zh' : 'en' } as const;
      const place = { room, thread: fromBase64url(id), target, nonces: [nonce] };
      const act = makeReply({ seed, instance: info.instance, rng: systemRng, ...place, ...said });
      const { header, body, salt, signature } = act;
      const parts = { header, body, salt, signature, pseudonym };
      const texts = Object.entries(parts).map(([name, bytes]) => [name, toBase64url(bytes)]);
      const blinded = Buffer.concat([Buffer.alloc(1), randomBytes(255)]);
      const envelope = {
        ...Object.fromEntries(texts),
        tokens: [toBase64url(mint(nonce))],
        refunds: [toBase64url(blinded)],
      };
      return { path: `/api/talk/rooms/${room}/acts`, body: JSON.stringify(envelope) };
    });
    let sent = 0;
    return () => {
      sent += 1;
      return asks[sent - 1];
    };
  } finally {
    await client.end();
  }
}

/** Lets somebody new into a thread; returns them with the thread's first post. */
async function enter(
  client: pg.Client,
  thread: ThreadAddress,
): Promise<Author & { readonly target: Uint8Array }> {
  const id = fromBase64url(thread.id);
  const seed = newSeed(systemRng);
  const pseudonym = randomBytes(48);
  const label = JSON.stringify({ kind: 'alias', epoch: epochOf(new Date()) });
  await client.query(
    'INSERT INTO aliases (room_id, context, pseudonym, label, public_key, proof, inside) VALUES ($1, $2, $3, $4, $5, $6, false)',
    [thread.room, id, pseudonym, label, actKey(seed, id).publicKey, randomBytes(624)],
  );
  return { ...thread, seed, pseudonym, target: await firstPost(client, thread) };
}

/** Id of the post that a thread began with. */
export async function firstPost(client: pg.Client, { room, id }: ThreadAddress): Promise<Uint8Array> {
  const { rows } = await client.query<{ id: Buffer }>(
    'SELECT id FROM posts WHERE room_id = $1 AND thread_id = $2 AND seq = 0',
    [room, fromBase64url(id)],
  );
  return rows[0]?.id ?? Buffer.alloc(0);
}

/** Tokens of RFC 9578 type 2 as they come out of a draw. */
function minter(instance: string, tokenKeyId: Uint8Array, key: KeyObject): (nonce: Uint8Array) => Uint8Array {
  const digest = challengeDigest(instance);
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  return (nonce) => {
    const input = tokenInput({ nonce, challengeDigest: digest, tokenKeyId });
    return Buffer.concat([input, sign('sha384', input, { key, ...padding })]);
  };
}
