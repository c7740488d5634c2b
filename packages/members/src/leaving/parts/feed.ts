import { exportFeed } from '../../feed/export.ts';
import type { Exporter } from '../exporters.ts';

/** What they said, and what they hid. Pictures stand here by their address: `GET /pictures/<name>`. */
export const feedPart: Exporter = {
  name: 'feed',
  title: { zh: '动态', en: 'Feed' },
  tables: ['posts', 'comments', 'reactions', 'hidden_posts', 'mutes', 'picture_uses'],
  words: {
    posts: { zh: '发过的内容', en: 'Posts' },
    comments: { zh: '评论', en: 'Comments' },
    reactions: { zh: '回应', en: 'Reactions' },
    hidden: { zh: '隐藏的内容', en: 'Posts hidden' },
    muted: { zh: '静音的人', en: 'Members muted' },
    id: { zh: '编号', en: 'Id' },
    day: { zh: '日期', en: 'Day' },
    audience: { zh: '谁能看到', en: 'Who sees it' },
    text: { zh: '文字', en: 'Text' },
    edited: { zh: '编辑过', en: 'Edited' },
    link: { zh: '链接', en: 'Link' },
    shares: { zh: '转发自', en: 'Shares' },
    pictures: { zh: '图片', en: 'Pictures' },
    post: { zh: '所在内容', en: 'Post' },
    kind: { zh: '种类', en: 'Kind' },
  },
  read: exportFeed,
};
