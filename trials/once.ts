import {
  isoWeek,
  type LabelKind,
  present,
  presentationToWire,
  protocolLimits,
  toBase64url,
  tokensContext,
} from '@teahouse/protocol';
import type { Figure } from '../bench/figures.ts';
import { countIn } from './lib/count.ts';
import { type Answer, type Caller, createCaller } from './lib/http.ts';
import { databaseUrl } from './lib/parts.ts';
import { type Place, withPlace } from './lib/place.ts';
import { bbs, rng, type Speaker, writeReply, writeThread } from './lib/speaker.ts';
import { exactly, type Trial, type TrialOptions } from './lib/trial.ts';

const room = 'square';

/** A draw with blinded messages of its own: whoever wants more than the week's share would send many such. */
async function drawRequest(speaker: Speaker, week: string) {
  const context = tokensContext(speaker.instance, week);
  const entry = presentationToWire(present({ bbs: await bbs(), ...speaker, kind: 'alias', context, rng }));
  const blinded = Array.from({ length: protocolLimits.tokensPerWeek }, () =>
    toBase64url(Buffer.concat([Buffer.alloc(1), rng(255)])),
  );
  return { week, keyId: toBase64url(speaker.mint.id), entry, blinded };
}

async function patiently(caller: Caller, path: string, body: unknown): Promise<Answer> {
  for (;;) {
    const answer = await caller.call('POST', path, body);
    if (answer.status !== 503) return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const ofCode = (answers: readonly Answer[], code: string) =>
  answers.filter((one) => one.code === code).length;
const good = (answers: readonly Answer[]) => answers.filter(({ status }) => status === 200);

async function raceDraws(caller: Caller, speaker: Speaker, times: number) {
  const week = isoWeek(new Date());
  const requests = await Promise.all(Array.from({ length: times }, () => drawRequest(speaker, week)));
  const draw = (request: unknown) => patiently(caller, '/api/talk/tokens/draw', request);
  const answers = await Promise.all(requests.map(draw));
  const winner = requests[answers.findIndex(({ status }) => status === 200)];
  const again = await Promise.all(Array.from({ length: times }, () => draw(winner)));
  return { answers, sameAgain: new Set([...good(answers), ...again].map(({ text }) => text)).size };
}

/** One person enters one thread many times at once, under each kind of label in turn. */
async function raceEntries(caller: Caller, opener: Speaker, speaker: Speaker, times: number) {
  const path = `/api/talk/rooms/${room}/acts`;
  const opened = await writeThread(opener, { room, title: 'Who comes in?', text: 'Once, please.' });
  await patiently(caller, path, opened.envelope);
  const kinds: readonly LabelKind[] = ['company', 'industry', 'professional', 'alias'];
  const { thread, id: target } = opened;
  const entries = await Promise.all(
    Array.from({ length: times }, (_, i) =>
      writeReply(speaker, { room, thread, target, text: `Entry ${i}`, enterAs: kinds[i % kinds.length] }),
    ),
  );
  const answers = await Promise.all(entries.map(({ envelope }) => patiently(caller, path, envelope)));
  return { thread, answers };
}

/**
 * One person, one voice in a context (protocol.md 2). There are no polls yet (issue 4); draws and aliases are what is
 * counted once for each pseudonym today, and a ballot will be counted by the same kind of key.
 */
export const once: Trial = (options) => withPlace((place) => onceIn(place, options));

/** The same in a town that is open already. */
export async function onceIn({ stage, house }: Place, { short, say }: TrialOptions): Promise<Figure[]> {
  const times = short ? 60 : 200;
  const database = databaseUrl(stage.data, 'talk');
  const caller = createCaller(() => house.origin, times);
  const [opener, speaker] = stage.speakers as [Speaker, Speaker];
  try {
    // By the length of a pseudonym: a row of nobody's is no draw.
    const text = 'SELECT count(*) FROM draws WHERE octet_length(pseudonym) = 48';
    const before = await countIn(database, text);
    say(`${times} draws of one person`);
    const draws = await raceDraws(caller, speaker, times);
    const drawn = (await countIn(database, text)) - before;
    say(`${times} entries of one person into one thread`);
    const entries = await raceEntries(caller, opener, speaker, times);
    const entered = 'SELECT count(*) FROM aliases WHERE context = $1';
    const aliases = await countIn(database, entered, entries.thread);
    const mismatched = ofCode(entries.answers, 'alias-mismatch');
    const answered = good(entries.answers).length + mismatched;
    const others = `${mismatched} refused: another label than the first one's`;
    return [
      exactly('trials.once.accepted', good(draws.answers).length, 'draws', 1, `of ${times}; no polls yet`),
      exactly('trials.once.refused', ofCode(draws.answers, 'already-drawn'), 'draws', times - 1),
      exactly('trials.once.rows', drawn, 'draws', 1, 'in the database'),
      exactly('trials.once.answers', draws.sameAgain, 'kinds', 1, 'to the draw that counted, sent again'),
      exactly('trials.once.aliases', aliases, 'rows', 2, `opener and one more, of ${times} entries`),
      exactly('trials.once.labels', answered, 'entries', times, others),
    ];
  } finally {
    caller.close();
  }
}
