import type { Directory } from '@teahouse/contract/issuer';

/** Fixed: an industry is a label many companies share, so a new one is a decision of a release. Ids never change. */
export const industries: Directory['industries'] = [
  { id: 'internet', name: { zh: '互联网', en: 'Internet' } },
  { id: 'ai', name: { zh: '人工智能', en: 'Artificial intelligence' } },
  { id: 'chips', name: { zh: '芯片', en: 'Semiconductors' } },
  { id: 'electronics', name: { zh: '电子与通信', en: 'Electronics and telecoms' } },
  { id: 'cars', name: { zh: '汽车', en: 'Cars' } },
  { id: 'energy', name: { zh: '能源', en: 'Energy' } },
  { id: 'manufacturing', name: { zh: '制造', en: 'Manufacturing' } },
  { id: 'finance', name: { zh: '金融', en: 'Finance' } },
  { id: 'consulting', name: { zh: '咨询与法律', en: 'Consulting and law' } },
  { id: 'games', name: { zh: '游戏', en: 'Games' } },
  { id: 'media', name: { zh: '传媒与广告', en: 'Media and advertising' } },
  { id: 'retail', name: { zh: '零售与消费品', en: 'Retail and consumer goods' } },
  { id: 'logistics', name: { zh: '物流与出行', en: 'Logistics and transport' } },
  { id: 'health', name: { zh: '医药与健康', en: 'Medicine and health' } },
  { id: 'education', name: { zh: '教育与科研', en: 'Education and research' } },
  { id: 'property', name: { zh: '房地产与建筑', en: 'Property and construction' } },
  { id: 'public', name: { zh: '公共事业与其他', en: 'Public service and others' } },
];

export const isIndustry = (id: string): boolean => industries.some((industry) => industry.id === id);
