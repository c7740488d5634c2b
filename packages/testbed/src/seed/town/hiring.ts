import type { JobLevel, JobRole } from '@teahouse/contract/members';

/** What somebody of the town looks for. */
export interface TownWish {
  readonly roles: readonly JobRole[];
  readonly levels: readonly JobLevel[];
  readonly words: string;
}

export const wishes: readonly TownWish[] = [
  { roles: ['engineering'], levels: ['senior', 'lead'], words: '想做业务复杂、但愿意还技术债的后端团队。' },
  {
    roles: ['engineering', 'data'],
    levels: [],
    words: 'Small teams that write things down. I can begin in six weeks.',
  },
  { roles: ['product'], levels: ['senior'], words: '做过三年企业服务，想离用户更近一点。' },
  {
    roles: ['design', 'product'],
    levels: ['middle', 'senior'],
    words: 'I would like to stay with what I draw until people use it.',
  },
  { roles: ['data', 'research'], levels: ['middle'], words: '' },
  { roles: ['operations', 'logistics'], levels: ['lead'], words: '带过十人团队，能接受每月一次出差。' },
  {
    roles: ['marketing', 'sales'],
    levels: [],
    words: 'Anything with a product that I can explain to my mother.',
  },
  { roles: ['finance', 'legal'], levels: ['middle', 'senior'], words: '' },
  { roles: ['people', 'support'], levels: [], words: '希望团队稳定、加班透明。' },
];

export const invitations: readonly string[] = [
  '看了您的主页，觉得您的经历和这个职位很合适，欢迎聊聊。',
  'Your page reads like the job we are trying to describe. Would you have a look?',
  '团队在扩，组长是工程师出身，第一轮只聊二十分钟。',
];

/** What is said in an application, the company first. */
export const talks: readonly (readonly string[])[] = [
  [
    '您好，简历看过了，印象很好。这周哪天方便通个电话？',
    '周四下午三点以后都可以。请问是和用人经理直接聊吗？',
    '是的，大约半小时。我把时间定在周四四点，稍后发会议链接。',
  ],
  [
    'Thank you for applying. Which of your projects would you talk about in a first conversation?',
    'The settlement service: it is small, and everything that could go wrong with it did.',
  ],
  [
    '感谢投递。这个职位需要每周到岗三天，您可以接受吗？',
    '可以。想确认一下薪资是否包含年终？',
    '包含，按十四薪计。',
  ],
  ['We like what you wrote. The team will read your file until Friday.'],
];

export const templates: readonly { readonly title: string; readonly text: string }[] = [
  { title: '邀请初聊', text: '{name}，您好！感谢投递{company}的“{job}”。这周哪天方便聊二十分钟？' },
  {
    title: 'After the interview',
    text: 'Dear {name},\n\nthank you for your time. You hear from us about “{job}” within a week.\n\n{company}',
  },
];
