import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDice } from '@teahouse/testbed/dice';
import { atMost, type Figure, told } from '../bench/figures.ts';
import type { Accusations } from './attacker/attack.ts';
import { openCase } from './attacker/case.ts';
import type { CrossReading } from './attacker/cross.ts';
import { postTimes } from './attacker/strategies/activity.ts';
import { collectLoot } from './loot/collect.ts';
import { planeNames } from './loot/format.ts';
import {
  type BallotQuestions,
  type BallotTarget,
  ballotTargets,
  setBallotQuestions,
} from './stats/ballots.ts';
import { evaluateCross } from './stats/cross.ts';
import { evaluate, type Judgement } from './stats/evaluate.ts';
import { type Asked, type SetQuestion, setQuestions } from './stats/questions.ts';
import { startClusters } from './town/clusters.ts';
import type { Bent } from './town/habits.ts';
import { live, settle } from './town/live.ts';
import { anyWords } from './town/report.ts';
import type { TownSize } from './town/size.ts';
import type { Truth } from './town/stage.ts';

/** quality.md: red below this, over all strategies together. */
const familyLimit = 0.001;
/** The big run also: no strategy's upper bound is more than one percentage point above chance. */
const margin = 0.01;

export type Holds = 'told' | 'family' | 'strict';

export interface HonestOptions {
  readonly size: TownSize;
  readonly bent?: Bent;
  /** What has a limit: nothing, all strategies together, or each upper bound too. */
  readonly holds: Holds;
  /** Keeps loot and truth here instead of throwing them away. */
  readonly keep?: string;
  say(words: string): void;
}

/** A town without planted leaks, the thief as a process of its own, and what came of it. */
export async function honestRun(options: HonestOptions): Promise<Figure[]> {
  const folder = options.keep ?? mkdtempSync(path.join(tmpdir(), 'tea-thief-'));
  try {
    const loot = path.join(folder, 'loot');
    const truth = await playTown(options, folder, loot);
    options.say('the thief is at work');
    const questions = await askAbout(loot, truth);
    const guesses = path.join(folder, 'guesses.json');
    await thief(loot, guesses);
    const said = JSON.parse(readFileSync(guesses, 'utf8')) as {
      accusations: Accusations;
      cross: CrossReading[];
      ballots: Record<BallotTarget, CrossReading[]>;
    };
    const authors = evaluate(said.accusations, truth);
    const cross = evaluateCross(said.cross, questions.aliases, createDice(5));
    return [
      ...figuresOf('adversary', authors, options.holds),
      ...figuresOf('adversary.cross-context', cross, options.holds),
      ...ballotTargets.flatMap((target) => {
        const judged = evaluateCross(said.ballots[target], questions.ballots[target], createDice(7));
        return figuresOf(`adversary.${target}`, judged, ballotHolds(target, options.holds));
      }),
    ];
  } finally {
    if (options.keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Plays the town and takes the loot; the truth lies beside it only where it is kept. */
async function playTown(
  { size, bent, keep, say }: HonestOptions,
  folder: string,
  loot: string,
): Promise<Truth> {
  const data = path.join(folder, 'data');
  const logs = planeNames.map((plane) => {
    mkdirSync(path.join(data, plane), { recursive: true });
    return [plane, createWriteStream(path.join(data, plane, 'log'))] as const;
  });
  const onLog = (plane: string, line: string) => void logs.find(([name]) => name === plane)?.[1].write(line);
  const clusters = await startClusters(data);
  try {
    const ground = { data, clusters, size, onLog };
    const course = { order: anyWords, ...(bent && { bent }) };
    say(`${size.members} members of ${size.companies} companies sign up`);
    const citizens = await settle(ground, bent);
    let posts = 0;
    const onPost = () => {
      posts += 1;
      if (posts % 500 === 0) say(`${posts} of ${size.posts} posts`);
    };
    const began = performance.now();
    const truth = await live(ground, citizens, { ...course, onPost });
    const each = (performance.now() - began) / Math.max(1, posts);
    say(`${each.toFixed(0)} ms a post; the loot is taken`);
    for (const [, stream] of logs) stream.end();
    await collectLoot({ clusters, data }, loot);
    if (keep) writeFileSync(path.join(folder, 'truth.json'), JSON.stringify(truth));
    return truth;
  } finally {
    await clusters.stop();
  }
}

interface Questions {
  readonly aliases: readonly SetQuestion[];
  readonly ballots: BallotQuestions;
}

/**
 * A thread has few aliases, that came on different days: who has the log that dates a ballot picks the one that came
 * nearest, and the pause of the outbox can't prevent it (docs/soundness.md). So that is told, without a limit; and a run
 * has too few ballots for a bound within a percentage point.
 */
const ballotHolds = (target: BallotTarget, holds: Holds): Holds =>
  target === 'ballot-in-thread' || holds === 'told' ? 'told' : 'family';

/** Leaves the questions with the loot, without their answers. */
async function askAbout(loot: string, truth: Truth): Promise<Questions> {
  const found = await openCase(loot);
  const at = postTimes(found);
  const aliases = setQuestions(found, truth, (post) => (at[post] as number) / 300_000, createDice(3));
  const ballots = setBallotQuestions(found, truth, createDice(8));
  const plain = (asked: readonly Asked[]) => asked.map(({ alias, candidates }) => ({ alias, candidates }));
  const toThief = {
    aliases: plain(aliases),
    ballots: Object.fromEntries(ballotTargets.map((target) => [target, plain(ballots[target])])),
  };
  writeFileSync(path.join(loot, 'questions.json'), JSON.stringify(toThief));
  return { aliases, ballots };
}

async function thief(loot: string, guesses: string): Promise<void> {
  const program = path.join(import.meta.dirname, 'attack.ts');
  const child = spawn(process.execPath, ['--max-old-space-size=8192', program, loot, guesses], {
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the thief ended with ${code}`);
}

function figuresOf(prefix: string, { scores, familyP, posts }: Judgement, holds: Holds): Figure[] {
  const each = scores.flatMap(({ strategy, reading, hits, rate, chance, upper99, p }) => {
    const name = `${prefix}.${strategy}`;
    const upper =
      holds === 'strict'
        ? atMost(`${name}.upper99`, upper99, '', chance + margin)
        : told(`${name}.upper99`, upper99, '');
    return [
      told(`${name}.hits`, hits, 'posts', `${(100 * rate).toFixed(1)} % of ${posts}: ${reading}`),
      told(`${name}.chance`, chance, ''),
      { ...upper, note: '' },
      told(`${name}.p`, p, ''),
    ];
  });
  // What must not be so is that p is below the limit: told as how far above it.
  const red = familyP < familyLimit ? 1 : 0;
  const note = `family-wise p ${familyP.toPrecision(2)}, red below ${familyLimit}`;
  const name = `${prefix}.red`;
  return [...each, holds === 'told' ? told(name, red, '', note) : atMost(name, red, '', 0, note)];
}
