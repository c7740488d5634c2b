import type { Proof } from '@teahouse/contract/talk';
import type { LogBook } from '@teahouse/kit/log-book';
import type { TalkContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { secondsToNextEntry } from '../log/acts.ts';
import { isShown } from '../order/standing.ts';
import { bodyOf } from '../threads/history.ts';
import { textOf } from '../wire.ts';
import type { ActsTrees } from './acts-trees.ts';
import { issuerPart } from './issuer-part.ts';
import { loggedIn } from './logged.ts';
import { readStandingAct, type StandingAct } from './store.ts';

/**
 * The proof of the act that stands of a post (protocol.md 6). At most two statements. Throws `unknown-post`,
 * `proof-not-yet`, `proof-gone`, `post-not-shown`, and what `issuerPart` throws.
 */
export async function proofOf(
  ctx: TalkContext,
  trees: ActsTrees,
  room: string,
  post: Uint8Array,
): Promise<Proof> {
  const row = await readStandingAct(ctx.pool, room, post);
  if (!row) throw refuse('unknown-post');
  // What is not shown is not shown here either; once its words are destroyed, they are gone.
  if (!isShown(row) && row.text !== null) throw refuse('post-not-shown');
  const body = row.deleted ? null : bodyOf(row);
  if (!body || !row.salt) throw refuse('proof-gone');
  const talk = row.log_index && (await talkPart(ctx.talkLog.book(), trees, row, Number(row.log_index)));
  if (!talk) throw refuse('proof-not-yet', { headers: { 'retry-after': String(secondsToNextEntry(ctx)) } });
  return {
    format: 'teahouse-proof-1',
    act: {
      header: textOf(row.header),
      body: textOf(body),
      salt: textOf(row.salt),
      signature: textOf(row.signature),
    },
    presentation: {
      label: row.label,
      proof: textOf(row.proof),
      pseudonym: textOf(row.pseudonym),
      publicKey: textOf(row.public_key),
    },
    issuer: await issuerPart(ctx.window, row.label),
    talk,
  };
}

/** Undefined when the checkpoint on disk does not cover the entry yet. */
async function talkPart(
  book: LogBook,
  trees: ActsTrees,
  { last_act }: StandingAct,
  logIndex: number,
): Promise<Proof['talk'] | undefined> {
  if ((await book.size()) <= logIndex) return undefined;
  const logged = await loggedIn(book.read, [{ index: logIndex, entry: await book.entry(logIndex) }]);
  if (!logged) return undefined;
  const { checkpoint, entries } = logged;
  const { index, path } = await trees.inclusion(logIndex, last_act);
  return { log: book.info, checkpoint, acts: entries[0]!, index, path: path.map(textOf) };
}
