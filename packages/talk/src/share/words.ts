import type { Card } from '@teahouse/contract/talk';
import type { Label } from '@teahouse/protocol';

/*
 * The few words that the server itself puts beside somebody's quote, the same as on the app's pages. Everywhere else
 * words are the app's; a picture and a link preview have no app.
 */

export type Lang = Card['lang'];

/** Name of a company or an industry in the card's language; its id where the directory does not know it. */
export type NameOf = (kind: 'company' | 'industry', id: string) => string;

type Standings = Readonly<Record<'current' | 'former', string>>;
type LabelWords = Readonly<Record<Exclude<Label['kind'], 'alias'>, Standings>>;

const labels: Readonly<Record<Lang, LabelWords>> = {
  zh: {
    company: { current: '{who}员工', former: '{who}前员工' },
    industry: { current: '{who}行业员工', former: '曾在{who}行业' },
    professional: { current: '已核实的职场人', former: '曾经核实的职场人' },
  },
  en: {
    company: { current: 'Employee of {who}', former: 'Former employee of {who}' },
    industry: { current: 'Works in {who}', former: 'Formerly in {who}' },
    professional: { current: 'Verified professional', former: 'Formerly a verified professional' },
  },
};

function whoOf(label: Label, nameOf: NameOf): string {
  if (label.kind === 'company') return nameOf('company', label.company);
  return label.kind === 'industry' ? nameOf('industry', label.industry) : '';
}

/** Says whom a label stands for, such as "Employee of X". */
export function labelWords(label: Label, lang: Lang, nameOf: NameOf): string {
  if (label.kind === 'alias') return lang === 'zh' ? '只露脸谱' : 'nothing shown but the mask';
  return labels[lang][label.kind][label.standing].replace('{who}', () => whoOf(label, nameOf));
}

const figure = (n: number) => n.toLocaleString('en');

export interface HouseWords {
  readonly house: string;
  readonly motto: string;
  readonly among: (n: number) => string;
  readonly replyIn: (title: string) => string;
  readonly gone: readonly [title: string, text: string];
  readonly goneReply: string;
  /** The same of what the house does not show. */
  readonly withheld: Pick<HouseWords, 'gone' | 'goneReply'>;
}

export const houseWords: Readonly<Record<Lang, HouseWords>> = {
  zh: {
    house: '茶馆',
    motto: '说话的人经过核实，没有人能查出是谁。',
    among: (n) => `${figure(n)} 人之一，可能是其中任何一位`,
    replyIn: (title) => `在《${title}》里`,
    gone: ['作者收回了这一帖', '内容已经销毁，但“签过名”这件事仍然可以查验。'],
    goneReply: '作者收回了这番话',
    withheld: {
      gone: ['这一帖暂不展示', '它正在等待管理员查看，或已按茶馆规则移除；每一项处理都有公开记录。'],
      goneReply: '这番话暂不展示',
    },
  },
  en: {
    house: 'Teahouse',
    motto: 'Verified at work. Nobody can find out who spoke.',
    among: (n) => `One of ${figure(n)} who could have written this`,
    replyIn: (title) => `In “${title}”`,
    gone: [
      'A thread that its author took back',
      'The words are destroyed; that they were signed can still be checked.',
    ],
    goneReply: 'Words that their author took back',
    withheld: {
      gone: [
        'A thread that is not shown',
        'It waits for a moderator, or was removed under the rules of the house; every decision is on public record.',
      ],
      goneReply: 'Words that are not shown',
    },
  },
};
