import type { Job } from '@teahouse/contract/members';
import { cut, type PageHead, siteName } from './head.ts';
import type { Subject } from './pages.ts';

/** What a preview says of a job: what a visitor's page says. */
type Shown = Omit<Job, 'version' | 'mine' | 'application' | 'saved'>;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isDay = (value: unknown): value is string => isText(value) && /^\d{4}-\d\d-\d\d$/.test(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value);

function isPay(value: unknown): value is Shown['pay'] {
  if (value === null) return true;
  return isFields(value) && isCount(value.min) && isCount(value.max) && isText(value.currency);
}
function isCompany(value: unknown): value is Shown['company'] {
  if (!isFields(value) || !isText(value.id) || !isFields(value.name)) return false;
  return isText(value.name.zh) && isText(value.name.en);
}

/** A job out of whatever members answered; undefined where it is none. See read.ts. */
export function readJob(value: unknown): Shown | undefined {
  if (!isFields(value)) return undefined;
  const { id, company, title, level, city, remote, pay, skills, posted, closes, open, text } = value;
  const isJob =
    [id, title, level, city, text].every(isText) &&
    isCompany(company) &&
    [remote, open].every((one) => typeof one === 'boolean') &&
    isPay(pay) &&
    Array.isArray(skills) &&
    skills.every(isText) &&
    [posted, closes].every(isDay);
  return isJob ? (value as Shown) : undefined;
}

/** Search engines read a description as HTML: what was written as text must not become markup there. */
const asHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

/**
 * A job as search engines read it: schema.org/JobPosting. It says nothing that the page does not say: no country, of which
 * the house knows nothing.
 */
export function postingOf(job: Shown, i: { company: string; url: string; companyUrl: string }): object {
  const { pay } = job;
  return {
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title: job.title,
    description: asHtml(job.text),
    identifier: { '@type': 'PropertyValue', name: i.company, value: job.id },
    url: i.url,
    datePosted: job.posted,
    // It is open until its last day is over: a date alone would end as that day begins.
    validThrough: `${job.closes}T23:59:59Z`,
    employmentType: job.level === 'intern' ? 'INTERN' : 'FULL_TIME',
    hiringOrganization: { '@type': 'Organization', name: i.company, url: i.companyUrl },
    directApply: true,
    ...(job.skills.length > 0 && { skills: job.skills.join(', ') }),
    ...(job.remote && { jobLocationType: 'TELECOMMUTE' }),
    ...(job.city !== '' && {
      jobLocation: { '@type': 'Place', address: { '@type': 'PostalAddress', addressLocality: job.city } },
    }),
    ...(pay && {
      baseSalary: {
        '@type': 'MonetaryAmount',
        currency: pay.currency,
        value: { '@type': 'QuantitativeValue', minValue: pay.min, maxValue: pay.max, unitText: 'MONTH' },
      },
    }),
  };
}

/** The head of a job's page. One that is closed, or that is not there, is not for search engines. */
export function jobHead(
  { path }: Extract<Subject, { kind: 'job' }>,
  job: Shown | undefined,
  origin: string,
): PageHead {
  const place = { type: 'article' as const, url: origin + path, canonical: origin + path };
  if (!job) return { ...place, title: siteName, description: '一份工作。A job.', unlisted: true };
  const lang = /\p{Script=Han}/u.test(job.title + job.text) ? 'zh' : 'en';
  const company = job.company.name[lang];
  const where = [job.city, ...(job.remote ? [lang === 'zh' ? '可远程' : 'remote'] : [])];
  const companyUrl = `${origin}/companies/${job.company.id}`;
  return {
    ...{ ...place, lang, title: `${job.title} · ${company}` },
    description: cut([...where, job.text].filter(Boolean).join(' · '), 220),
    ...(job.open ? { data: postingOf(job, { company, url: place.url, companyUrl }) } : { unlisted: true }),
  };
}
