import type { Dice } from '@teahouse/testbed/dice';

const starts = [
  '我们组上周',
  'Our team',
  '说实话',
  'Honestly',
  '有没有人',
  'Has anyone',
  '今天开会',
  'The new policy',
];
const middles = [
  '改成了双周迭代,',
  'stopped the weekly report, ',
  '又加班到十点,',
  'asked for numbers again, ',
  '在问期权的事,',
];
const ends = [
  '头两周不习惯。',
  'and nobody misses it.',
  '你们那边呢?',
  'which took the whole day.',
  '会议少了一半。',
];

/** A sentence or a few. What is said is no part of the trial: style is not what the server keeps or loses. */
export function sentence(dice: Dice): string {
  const parts = Array.from({ length: 1 + dice.below(4) }, () =>
    [dice.pick(starts), dice.pick(middles), dice.pick(ends)].join(''),
  );
  return parts.join(' ');
}

const lookedFor = ['双周迭代', '期权', 'weekly report', '"加班到十点"', 'whole day', '会议 policy', '你们组'];

/** Words that somebody types into the search field. */
export const someQuestionForSearch = (dice: Dice): string => dice.pick(lookedFor);

/** Names of people; a number tells them apart. */
export const nameOf = (place: number): string => `Lin ${place}`;

/** What the town writes in the named half, each alone. */
const stated = [
  'Moved to the payments team.',
  '在招两位后端,欢迎来聊。',
  'Slides of the talk are up.',
  'weekly report 终于停了。',
];
const remarked = ['Congratulations!', '恭喜!', 'Well put.', '有收获,谢谢分享。'];
const asking = ['We sat in the same workshop.', '一起做过上一个项目。'];

export const statement = (dice: Dice): string => dice.pick(stated);
export const remark = (dice: Dice): string => dice.pick(remarked);
export const noteToAsk = (dice: Dice): string => dice.pick(asking);
/** Words that somebody types who looks for people. */
export const someName = (dice: Dice): string => `Lin ${1 + dice.below(9)}`;
