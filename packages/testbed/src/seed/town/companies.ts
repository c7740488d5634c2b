import type { TownCompany } from './types.ts';

/** Fictional companies; domains under the reserved `.example`. Canghai is below the demo floor, on purpose. */
export const companies: readonly TownCompany[] = [
  {
    id: 'xinghe',
    name: { zh: '星河科技', en: 'Xinghe Tech' },
    industry: 'internet',
    domain: 'xinghe.example',
    people: 9,
  },
  {
    id: 'jingzhe',
    name: { zh: '惊蛰半导体', en: 'Jingzhe Semiconductor' },
    industry: 'chips',
    domain: 'jingzhe.example',
    people: 7,
  },
  {
    id: 'luming',
    name: { zh: '鹿鸣汽车', en: 'Luming Motors' },
    industry: 'cars',
    domain: 'luming.example',
    people: 7,
  },
  {
    id: 'northquay',
    name: { zh: '北埠资本', en: 'North Quay Capital' },
    industry: 'finance',
    domain: 'northquay.example',
    people: 6,
  },
  {
    id: 'paperkite',
    name: { zh: '纸鸢游戏', en: 'Paper Kite Games' },
    industry: 'games',
    domain: 'paperkite.example',
    people: 6,
  },
  {
    id: 'yunlu',
    name: { zh: '云路物流', en: 'Yunlu Logistics' },
    industry: 'logistics',
    domain: 'yunlu.example',
    people: 6,
  },
  {
    id: 'qingmai',
    name: { zh: '清脉医疗', en: 'Qingmai Health' },
    industry: 'health',
    domain: 'qingmai.example',
    people: 5,
  },
  {
    id: 'canghai',
    name: { zh: '沧海书店', en: 'Canghai Books' },
    industry: 'retail',
    domain: 'canghai.example',
    people: 3,
  },
];
