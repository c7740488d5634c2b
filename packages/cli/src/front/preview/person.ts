import type { Person } from '@teahouse/contract/members';
import { type PageHead, siteName } from './head.ts';
import type { Subject } from './pages.ts';

/** What a preview says of a member: no more than a visitor's page does. */
type Shown = Pick<Person, 'name' | 'headline' | 'photo' | 'employer' | 'indexable'>;

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';

function isEmployer(value: unknown): value is Shown['employer'] {
  if (value === null) return true;
  return isFields(value) && isFields(value.name) && isText(value.name.zh) && isText(value.name.en);
}

/** A member's page out of whatever members answered to a visitor; undefined where it is none. See read.ts. */
export function readPerson(value: unknown): Shown | undefined {
  if (!isFields(value)) return undefined;
  const { name, headline, photo, employer, indexable } = value;
  const isPerson =
    isText(name) &&
    isText(headline) &&
    (photo === null || (isText(photo) && /^[\w-]{43}$/.test(photo))) &&
    isEmployer(employer) &&
    typeof indexable === 'boolean';
  return isPerson ? (value as Shown) : undefined;
}

const photoForm = { type: 'image/webp', width: 512, height: 512 };

/**
 * The head of a member's page. Of one that a visitor may not see it says the house's own words, as of one that does not
 * exist, and neither is for search engines; nor is any other whose owner did not allow it.
 */
export function personHead(
  { path }: Extract<Subject, { kind: 'person' }>,
  person: Shown | undefined,
  origin: string,
): PageHead {
  const place = { type: 'profile' as const, url: origin + path, canonical: origin + path };
  if (!person) {
    const description = '茶馆会员的主页。A member of Teahouse.';
    return { ...place, title: siteName, description, unlisted: true };
  }
  const { name, headline, photo, employer, indexable } = person;
  const lang = /\p{Script=Han}/u.test(name + headline) ? 'zh' : 'en';
  const works = employer && `${lang === 'zh' ? '已核实：' : 'verified: '}${employer.name[lang]}`;
  return {
    ...{ ...place, title: name, lang, unlisted: !indexable },
    description: [headline, works].filter(Boolean).join(' · ') || siteName,
    ...(photo === null
      ? {}
      : { image: { url: `${origin}/api/members/pictures/${photo}`, alt: name, form: photoForm } }),
  };
}
