import { createHash } from 'node:crypto';
import type { vectorOfJob } from '@teahouse/testbed';
import { numbers, wordsOfPost } from '../many/words.ts';

/** A job as it is kept and as it is looked for. */
export type MadeJob = Parameters<typeof vectorOfJob>[0] & {
  readonly pay_min: number | null;
  readonly posted: string;
};

export const companies = 2_000;
export const companyId = (place: number): string => `bench-${place}`;

/** As the contract has them (members/hiring/facts.ts), the commonest first. */
const roles =
  'engineering product data operations sales design production marketing support finance people logistics research teaching health legal other'.split(
    ' ',
  );
const levels = ['middle', 'senior', 'entry', 'lead', 'intern', 'head'];
const cityNames =
  '上海 北京 深圳 杭州 广州 成都 南京 苏州 武汉 西安 重庆 长沙 天津 厦门 青岛 合肥 宁波 郑州 大连 无锡 福州 济南 佛山 东莞 珠海 昆明'.split(
    ' ',
  );
/** The last of some sixty has one job of several thousand. */
const cities = [...cityNames, ...Array.from({ length: 34 }, (_, n) => `Harbour ${n}`)];
const skills = Array.from(
  { length: 90 },
  (_, n) => ['SQL', '沟通', 'React', '供应链', 'Figma'][n] ?? `Skill ${n}`,
);
const titles = ['后端工程师', 'Product designer', '数据分析师', 'Recruiter', '财务经理', 'Line lead'];
const pays = [4_000, 8_000, 12_000, 18_000, 25_000, 40_000, 60_000, 90_000];
/** In every two-hundredth job. */
export const seldomWord = '远洋渔业';

/** One of a list, the first far oftener than the last, as cities and crafts are. */
const often = <T>(list: readonly T[], random: number): T => {
  const one = list[Math.floor(list.length * random ** 2.5)];
  if (one === undefined) throw new RangeError('an empty list');
  return one;
};

/** A UUID that is the same in each run. */
const idOf = (place: number): string => {
  const hex = createHash('sha256').update(`job ${place}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** So many jobs in the order in which they were posted, the same in each run. */
export function* drawJobs(count: number, day: { posted: string; closes: string }): Generator<MadeJob> {
  const random = numbers(count);
  for (let place = 1; place <= count; place += 1) {
    const company = Math.floor(random() * companies);
    const remote = random() < 0.15;
    const pay = random() < 0.3 ? null : (pays[Math.floor(random() * pays.length)] ?? null);
    const isZh = random() < 0.6;
    const planted = place % 200 === 0 ? [seldomWord] : [];
    yield {
      ...{
        id: idOf(place),
        seq: String(place),
        company: companyId(company),
        names: `公司${company} Company ${company}`,
      },
      title: `${titles[Math.floor(random() * titles.length)]} ${Math.floor(random() * 900)}`,
      ...{ role: often(roles, random()), level: often(levels, random()) },
      ...{ city: remote && random() < 0.3 ? '' : often(cities, random()), remote },
      ...{ pay_min: pay, pay_max: pay && 1.5 * pay, pay_currency: 'CNY' },
      skills: [...new Set(Array.from({ length: 4 }, () => often(skills, random())))],
      text: Array.from({ length: 3 }, () => wordsOfPost(random, isZh, planted)).join('。'),
      ...day,
    };
  }
}

/** Facts by which jobs are narrowed: each at random, the seldom as often as the common. */
export function* drawFilters(seed: number): Generator<Record<string, string>> {
  const random = numbers(seed);
  const any = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  for (;;) {
    const all = [
      { role: String(any(roles)) },
      { level: String(any(levels)) },
      { city: String(any(cities)) },
      { pay: String(any([10_000, 20_000, 30_000, 50_000])) },
      { skill: String(any(skills)) },
      { remote: 'yes' },
    ];
    // One of all choices of three of the six.
    yield Object.assign({}, ...any(triples).map((n) => all[n]));
  }
}
const triples = [0, 1, 2, 3, 4, 5].flatMap((a) =>
  [0, 1, 2, 3, 4, 5].flatMap((b) => [0, 1, 2, 3, 4, 5].filter((c) => a < b && b < c).map((c) => [a, b, c])),
);
