import type { Audience, EditSection, Section } from '@teahouse/contract/members';
import { quote } from '@teahouse/kit/words/query';
import { wordsVector } from '@teahouse/kit/words/vector';
import { nameLexemes } from './name-words.ts';
import { cityMark, companyMark, industryMark, partMark } from './question.ts';

/** What of a member is made findable. */
export interface MemberRow {
  id: string;
  name: string;
  headline: string;
  /** The employer of the card. */
  company: string | null;
  name_zh: string | null;
  name_en: string | null;
  industry: string | null;
  until: string | null;
  sections: { section: Section; audience: Audience; content: unknown }[];
  employments: { id: string; zh: string; en: string }[];
}

/** A row of `search_people`. */
export interface PeopleWords {
  account: string;
  names: string;
  words: string;
  near: string | null;
  city: string | null;
  nearCity: string | null;
  company: string | null;
  until: string | null;
}

type Content<S extends Section> = Extract<EditSection, { section: S }>['content'];

/** What a part says in words; of a verified place of work the company's names, which nobody typed. */
function wordsOfSection(section: Section, content: unknown, employments: MemberRow['employments']): string[] {
  switch (section) {
    case 'about':
    case 'city':
      return [content as string];
    case 'skills':
      return content as Content<'skills'>;
    case 'education':
      return (content as Content<'education'>).flatMap(({ school, degree }) => [school, degree]);
    case 'experience':
      return (content as Content<'experience'>).flatMap(({ employment, company, title, text }) => {
        const proven = employments.find(({ id }) => id === employment);
        return [...(proven ? [proven.zh, proven.en] : [company]), title, text];
      });
    case 'languages':
    case 'links':
      return [];
  }
}

const isOpen = ({ audience }: { audience: Audience }) => audience === 'members' || audience === 'everyone';

/** What a member is found by, by whom. Parts for nobody are in none of it. */
export function wordsOfMember(row: MemberRow): PeopleWords {
  const open = row.sections.filter(isOpen);
  const near = row.sections.filter(({ audience }) => audience === 'connections');
  const said = (sections: MemberRow['sections']) =>
    sections.flatMap(({ section, content }) => wordsOfSection(section, content, row.employments));
  const cityIn = (sections: MemberRow['sections']) =>
    (sections.find(({ section }) => section === 'city')?.content as string | undefined) || null;
  const names = nameLexemes(row.name);
  const [city, nearCity] = [cityIn(open), cityIn(near)];
  const employer = row.company === null ? [] : [row.name_zh ?? '', row.name_en ?? ''];
  const marksIn = (place: string | null) => [
    ...(row.company === null ? [] : [companyMark(row.company)]),
    ...(row.industry === null ? [] : [industryMark(row.industry)]),
    ...(place === null ? [] : [cityMark(place)]),
  ];
  const vector = (text: readonly string[], place: string | null) => {
    const marks = [...names.filter((name) => !name.startsWith('d.')), partMark(row.id), ...marksIn(place)];
    return `${wordsVector({ text: text.join('\n.\n') })} ${marks.map(quote).join(' ')}`;
  };
  const openText = [row.headline, ...employer, ...said(open)];
  return {
    account: row.id,
    names: [...names, ...marksIn(city)].map(quote).join(' '),
    words: vector(openText, city),
    near: near.length > 0 ? vector([...openText, ...said(near)], nearCity ?? city) : null,
    ...{ city, nearCity, company: row.company, until: row.until },
  };
}
