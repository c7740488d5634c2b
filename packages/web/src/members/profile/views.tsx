import { Trans, useLingui } from '@lingui/react/macro';
import type { ShownSections, ShownWork } from '@teahouse/contract/members';
import type { ReactNode } from 'react';
import { useName } from '../../ui/use-name.ts';
import { useLevelWords } from './level-words.ts';
import { useLanguageName, useMonth } from './months.ts';

/* The parts of a page, as everybody sees them. */

/** Words of a member with their line breaks; what they hold can't turn the rest of the page round. */
export const Said = ({ text }: { text: string }) => (
  <div className="words">
    <p className="plain">{text}</p>
  </div>
);

/** The mark of an employment that was proven: from when the proof is, and whether it still stands. */
function Verified({ verified }: { verified: NonNullable<ShownWork['verified']> }) {
  const month = useMonth()(verified.month);
  return (
    <span className="verified text-[0.88rem] text-celadon" data-verified={verified.company}>
      {verified.standing === 'current' ? (
        <Trans>verified, {month}</Trans>
      ) : (
        <Trans>formerly, verified {month}</Trans>
      )}
    </span>
  );
}

function Work({ work }: { work: ShownWork }) {
  const monthOf = useMonth();
  const nameOf = useName();
  const { title, company, verified, from, to, text } = work;
  const begun = monthOf(from);
  const ended = to === null ? null : monthOf(to);
  return (
    <li className="border-t border-line py-4 first:border-t-0 first:pt-0 last:pb-0">
      <h3 className="text-[1.05rem]">{title}</h3>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span>{verified ? nameOf(verified.name) : company}</span>
        {verified ? <Verified verified={verified} /> : null}
      </p>
      <p className="tabular text-[0.88rem] text-ink-2">
        {ended === null ? (
          <Trans>{begun} to now</Trans>
        ) : (
          <Trans>
            {begun} to {ended}
          </Trans>
        )}
      </p>
      {text ? (
        <div className="mt-2">
          <Said text={text} />
        </div>
      ) : null}
    </li>
  );
}

function EducationView({ education }: { education: NonNullable<ShownSections['education']> }) {
  return (
    <ul>
      {education.map(({ school, degree, from, to }) => (
        <li
          key={`${school} ${degree} ${from} ${to}`}
          className="border-t border-line py-4 first:border-t-0 first:pt-0 last:pb-0"
        >
          <h3 className="text-[1.05rem]">{school}</h3>
          {degree ? <p>{degree}</p> : null}
          {from !== null || to !== null ? (
            <p className="tabular text-[0.88rem] text-ink-2">
              {[from, to].filter((one) => one !== null).join(' – ')}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function LanguagesView({ languages }: { languages: NonNullable<ShownSections['languages']> }) {
  const nameOf = useLanguageName();
  const levels = useLevelWords();
  return (
    <ul className="space-y-1">
      {languages.map(({ code, level }) => (
        <li key={code} className="flex flex-wrap gap-x-3">
          {nameOf(code)}
          <span className="text-ink-2">{levels[level]}</span>
        </li>
      ))}
    </ul>
  );
}

const LinksView = ({ links }: { links: NonNullable<ShownSections['links']> }) => (
  <ul>
    {links.map(({ name, url }) => (
      <li key={url} className="truncate">
        <a
          href={url}
          rel="nofollow ugc noopener noreferrer"
          target="_blank"
          className="link inline-flex min-h-11 items-center"
        >
          {name || new URL(url).host}
        </a>{' '}
        {name ? <span className="text-[0.86rem] text-ink-2">{new URL(url).host}</span> : null}
      </li>
    ))}
  </ul>
);

const SkillsView = ({ skills }: { skills: readonly string[] }) => (
  <ul className="flex flex-wrap gap-2">
    {skills.map((skill) => (
      <li key={skill} className="rounded-full border border-line px-3.5 py-1 text-[0.95rem]">
        {skill}
      </li>
    ))}
  </ul>
);

export type SectionName = keyof ShownSections;

/** In the order in which a page shows them; the city stands in its head. */
export const sectionOrder = ['about', 'experience', 'education', 'skills', 'languages', 'links'] as const;

export function useSectionTitles(): Record<SectionName, string> {
  const { t } = useLingui();
  return {
    about: t`About`,
    experience: t`Experience`,
    education: t`Education`,
    skills: t`Skills`,
    languages: t`Languages`,
    links: t`Links`,
    city: t`City`,
  };
}

/** What a part holds; null where it is empty. */
export function SectionView({ name, sections }: { name: SectionName; sections: ShownSections }): ReactNode {
  const { about, experience, education, skills, languages, links, city } = sections;
  switch (name) {
    case 'about':
      return about ? <Said text={about} /> : null;
    case 'experience':
      return experience ? (
        <ul>
          {experience.map((work) => (
            <Work key={`${work.from} ${work.title} ${work.company}`} work={work} />
          ))}
        </ul>
      ) : null;
    case 'education':
      return education ? <EducationView education={education} /> : null;
    case 'skills':
      return skills ? <SkillsView skills={skills} /> : null;
    case 'languages':
      return languages ? <LanguagesView languages={languages} /> : null;
    case 'links':
      return links ? <LinksView links={links} /> : null;
    default:
      return city ?? null;
  }
}
