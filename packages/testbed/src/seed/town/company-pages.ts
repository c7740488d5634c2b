import type { CompanyFacts } from '@teahouse/contract/members';

/** What companies of the town say of themselves, from the first version on, with the days before the end. */
export interface TownPage {
  readonly company: string;
  readonly versions: readonly { readonly daysAgo: number; readonly facts: CompanyFacts }[];
}

/** An answer of a company under a thread of the town, by the thread's title; then how many colleagues say what of it. */
export interface TownAnswer {
  readonly company: string;
  readonly thread: string;
  readonly versions: readonly string[];
  readonly yes: number;
  readonly no: number;
}

const facts = (
  zh: string,
  en: string,
  rest: { website: string; founded: number; headquarters: string },
): CompanyFacts => ({
  about: { zh, en },
  ...rest,
});

const xinghe = { website: 'https://www.xinghe.example/', founded: 2011, headquarters: '深圳 · Shenzhen' };
const jingzhe = { website: 'https://www.jingzhe.example/', founded: 2016, headquarters: '无锡 · Wuxi' };
const northquay = { website: 'https://northquay.example/', founded: 2004, headquarters: '香港 · Hong Kong' };

export const pages: readonly TownPage[] = [
  {
    company: 'xinghe',
    versions: [
      {
        daysAgo: 24,
        facts: facts('星河做地图和出行。', 'Xinghe makes maps.', { ...xinghe, headquarters: '深圳' }),
      },
      {
        daysAgo: 11,
        facts: facts(
          '星河做地图、导航和公交查询，每天有三千万人用。\n\n我们在深圳、杭州和柏林有办公室。东区食堂在修，西区食堂换了新师傅。',
          'Xinghe makes maps, navigation and timetables that thirty million people use every day.\n\nWe have offices in Shenzhen, Hangzhou and Berlin.',
          xinghe,
        ),
      },
      {
        daysAgo: 3,
        facts: facts(
          '星河做地图、导航和公交查询，每天有三千万人用。\n\n我们在深圳、杭州和柏林有办公室。从本月起，涉及团队的调整先告诉团队，再对外公布。',
          'Xinghe makes maps, navigation and timetables that thirty million people use every day.\n\nWe have offices in Shenzhen, Hangzhou and Berlin. From this month on, teams hear about changes before the press does.',
          xinghe,
        ),
      },
    ],
  },
  {
    company: 'jingzhe',
    versions: [
      {
        daysAgo: 18,
        facts: facts(
          '惊蛰设计用在家电和汽车里的微控制器，两条产线在无锡。',
          'Jingzhe designs microcontrollers for cars and household machines, and runs two lines in Wuxi.',
          jingzhe,
        ),
      },
    ],
  },
  {
    company: 'northquay',
    versions: [
      {
        daysAgo: 20,
        facts: facts(
          '北埠资本投资早期的工业软件和材料公司。',
          'North Quay invests in young companies that make industrial software and materials.',
          northquay,
        ),
      },
      {
        daysAgo: 6,
        facts: facts(
          '北埠资本投资早期的工业软件和材料公司，至今四十一家。',
          'North Quay invests in young companies that make industrial software and materials, forty-one of them so far.',
          northquay,
        ),
      },
    ],
  },
  {
    company: 'luming',
    versions: [
      {
        daysAgo: 9,
        facts: facts(
          '鹿鸣造城市用的小型电动车，工厂在合肥。',
          'Luming builds small electric cars for cities, in a works in Hefei.',
          { website: 'https://luming.example/', founded: 2015, headquarters: '合肥 · Hefei' },
        ),
      },
    ],
  },
  {
    company: 'paperkite',
    versions: [
      {
        daysAgo: 14,
        facts: facts('纸鸢做安静的游戏。', 'Paper Kite makes quiet games.', {
          ...{ website: '', founded: 2018, headquarters: '上海 · Shanghai' },
        }),
      },
    ],
  },
];

export const answers: readonly TownAnswer[] = [
  {
    company: 'xinghe',
    thread: '这次组织调整，为什么下面的人都是从新闻里知道的',
    versions: [
      '内部信晚于新闻发出，这是我们的失误。',
      '内部信晚于新闻发出，这是我们的失误，对不起。\n\n原因是公告的时间提前了，内部信没有跟着提前。从本月起，涉及团队的调整先由直属主管当面说，之后才对外公布；公司主页上也写了这一条。',
    ],
    yes: 5,
    no: 2,
  },
  {
    company: 'jingzhe',
    thread: '新办公楼的隔音，能不能再救一下',
    versions: ['三层到五层的会议室本周末加装隔音板，下周一可以用。绩效谈话已改到三楼的小间。'],
    yes: 3,
    no: 2,
  },
  {
    company: 'northquay',
    thread: 'Is the new "culture survey" really anonymous?',
    versions: [
      'Each link is different so that nobody answers twice. The provider does not tell us which link belongs to whom, and we do not ask for it. Answers of groups under ten are not shown to us.',
    ],
    yes: 1,
    no: 4,
  },
];
