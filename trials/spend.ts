import { toBase64url } from '@teahouse/protocol';
import { type Figure, told } from '../bench/figures.ts';
import { countIn } from './lib/count.ts';
import { type Answer, type Caller, createCaller } from './lib/http.ts';
import { databaseUrl } from './lib/parts.ts';
import { type Place, withPlace } from './lib/place.ts';
import { rng, type Speaker, type Written, writeReply, writeThread } from './lib/speaker.ts';
import { exactly, type Trial, type TrialOptions } from './lib/trial.ts';

const room = 'square';
const path = `/api/talk/rooms/${room}/acts`;
const CONNECTIONS = 250;
const TWINS = 200;

/** Sends until the answer is about the act and not about the crowd. */
async function send(caller: Caller, act: Written): Promise<Answer & { waits: number }> {
  for (let waits = 0; ; waits += 1) {
    const answer = await caller.call('POST', path, act.envelope);
    if (answer.status !== 503) return { ...answer, waits };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Many different acts that pay with one and the same token, all at once: one is accepted. */
async function raceOneToken(caller: Caller, speakers: readonly Speaker[], count: number) {
  const [first] = speakers;
  const opened = await writeThread(first!, { room, title: 'One token', text: 'Who gets it?' });
  await send(caller, opened);
  const nonce = rng(32);
  const { thread, id: target } = opened;
  // All of them enter with their act, so that a refusal must not leave an alias behind either.
  const acts = await Promise.all(
    Array.from({ length: count }, (_, i) => {
      const speaker = speakers[1 + (i % (speakers.length - 1))]!;
      return writeReply(speaker, { room, thread, target, text: `Try ${i}`, enterAs: 'alias', nonce });
    }),
  );
  const answers = await Promise.all(acts.map((act) => send(caller, act)));
  return { nonce, thread, answers };
}

/** One act, many times at once: the same answer to all. */
async function raceOneAct(caller: Caller, speaker: Speaker): Promise<{ act: Written; answers: Answer[] }> {
  const act = await writeThread(speaker, { room, title: 'The same again', text: 'And again.' });
  const answers = await Promise.all(Array.from({ length: TWINS }, () => send(caller, act)));
  return { act, answers };
}

/** protocol.md 4: the nonce decides a race, and is the idempotency key. */
export const spend: Trial = (options) => withPlace((place) => spendIn(place, options));

/** The same in a town that is open already. */
export async function spendIn({ stage, house }: Place, { short, say }: TrialOptions): Promise<Figure[]> {
  const acts = short ? 200 : 1000;
  const database = databaseUrl(stage.data, 'talk');
  const caller = createCaller(() => house.origin, CONNECTIONS);
  try {
    say(`${acts} acts for one token`);
    const race = await raceOneToken(caller, stage.speakers, acts);
    const accepted = race.answers.filter(({ status }) => status === 200).length;
    const refused = race.answers.filter(
      ({ status, code }) => status === 409 && code === 'token-spent',
    ).length;
    const paid = 'SELECT count(*) FROM posts p JOIN spent s ON s.act = p.id WHERE s.nonce = $1';
    const rows = await countIn(database, paid, race.nonce);
    const aliases = 'SELECT count(*) FROM aliases WHERE context = $1';
    const entered = await countIn(database, aliases, race.thread);
    say(`one act ${TWINS} times`);
    const twins = await raceOneAct(caller, stage.speakers[0]!);
    const same = twins.answers.filter(
      ({ status, text }) => status === 200 && JSON.parse(text).id === toBase64url(twins.act.id),
    ).length;
    const posts = 'SELECT count(*) FROM posts WHERE thread_id = $1';
    const twinRows = await countIn(database, posts, twins.act.thread);
    const waits = race.answers.reduce((sum, one) => sum + one.waits, 0);
    return [
      exactly('trials.spend.accepted', accepted, 'acts', 1, `of ${acts} over ${CONNECTIONS} connections`),
      exactly('trials.spend.refused', refused, 'acts', acts - 1, 'with token-spent'),
      exactly('trials.spend.rows', rows, 'posts', 1, 'that spent the token, in the database'),
      exactly('trials.spend.aliases', entered, 'rows', 2, 'the opener and the one who won'),
      exactly('trials.spend.twins-accepted', same, 'answers', TWINS, 'to one act sent so often at once'),
      exactly('trials.spend.twins-rows', twinRows, 'posts', 1),
      told('trials.spend.busy', waits, 'answers', '503 busy, sent again'),
    ];
  } finally {
    caller.close();
  }
}
