import { talkLimits } from '@teahouse/contract/talk/limits';
import { atMost, type Figure, told } from '../bench/figures.ts';
import { exactly, type Trial } from './lib/trial.ts';
import { firstDay } from './town/house.ts';
import { type MonthOptions, playMonth } from './town/month.ts';
import { wholeCrowd } from './town/people.ts';
import type { Stage } from './town/stage.ts';
import { type Tally, tally } from './town/tally.ts';
import type { Harm } from './town/words-harm.ts';

const name = (what: string) => `trials.town.${what}`;
const percent = (part: number, whole: number) => (100 * part) / Math.max(1, whole);
const counts = (some: ReadonlyMap<string, number>) => [...some].map(([code, n]) => `${n} ${code}`).join(', ');

/** A month of a room with trolls, spammers and a brigade in it, and one moderator. See README.md. */
export const town: Trial = ({ short, say, town: wished = {} }) => {
  const whole = { crowd: wholeCrowd, days: 30, seed: 1, tokens: talkLimits.tokensPerWeek, weeksBefore: 1 };
  const few = { crowd: { ordinary: 40, troll: 2, spammer: 1, brigade: 7 }, days: 3 };
  const options: MonthOptions = { ...whole, ...(short && few), ...wished, say };
  return playMonth(options, async (stage) =>
    figuresOf(stage, await tally(stage, Date.parse(`${firstDay}T00:00:00Z`), options.days)),
  );
};

function figuresOf(stage: Stage, found: Tally): Figure[] {
  const { desk, outOfTokens, refused } = stage;
  const { seen, overAnHour, hidden, removed, good } = found;
  const by = (kind: Harm) => overAnHour.filter(({ harm }) => harm === kind).length;
  const weeks = found.trollWeeks.map((each, week) =>
    told(name(`troll-posts-day.week-${week + 1}`), each, 'posts', 'seen by anybody, of each troll'),
  );
  const late = (['plain', 'bent', 'sly', 'spam'] as const).map((kind) => `${by(kind)} ${kind}`).join(', ');
  const errors = `${desk.erred} errors; ${removed.length} good posts removed, ${found.restored} restored by appeal`;
  const lastDry = Math.max(0, ...outOfTokens.values());
  const dry = `ordinary, who wanted to write${lastDry === 0 ? '' : `; the last on ${new Date(lastDry).toISOString().slice(0, 10)}`}`;
  return [
    told(
      name('posts'),
      found.posts,
      'posts',
      `${found.harmful} harmful, ${seen.length} of them seen by anybody`,
    ),
    ...weeks,
    atMost(name('troll-posts-day'), found.trollLater, 'posts', 1, 'each troll, after week one'),
    told(name('harm-visible'), overAnHour.length, 'posts', `over an hour: ${late}; ${found.quarters}`),
    told(name('harm-paid-back'), found.paidBack, 'posts', 'harmful, whose tokens came back'),
    atMost(
      name('good-hidden'),
      percent(hidden.length, good),
      '%',
      0.5,
      `${hidden.length} of ${good} by reports`,
    ),
    exactly(
      name('hidden-past-review'),
      found.pastReview,
      'posts',
      0,
      'hidden again, or nobody looked for a day',
    ),
    told(
      name('good-held'),
      percent(found.held.length, good),
      '%',
      'by the first look, until somebody read it',
    ),
    told(name('hidden-longest-h'), found.longest, 'h', 'until somebody looked'),
    exactly(name('out-of-tokens'), outOfTokens.size, 'members', 0, dry),
    told(name('decided'), desk.decided, 'decisions', errors),
    told(name('appeals'), desk.appeals, 'appeals', `${desk.reviewed} answered`),
    told(
      name('refused'),
      [...refused.values()].reduce((sum, n) => sum + n, 0),
      'acts',
      counts(refused),
    ),
  ];
}
