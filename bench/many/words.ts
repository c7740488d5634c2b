/** Random numbers that are the same in every run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const zh =
  `我们 公司 今年 大家 老板 工作 项目 时间 同事 绩效 加班 团队 部门 晋升 调薪 年终奖 面试 跳槽 裁员 业务 需求 上线 周报 会议 产品 研发 测试 运营 客户
   工资 社保 公积金 合同 试用期 离职 赔偿 股票 期权 大小周 双休 调休 年假 体检 食堂 班车 租房 通勤 管理 领导 汇报 目标 考核 末位 淘汰 优化 架构 重构
   代码 文档 排期 延期 事故 复盘 值班 外包 校招 社招 猎头 简历 背调 涨幅 职级 答辩 转正 竞业 仲裁`.split(
    /\s+/,
  );
const en =
  `we the our team manager project work time people review overtime raise bonus layoffs interview offer office remote meeting product engineering salary
   contract notice severance stock options weekend vacation commute leadership roadmap deadline incident oncall contractor recruiter resume level promotion
   probation burnout culture feedback mentor budget hiring freeze reorganisation strategy client release quality training`.split(
    /\s+/,
  );
const syllables = 'ba ce do fi gu ha je ki lo mu na pe qui ro su ta ve wo xa zi'.split(' ');

/** In every fifth post. */
export const commonWord = '加班';
/** In every two-hundredth. */
export const seldomWord = '股权激励';
/** In twenty posts, however many there are. */
export const rareWord = 'quokka';

/** Earlier words come more often, as in any language. */
const often = (words: readonly string[], random: () => number) =>
  words[Math.floor(words.length * random() ** 2.2)] ?? '';
/** One of some hundred thousand words that hardly anybody uses. */
const seldom = (random: () => number, isZh: boolean): string =>
  isZh
    ? String.fromCharCode(0x4e00 + Math.floor(random() * 900), 0x5200 + Math.floor(random() * 900))
    : Array.from({ length: 4 }, () => syllables[Math.floor(random() * syllables.length)]).join('');

/** Words as a post has them in the middle: some ninety characters. */
export function wordsOfPost(random: () => number, isZh: boolean, planted: readonly string[]): string {
  const words = Array.from({ length: isZh ? 34 : 17 }, (_, i) =>
    i % 9 === 8 ? seldom(random, isZh) : often(isZh ? zh.filter((word) => word !== commonWord) : en, random),
  );
  for (const word of planted) words.splice(Math.floor(random() * words.length), 0, isZh ? word : ` ${word} `);
  const mark = isZh ? ',' : ', ';
  return words.map((word, i) => word + (i % 6 === 5 ? mark : isZh ? '' : ' ')).join('');
}
