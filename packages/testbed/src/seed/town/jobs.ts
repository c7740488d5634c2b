import type { AddLabel, JobLevel, JobRole } from '@teahouse/contract/members';

/** A job of the town, before a company, a place and a pay are drawn for it. */
export interface TownJob {
  readonly title: string;
  readonly role: JobRole;
  readonly level: JobLevel;
  readonly skills: readonly string[];
  readonly text: string;
  /** Pay of a month in thousands, in CNY; without it none is said. */
  readonly pay?: readonly [number, number];
}

export const cities = ['上海', '北京', '杭州', '深圳', '成都', 'Shanghai', 'Singapore'] as const;

export const jobs: readonly TownJob[] = [
  {
    ...{ title: '高级后端工程师', role: 'engineering', level: 'senior', pay: [30, 50] },
    skills: ['Go', 'PostgreSQL', 'Kafka'],
    text: '负责核心交易服务的设计与演进。\n\n我们希望你：\n· 有五年以上后端经验\n· 写得出别人读得懂的代码\n· 愿意把线上问题讲清楚',
  },
  {
    ...{ title: 'Frontend engineer', role: 'engineering', level: 'middle', pay: [20, 35] },
    skills: ['TypeScript', 'React', 'Accessibility'],
    text: 'You build the pages our customers spend their day on.\n\nWe care about pages that open quickly and that everybody can use.',
  },
  {
    ...{ title: '数据分析师', role: 'data', level: 'middle', pay: [18, 28] },
    skills: ['SQL', 'Python', '可视化'],
    text: '和业务一起提问题，用数据给出答案。报表之外，更看重你的判断。',
  },
  {
    ...{ title: '产品经理', role: 'product', level: 'senior', pay: [28, 45] },
    skills: ['用户研究', '需求分析'],
    text: '从用户的一天出发，决定先做什么、不做什么。每周与一线同事一起值班半天。',
  },
  {
    ...{ title: 'Product designer', role: 'design', level: 'senior', pay: [25, 40] },
    skills: ['Figma', 'Prototyping'],
    text: 'From a sketch to what is shipped: you stay with your work until people use it.',
  },
  {
    ...{ title: '财务主管', role: 'finance', level: 'lead' },
    skills: ['预算', 'ERP'],
    text: '带领四人小组，负责月结、预算与审计配合。',
  },
  {
    ...{ title: 'Operations intern', role: 'operations', level: 'intern', pay: [4, 6] },
    skills: ['Excel'],
    text: 'Three months beside the people who keep things running. You leave with something you built.',
  },
  {
    ...{ title: '销售经理', role: 'sales', level: 'middle', pay: [15, 30] },
    skills: ['大客户', '谈判'],
    text: '负责华东区客户。底薪加提成，提成规则写进合同。',
  },
];

/** What applicants write. */
export const letters: readonly string[] = [
  '我在现在的团队做了三年类似的工作，很想试试这里的问题。',
  'I have done this for four years and would like to do it where the pay is written down.',
  '附上几句话：上一份工作里，我把结算的延迟从两小时降到了五分钟。',
  'A friend who works with you says the reviews are kind and thorough. That is what I look for.',
];

/** Labels of the company whose board is shown. */
export const boardLabels: readonly AddLabel[] = [
  { name: '优先', tone: 'rose' },
  { name: '可远程', tone: 'celadon' },
  { name: 'Portfolio', tone: 'indigo' },
];

/** What recruiters write for each other. */
export const boardNotes: readonly string[] = [
  '电话聊过，对结算系统很熟，问题也问得细。',
  'Would rather start in spring. Worth waiting for.',
  '期望薪资略高于区间，先约一轮技术面。',
  'Second interview: kind, clear, and honest about what went wrong.',
];
