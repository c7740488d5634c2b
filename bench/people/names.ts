const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'.split('');
const given =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建文辉梅红云飞鹏宇晨思雨佳欣浩然子涵'.split('');
const firsts = [
  'Ann',
  'Ben',
  'Carla',
  'Dan',
  'Edith',
  'Frank',
  'Greta',
  'Hugo',
  'Irene',
  'Jonas',
  'Katrin',
  'Lewis',
  'Martha',
];
const lasts = [
  'Abbott',
  'Barlow',
  'Carver',
  'Dalton',
  'Easton',
  'Farrow',
  'Garner',
  'Hollis',
  'Ingram',
  'Jarvis',
  'Keller',
];
const of = (list: readonly string[], n: number) => list[n % list.length] ?? '';

/** A name for each place: three of four in characters, some borne by hundreds, as names are. */
export function nameOf(place: number): string {
  const n = place * 7919;
  if (place % 4 === 0) return `${of(firsts, n)} ${of(lasts, Math.floor(n / firsts.length))} ${place % 97}`;
  const two = of(given, Math.floor(n / surnames.length));
  return of(surnames, n) + two + (place % 3 === 0 ? '' : of(given, Math.floor(n / 1931)));
}
