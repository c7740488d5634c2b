import { exportProfile } from '../../profile/export.ts';
import type { Exporter } from '../exporters.ts';

/** What they wrote on their page, and for whom. */
export const profilePart: Exporter = {
  name: 'profile',
  title: { zh: '个人主页', en: 'Profile' },
  tables: ['profile_sections', 'profile_schools', 'dismissed_suggestions'],
  words: {
    page: { zh: '主页对谁可见', en: 'Who finds the page' },
    indexable: { zh: '允许搜索引擎收录', en: 'Search engines may list it' },
    parts: { zh: '各部分', en: 'Parts' },
    content: { zh: '内容', en: 'Content' },
    audience: { zh: '谁能看到', en: 'Who sees it' },
    schools: { zh: '用于推荐的学校', en: 'Schools used for suggestions' },
    dismissed: { zh: '不再推荐的人', en: 'No longer suggested' },
  },
  read: exportProfile,
};
