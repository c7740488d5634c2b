import { english } from './corpus-en.ts';
import { chinese } from './corpus-zh.ts';

export interface Post {
  readonly about: string;
  readonly text: string;
}

/** Every post with its subject, in the order in which they stand. */
export const corpus: readonly Post[] = `${chinese}\n${english}`.split('\n').reduce(
  ({ about, posts }, line) => {
    if (line.startsWith('# ')) return { about: line.slice(2), posts };
    return line === '' ? { about, posts } : { about, posts: [...posts, { about, text: line }] };
  },
  { about: '', posts: [] as Post[] },
).posts;

/** Words of a question, and words of which each post that should be found has one; a post that has none should not be. */
export type Case = readonly [question: string, ...wanted: readonly RegExp[]];

/** All of a question's expressions must be met. Judged by reading: what would somebody who asks this want to see? */
export const cases: readonly Case[] = [
  ['加班', /加\u200b?班/],
  ['加班严重', /加班/, /严重/],
  ['加班费', /加班费/],
  ['怎么谈薪资', /薪资/],
  ['薪资', /薪资/],
  ['薪资倒挂', /薪资倒挂/],
  ['年终奖', /年终奖/],
  ['年终奖还发吗', /年终奖/],
  ['年终奖 离职', /年终奖/, /离职/],
  ['裁员', /裁员/],
  ['裁员赔偿', /裁员/, /赔偿/],
  ['字节跳动', /字节跳动/],
  ['字节跳动裁员', /字节跳动/, /裁员/],
  ['字节跳动 面试', /字节跳动/, /面试/],
  ['面试', /面试/],
  ['P7', /p7/i],
  ['p7薪资', /p7/i, /薪资/],
  ['ＰＢ', /ＰＢ/],
  ['pb级别', /ＰＢ级别/],
  ['程序员怎么写周报', /程序员.*周报/],
  ['周报', /周报/],
  ['大小周', /大小周/],
  ['大小周取消了', /大小周.*取消/],
  ['末位淘汰', /末位淘汰/],
  ['“末位淘汰” 绩效', /末位淘汰/, /绩效/],
  ['绩效 3.75', /3\.75/],
  ['3.5', /3\.5/],
  ['内卷', /内卷/],
  ['内卷严重', /内卷/, /严重/],
  ['摸鱼', /摸鱼/],
  ['降本增效', /降本增效/],
  ['工作日', /工作日/],
  ['研究生', /研究生/],
  ['市长', /市长/],
  ['劳动合同', /劳动合同/],
  ['竞业', /竞业/],
  ['外包转正', /外包/, /转正/],
  ['通勤', /通勤/],
  ['食堂', /食堂/],
  ['试用期', /试用期/],
  ['三十五岁', /三十五岁/],
  ['期权', /期权/],
  ['股权激励', /股权激励/],
  ['远程办公', /远程办公/],
  ['vue', /vue/i],
  ['老板', /老板/],
  ['茶', /茶/],
  ['社保', /社保/],
  ['996', /996(?!0)/],
  ['overtime', /overtime/i],
  ['layoffs', /layoff/i],
  ['the layoff', /layoff/i],
  ['how to ask for a raise', /ask.*raise/i],
  ['on-call', /on[-‑]call/i],
  ['"stock options"', /stock options/i],
  ['stock options', /stock/i, /options/i],
  ['managers', /manage/i],
  ['remote', /remote/i],
  ['non-compete', /non-compete/i],
  ['burnout', /burnout/i],
  ['c++', /C\+\+/],
  ['C#', /C#/],
  ['k8s', /k8s/],
  ['cafe', /caf[eé]/i],
  ["don't sign", /don't sign/i],
  ['severance', /severance/i],
  ['harassment', /harass/i],
  ['10,000', /10,?000/],
  ['OKR', /OKR/],
  ['all-hands AI', /all-hands.*AI/],
  ['offer 不加班', /offer.*不加班/],
  ['PIP', /PIP/],
  ['performance review', /performance review/i],
  ['visa renewal', /visa renewal/i],
  ['不存在的词组', /不存在的词组/],
];
