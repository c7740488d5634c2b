import type { Dice } from '@teahouse/testbed/dice';
import { en, heated, zh } from './words-fair.ts';
import { closers, type Guise, type Harm, harm, openers, spamParts } from './words-harm.ts';

export interface Said {
  readonly text: string;
  /** Undefined of what breaks no rule. */
  readonly harm?: Harm;
  /** In hard words, yet fair. */
  readonly heated?: boolean;
}

const sentences = (dice: Dice, count: number): string[] => {
  const language = dice.chance(0.5) ? zh : en;
  return Array.from({ length: count }, () => language.map((part) => dice.pick(part)).join(''));
};

/** What an ordinary member says. */
export function ordinaryWords(dice: Dice): Said {
  const said = sentences(dice, 2 + dice.below(3));
  if (!dice.chance(0.06)) return { text: said.join('') };
  return { text: [dice.pick(heated), ...said.slice(1)].join(' '), heated: true };
}

/** Abuse in some guise; often with a harmless sentence around it, so that no two are alike. */
export function abuse(dice: Dice, guise: Guise): Said {
  const [before, after] = [0, 0].map(() => (dice.chance(0.4) ? sentences(dice, 1).join('') : ''));
  const said = `${dice.pick(openers)}${dice.pick(harm[guise])}。${dice.pick(closers)}`;
  return { text: `${before}${said}${after}`, harm: guise };
}

/** One advertisement of many that are nearly the same. */
export function advertisement(dice: Dice): Said {
  const parts = spamParts.map((part) => dice.pick(part)).join(',');
  const filler = dice.chance(0.5) ? ` ${sentences(dice, 1).join('')}` : '';
  return { text: `${parts}。${filler}${dice.below(1000)}`, harm: 'spam' };
}
