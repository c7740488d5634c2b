/** What the people of the town write on their pages. All of it is invented. */

interface Trade {
  readonly titles: { readonly zh: readonly string[]; readonly en: readonly string[] };
  readonly skills: { readonly zh: readonly string[]; readonly en: readonly string[] };
}

/** By industry of the employer. */
export const trades: Readonly<Record<string, Trade>> = {
  internet: {
    titles: {
      zh: ['后端工程师', '产品经理', '数据分析师'],
      en: ['Backend engineer', 'Product manager', 'Data analyst'],
    },
    skills: {
      zh: ['Go', '分布式系统', '需求访谈', 'SQL'],
      en: ['Go', 'Distributed systems', 'Interviews', 'SQL'],
    },
  },
  chips: {
    titles: {
      zh: ['数字前端工程师', '封装工艺工程师', '验证工程师'],
      en: ['RTL designer', 'Packaging engineer', 'Verification engineer'],
    },
    skills: {
      zh: ['SystemVerilog', '时序收敛', '良率分析'],
      en: ['SystemVerilog', 'Timing closure', 'Yield analysis'],
    },
  },
  cars: {
    titles: {
      zh: ['电池工程师', '底盘标定工程师', '质量经理'],
      en: ['Battery engineer', 'Chassis engineer', 'Quality manager'],
    },
    skills: {
      zh: ['热管理', '标定', '供应商审核'],
      en: ['Thermal management', 'Calibration', 'Supplier audits'],
    },
  },
  finance: {
    titles: {
      zh: ['风控经理', '投资经理', '合规专员'],
      en: ['Risk manager', 'Portfolio manager', 'Compliance officer'],
    },
    skills: { zh: ['估值', '风险模型', '尽职调查'], en: ['Valuation', 'Risk models', 'Due diligence'] },
  },
  games: {
    titles: {
      zh: ['关卡策划', '引擎程序员', '原画师'],
      en: ['Level designer', 'Engine programmer', 'Concept artist'],
    },
    skills: { zh: ['C++', '关卡节奏', '分镜'], en: ['C++', 'Pacing', 'Storyboards'] },
  },
  logistics: {
    titles: {
      zh: ['调度主管', '仓储工程师', '关务专员'],
      en: ['Dispatch lead', 'Warehouse engineer', 'Customs officer'],
    },
    skills: {
      zh: ['线路规划', '仓库自动化', '报关'],
      en: ['Route planning', 'Warehouse automation', 'Customs'],
    },
  },
  health: {
    titles: {
      zh: ['医学影像工程师', '临床运营', '注册专员'],
      en: ['Imaging engineer', 'Clinical operations', 'Regulatory affairs'],
    },
    skills: {
      zh: ['图像处理', '临床试验', '法规'],
      en: ['Image processing', 'Clinical trials', 'Regulation'],
    },
  },
  retail: {
    titles: { zh: ['书店店长', '选品编辑', '活动策划'], en: ['Shop manager', 'Buyer', 'Events'] },
    skills: { zh: ['选书', '陈列', '社群'], en: ['Choosing books', 'Display', 'Communities'] },
  },
};

export const schools = {
  zh: ['临江大学', '青城理工学院', '听涛师范大学', '北岭工业大学'],
  en: ['Linjiang University', 'Harbour Polytechnic', 'North Ridge University', 'Saltmarsh College'],
} as const;

export const cities = {
  zh: ['杭州', '上海', '成都', '深圳', '苏州'],
  en: ['Shanghai', 'Singapore', 'Hangzhou', 'Berlin', 'Shenzhen'],
} as const;

export const abouts = {
  zh: [
    '做了八年一线，喜欢把复杂的事讲简单。\n周末在院子里种茶，种不活的时候居多。',
    '相信好的流程是让人少开会。正在学着少说“对齐”。',
    '从零到一做过三次，两次没成，一次还在。愿意聊聊没成的那两次。',
    '带过十个人的小组，也一个人修过半夜的线上故障。两样都想念。',
  ],
  en: [
    'Eight years close to the work. I like to make hard things plain.\nGrows tea on a balcony, mostly without success.',
    'I believe that a good process means fewer meetings.',
    'Started three things from nothing: two failed, one is still there. Ask me about the two.',
    'Led a team of ten, and repaired things alone at night. I miss both.',
  ],
} as const;

/** Companies from before that are not in the town's directory: they carry no mark. */
export const formers = {
  zh: ['柳岸软件', '半山咨询', '渡口传媒', '拾级教育'],
  en: ['Willowbank Software', 'Halfway Hill Consulting', 'Ferry Media', 'Stonestep'],
} as const;

/** Addresses of the first people; the others keep the ones that were made for them. */
export const handles: readonly string[] = [
  ...['lin-wanqiu', 'chen-zhixing', 'zhou-yuan', 'shen-qinghe', 'gu-nanqiao', 'xu-wangshu', 'song-nianyi'],
  ...['jiang-jinyue', 'lu-chuanbai', 'ye-shutong', 'he-muzhi', 'qin-ruogu', 'bai-yizhou', 'wen-rugu'],
];
