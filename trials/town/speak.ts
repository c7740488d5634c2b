import { fromBase64url, type HouseRule, makeAppeal, makeReport, reportContext } from '@teahouse/protocol';
import { authorIn, type Written, wrap, writeReply, writeThread } from '../lib/speaker.ts';
import { type Citizen, count, hour, now, room, type Stage, type Told } from './stage.ts';
import type { Said } from './words.ts';

interface Answer {
  readonly status: number;
  readonly code: string;
}

/** As the plane gets it over HTTP, without a socket. */
async function send({ house }: Stage, { envelope }: Written): Promise<Answer> {
  const url = `/api/talk/rooms/${room}/acts`;
  const answer = await house.town.talk.app.inject({ method: 'POST', url, payload: envelope });
  return { status: answer.statusCode, code: answer.statusCode === 200 ? '' : answer.json().code };
}

const speakerOf = ({ house }: Stage, { place }: Citizen) => house.speakers[place]!;
/** Answers go to what was opened or said of late. */
const lively = 12;

/** Where an answer would go: a thread that can be seen, and a post in it. */
function somewhere(stage: Stage): { thread: string; target: string } | undefined {
  const open = stage.threads.filter(({ first }) => stage.shown.has(first)).slice(-lively);
  if (open.length === 0) return undefined;
  const { id, first } = stage.dice.pick(open);
  return { thread: id, target: first };
}

/** How a wish to say something ended: `said`, `no-tokens`, or the code of a refusal. */
export async function say(stage: Stage, who: Citizen, said: Said, opens: boolean): Promise<string> {
  const at = opens ? undefined : somewhere(stage);
  const cost = at ? 1 : 2;
  if (who.purse < cost) return 'no-tokens';
  const speaker = speakerOf(stage, who);
  const { text } = said;
  const place = at && { thread: fromBase64url(at.thread), target: fromBase64url(at.target) };
  const enterAs = at && who.aliases.has(at.thread) ? undefined : 'alias';
  const written = place
    ? await writeReply(speaker, { room, ...place, text, enterAs })
    : await writeThread(speaker, { room, title: text.slice(0, 40), text });
  const { status, code } = await send(stage, written);
  if (status !== 200) {
    count(stage.refused, code);
    return code;
  }
  who.purse -= cost;
  await note(stage, who, said, written, cost);
  return 'said';
}

async function note(
  stage: Stage,
  author: Citizen,
  said: Said,
  written: Written,
  cost: number,
): Promise<void> {
  const [id, thread] = [written.id, written.thread].map((bytes) => Buffer.from(bytes).toString('base64url'));
  const at = now(stage);
  author.aliases.add(thread!);
  stage.posts.set(id!, { ...said, id: id!, thread: thread!, author, at, cost, refunded: false });
  if (said.harm) stage.harmful.set(said.text, said.harm);
  if (cost === 2) stage.threads.push({ id: thread!, first: id! });
  await look(stage, written.id);
}

/** Reports a post. */
export async function report(stage: Stage, who: Citizen, post: Told, rule: HouseRule): Promise<void> {
  const speaker = speakerOf(stage, who);
  const place = { thread: fromBase64url(post.thread), target: fromBase64url(post.id) };
  const act = makeReport({ ...authorIn(speaker, room), ...place, rule });
  const context = reportContext(place.target);
  const written = await wrap(speaker, room, act, { nonces: [], enterAs: 'alias', context });
  const { status, code } = await send(stage, written);
  if (status !== 200) count(stage.refused, `report: ${code}`);
}

/** Appeals against a decision about a post of one's own. */
export async function appeal(stage: Stage, post: Told, decision: string): Promise<void> {
  const speaker = speakerOf(stage, post.author);
  const place = { thread: fromBase64url(post.thread), target: fromBase64url(post.id) };
  const said = { decision: fromBase64url(decision), text: 'It breaks no rule.' };
  const act = makeAppeal({ ...authorIn(speaker, room), ...place, ...said });
  const { status, code } = await send(stage, await wrap(speaker, room, act, { nonces: [] }));
  if (status === 200) stage.desk.appeals += 1;
  else count(stage.refused, `appeal: ${code}`);
}

/** What anybody sees at this moment: of all posts, or of one. */
export async function look(stage: Stage, post: Uint8Array | null = null): Promise<void> {
  const { rows } = await stage.house.town.db.pool.query<{ id: Buffer; state: number }>(
    `SELECT id, state FROM posts WHERE room_id = $1 AND ($2::bytea IS NULL OR id = $2)`,
    [room, post],
  );
  for (const { id, state } of rows) {
    const name = id.toString('base64url');
    if (state === 0) stage.shown.add(name);
    else stage.shown.delete(name);
  }
}

/** Posts that one who opens the app finds new: not older than a day and a half, newest last. */
export function unread(stage: Stage, who: Citizen): Told[] {
  const since = Math.max(who.readUntil, now(stage) - 36 * hour);
  who.readUntil = now(stage);
  return [...stage.posts.values()].filter(
    ({ id, at, author }) => at > since && author !== who && stage.shown.has(id),
  );
}
