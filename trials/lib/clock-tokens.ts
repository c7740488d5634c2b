import { isoWeek, present, presentationToWire, toBase64url, tokensContext } from '@teahouse/protocol';
import { type Breaches, type ClockStage, unless, verdict, write } from './clock-stage.ts';
import { countIn } from './count.ts';
import { bbs, rng, type Speaker } from './speaker.ts';
import { speakersOf } from './stage.ts';

const DAY = 86_400_000;
const SLOT = 300_000;

/** What comes of a draw with new blinded messages: `accepted`, or the code of the refusal. */
async function drawAnew(stage: ClockStage, speaker: Speaker, week: string): Promise<string> {
  const info = await stage.caller.call('GET', '/api/talk/info').then(({ text }) => JSON.parse(text));
  const context = tokensContext(speaker.instance, week);
  const entry = presentationToWire(present({ bbs: await bbs(), ...speaker, kind: 'alias', context, rng }));
  const blinded = Array.from({ length: info.limits.tokensPerWeek }, () =>
    toBase64url(Buffer.concat([Buffer.alloc(1), rng(255)])),
  );
  const body = { week, keyId: info.tokenKeys[0].id, entry, blinded };
  const answer = await stage.caller.call('POST', '/api/talk/tokens/draw', body);
  return answer.status === 200 ? 'accepted' : answer.code;
}

/** protocol.md 3: one draw a person and week, whatever the clock did in between. */
async function drawRules(stage: ClockStage, speaker: Speaker): Promise<string[]> {
  const { town, clock } = stage;
  const first = new Date(clock.now());
  const week = isoWeek(first);
  const breaches = unless(await drawAnew(stage, speaker, week), 'accepted', 'the first draw');
  breaches.push(...unless(await drawAnew(stage, speaker, week), 'already-drawn', 'a second draw'));
  const before = isoWeek(new Date(first.getTime() - 7 * DAY));
  breaches.push(...unless(await drawAnew(stage, speaker, before), 'accepted', 'the week before'));
  breaches.push(...unless(await drawAnew(stage, speaker, before), 'already-drawn', 'it a second time'));
  clock.advance(7 * DAY);
  await town.talk.upkeep();
  breaches.push(
    ...unless(await drawAnew(stage, speaker, week), 'already-drawn', 'a draw once more, a week later'),
  );
  breaches.push(...unless(await drawAnew(stage, speaker, before), 'wrong-week', 'a draw for two weeks ago'));
  breaches.push(...unless(await drawAnew(stage, speaker, isoWeek(clock.now())), 'accepted', 'the next week'));
  clock.set(first);
  await town.talk.upkeep();
  const found = await drawAnew(stage, speaker, week);
  breaches.push(
    ...unless(found !== 'accepted', true, 'no second draw, with the clock back in a week that had one'),
  );
  return breaches;
}

const signedRefunds = ({ town }: ClockStage): Promise<number> =>
  countIn(town.databases.talk, 'SELECT count(*) FROM refunds WHERE octet_length(signatures) > 0');
const refundBytes = ({ town }: ClockStage): Promise<number> =>
  countIn(
    town.databases.talk,
    `SELECT hashtext(string_agg(signatures::text, ',' ORDER BY post_id)) FROM refunds`,
  );

/** protocol.md 5: a refund is signed once, and not before a day has passed. */
async function refundRules(stage: ClockStage, speaker: Speaker): Promise<string[]> {
  const { town, clock } = stage;
  const start = clock.now().getTime();
  const breaches = unless(await verdict(stage, await write(stage, speaker)), 'accepted', 'a post');
  const at = async (after: number) => {
    clock.set(new Date(start + after));
    await town.talk.upkeep();
    return signedRefunds(stage);
  };
  breaches.push(...unless(await at(DAY - 2 * SLOT), 0, 'refunds within the day'));
  breaches.push(...unless(await at(-10 * DAY), 0, 'refunds with the clock ten days back'));
  breaches.push(...unless(await at(DAY + SLOT), 1, 'refunds after a day'));
  const signed = await refundBytes(stage);
  await at(-DAY);
  breaches.push(...unless(await at(2 * DAY), 1, 'refunds after going back and forth'));
  breaches.push(...unless(await refundBytes(stage), signed, 'the signatures themselves'));
  return breaches;
}

/** protocol.md 3: the key of this month and of the last one count; a token once spent stays spent. */
async function keyRules(stage: ClockStage, speaker: Speaker): Promise<string[]> {
  const { clock } = stage;
  const november = '2026-11-20T09:00:00Z';
  clock.set(november);
  const act = await write(stage, speaker, november);
  const breaches = unless(await verdict(stage, act), 'accepted', "November's key in November");
  clock.set('2026-12-02T09:00:00Z');
  const late = await verdict(stage, await write(stage, speaker, november));
  breaches.push(...unless(late, 'accepted', "November's key in December"));
  clock.set('2027-01-02T09:00:00Z');
  const tooLate = await verdict(stage, await write(stage, speaker, november));
  breaches.push(...unless(tooLate, 'token-invalid', "November's key in January"));
  clock.set(november);
  const other = await write(stage, speaker, november);
  const again = { ...other, envelope: { ...other.envelope, tokens: act.envelope.tokens } };
  const reused = await verdict(stage, again);
  breaches.push(...unless(reused !== 'accepted', true, 'a spent token refused with the clock back'));
  return breaches;
}

/** What must hold of tokens on whatever way the clock went. */
export async function tokenRules(stage: ClockStage): Promise<Breaches> {
  const [speaker, other] = (await speakersOf(stage.town, stage.data, stage.people)) as [Speaker, Speaker];
  const draws = await drawRules(stage, speaker);
  const refunds = await refundRules(stage, other);
  return { draws, refunds, 'token-keys': await keyRules(stage, other) };
}
