import { exportOrder } from '../../order/export.ts';
import type { Exporter } from '../exporters.ts';

/** What they reported, and what moderators decided about them. */
export const orderPart: Exporter = {
  name: 'order',
  title: { zh: '举报与处理', en: 'Reports and decisions' },
  tables: ['house_reports', 'house_decisions', 'house_appeals', 'suspensions'],
  words: {
    reports: { zh: '举报过的内容', en: 'Reports made' },
    decisions: { zh: '与本人有关的决定', en: 'Decisions about you' },
    kind: { zh: '种类', en: 'Kind' },
    subject: { zh: '对象编号', en: 'Id of the thing' },
    part: { zh: '主页部分', en: 'Part of the page' },
    action: { zh: '处理', en: 'Action' },
    reason: { zh: '理由', en: 'Reason' },
    words: { zh: '说明', en: 'Words' },
    until: { zh: '至', en: 'Until' },
    day: { zh: '日期', en: 'Day' },
    undone: { zh: '已撤销', en: 'Taken back' },
    appeal: { zh: '申诉', en: 'Appeal' },
    answer: { zh: '答复', en: 'Answer' },
  },
  read: exportOrder,
};
