import type { EditSection } from '@teahouse/contract/members';
import { createDice, type Dice } from '../dice.ts';
import { employers } from './cast.ts';
import { names } from './names.ts';
import { abouts, cities, formers, handles, schools, trades } from './town/lives.ts';
import type { TownCompany } from './town/types.ts';

/** A part of a page but for its version, and without the id of the employment, which only the town knows. */
type Part = Omit<EditSection, 'version'>;

/** What one of the town's people writes, and whom of those before they know. */
export interface Life {
  readonly headline: string;
  readonly handle: string | undefined;
  readonly open: boolean;
  /** The first place of work is the employer that was verified. */
  readonly parts: readonly Part[];
  /** Places of people to be connected with, asked by this one. */
  readonly connects: readonly number[];
  /** Asked, and left without an answer. */
  readonly asks: readonly number[];
  readonly follows: readonly number[];
}

const month = (year: number, at: number) => `${year}-${String(at).padStart(2, '0')}`;

function partsOf(
  lang: 'zh' | 'en',
  trade: (typeof trades)[string],
  title: string,
  year: number,
  dice: Dice,
): Part[] {
  const began = year - 1 - dice.below(4);
  const school = dice.pick(schools[lang]);
  const work = [
    { employment: null, company: '', title, from: month(began, 1 + dice.below(12)), to: null, text: '' },
    {
      ...{ employment: null, company: dice.pick(formers[lang]), title: dice.pick(trade.titles[lang]) },
      ...{ from: month(began - 3, 7), to: month(began - 1, 12), text: '' },
    },
  ];
  const education = [{ school, degree: '', from: began - 8, to: began - 4 }];
  const languages = [
    { code: lang, level: 'native' as const },
    { code: lang === 'zh' ? 'en' : 'zh', level: dice.pick(['basic', 'working', 'fluent'] as const) },
  ];
  return [
    {
      section: 'about',
      audience: dice.pick(['members', 'everyone'] as const),
      content: dice.pick(abouts[lang]),
    },
    { section: 'experience', audience: 'members', content: work },
    { section: 'education', audience: 'members', content: education },
    { section: 'skills', audience: 'everyone', content: [...trade.skills[lang]] },
    { section: 'languages', audience: 'members', content: languages },
    { section: 'city', audience: 'everyone', content: dice.pick(cities[lang]) },
  ];
}

/** Everybody's page, and who knows whom: colleagues more often than others. The same for the same year and seed. */
export function planLives(companies: readonly TownCompany[], year: number, seed = 6_26): Life[] {
  const dice = createDice(seed);
  const staff = employers(companies);
  return staff.map((employer, place) => {
    const company = companies.find(({ id }) => id === employer);
    const { locale: lang } = names[place % names.length] as (typeof names)[number];
    const trade = trades[company?.industry ?? ''] ?? (trades.retail as (typeof trades)[string]);
    const title = dice.pick(trade.titles[lang]);
    const before = staff.slice(0, place).map((other, at) => ({ at, near: other === employer }));
    const chosen = (near: number, far: number) =>
      before.filter((other) => dice.chance(other.near ? near : far)).map(({ at }) => at);
    const connects = chosen(0.6, 0.07);
    return {
      headline: `${title} · ${company?.name[lang] ?? ''}`,
      handle: handles[place],
      open: place % 3 === 0,
      parts: partsOf(lang, trade, title, year, dice),
      connects,
      asks: chosen(0.1, 0.02).filter((at) => !connects.includes(at)),
      follows: chosen(0.05, 0.05),
    };
  });
}
