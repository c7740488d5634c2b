import type {
  EditSection,
  NetworkStanding,
  OwnProfile,
  Person,
  Section,
  ShownSections,
  ShownWork,
} from '@teahouse/contract/members';
import { defaultAudience } from '../people/audience.ts';
import { presentCard } from '../people/cards.ts';
import type { ProfileRow, VerifiedRow } from './store.ts';

type Content<S extends Section> = Extract<EditSection, { section: S }>['content'];
type Work = Content<'experience'>[number];

/** What a part holds: what the store has was validated when it was written. */
const contentOf = <S extends Section>({ sections }: ProfileRow, section: S): Content<S> | undefined =>
  sections?.[section]?.content as Content<S> | undefined;

/** A place of work: its company and its mark come from the employment that was verified, never from what was typed. */
function presentWork({ employment, ...work }: Work, verified: readonly VerifiedRow[]): ShownWork {
  const found = verified.find(({ id }) => id === employment);
  if (!found) return { ...work, verified: null };
  const { company, name_zh: zh, name_en: en, month, current } = found;
  const standing = current ? 'current' : 'former';
  return { ...work, company: '', verified: { company, name: { zh, en }, month, standing } };
}

/** The parts that are there: the store left out what is not for the reader, and an empty one is no other. */
function presentSections(row: ProfileRow): ShownSections {
  const work = contentOf(row, 'experience')?.map((one) => presentWork(one, row.employments));
  const all: ShownSections = {
    about: contentOf(row, 'about'),
    experience: work,
    education: contentOf(row, 'education'),
    skills: contentOf(row, 'skills'),
    languages: contentOf(row, 'languages'),
    city: contentOf(row, 'city'),
    links: contentOf(row, 'links'),
  };
  return Object.fromEntries(Object.entries(all).filter(([, content]) => content?.length)) as ShownSections;
}

/** A page as its reader sees it. */
export function presentPerson(
  row: ProfileRow,
  near: { degree: Person['degree']; standing: NetworkStanding | null },
): Person {
  return {
    ...presentCard({ ...row, degree: near.degree }),
    sections: presentSections(row),
    network: near.standing,
    indexable: row.page === 'everyone' && row.indexable,
  };
}

const empty = {
  about: '',
  experience: [],
  education: [],
  skills: [],
  languages: [],
  city: '',
  links: [],
} as const;

/** A page as its owner edits it. */
export function presentOwn(row: ProfileRow): OwnProfile {
  const part = (section: Section) =>
    row.sections?.[section] ?? { content: empty[section], audience: defaultAudience, version: 0 };
  const sections = Object.fromEntries(Object.keys(empty).map((name) => [name, part(name as Section)]));
  const { degree: _, ...card } = presentCard({ ...row, degree: null });
  return {
    ...card,
    version: row.version,
    page: row.page,
    indexable: row.indexable,
    sections: sections as OwnProfile['sections'],
  };
}
