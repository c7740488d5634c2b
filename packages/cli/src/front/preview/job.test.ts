import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { headTags } from './head.ts';
import { jobHead, readJob } from './job.ts';
import { subjectOf } from './pages.ts';

const id = '5b0f4f3e-1111-4222-8333-944444444444';
const subject = { kind: 'job' as const, path: `/jobs/${id}`, job: id };
const origin = 'https://tea.example';
/** As members answers a visitor. */
const job = {
  id,
  company: { id: 'harbour', name: { zh: '青港', en: 'Harbour' } },
  ...{ title: 'Tea taster', role: 'production', level: 'senior', city: 'Shanghai', remote: false },
  pay: { min: 20_000, max: 30_000, currency: 'CNY', months: 13 },
  skills: ['Taste', 'Patience'],
  ...{ posted: '2026-11-10', closes: '2026-12-20', open: true, saved: false },
  ...{ text: 'Taste tea.\nEvery day.', version: 1, mine: false, application: null },
};

const headOf = (value: unknown) => jobHead(subject, readJob(value), origin);
type Element = DefaultTreeAdapterTypes.Element;
function elementsOf(html: string, name: string): Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node && node.tagName === name) found.push(node);
    for (const child of 'childNodes' in node ? node.childNodes : []) visit(child);
  };
  visit(parse(html));
  return found;
}
/** The one block of data, as a crawler without scripts reads it out of the page. */
function postingIn(value: unknown): unknown {
  const blocks = elementsOf(headTags(headOf(value)), 'script');
  expect(blocks).toHaveLength(1);
  expect(blocks[0]?.attrs).toEqual([{ name: 'type', value: 'application/ld+json' }]);
  const [text] = blocks[0]?.childNodes ?? [];
  return JSON.parse(text && 'value' in text ? text.value : '');
}

const text = z.string().min(1);
const amount = z.number().positive();
/** What search engines ask of a posting (schema.org/JobPosting; developers.google.com/search/docs/appearance/structured-data/job-posting). */
const JobPosting = z
  .strictObject({
    '@context': z.literal('https://schema.org/'),
    '@type': z.literal('JobPosting'),
    ...{ title: text, description: text, url: z.url(), skills: text.optional() },
    identifier: z.strictObject({ '@type': z.literal('PropertyValue'), name: text, value: text }),
    ...{ datePosted: z.iso.date(), validThrough: z.iso.datetime(), directApply: z.boolean() },
    employmentType: z.enum(['FULL_TIME', 'PART_TIME', 'CONTRACTOR', 'TEMPORARY', 'INTERN', 'OTHER']),
    hiringOrganization: z.strictObject({ '@type': z.literal('Organization'), name: text, url: z.url() }),
    jobLocationType: z.literal('TELECOMMUTE').optional(),
    jobLocation: z
      .strictObject({
        '@type': z.literal('Place'),
        address: z.strictObject({ '@type': z.literal('PostalAddress'), addressLocality: text }),
      })
      .optional(),
    baseSalary: z
      .strictObject({
        '@type': z.literal('MonetaryAmount'),
        currency: text.length(3),
        value: z.strictObject({
          '@type': z.literal('QuantitativeValue'),
          ...{ minValue: amount, maxValue: amount, unitText: z.literal('MONTH') },
        }),
      })
      .optional(),
  })
  .refine((posting) => posting.jobLocation ?? posting.jobLocationType, 'a place, or from anywhere');

describe('the page of a job, for search engines that run no script', () => {
  it('carries a posting that is whole', () => {
    expect(JobPosting.parse(postingIn(job))).toMatchObject({
      title: 'Tea taster',
      description: 'Taste tea.<br>Every day.',
      ...{ datePosted: '2026-11-10', validThrough: '2026-12-20T23:59:59Z', employmentType: 'FULL_TIME' },
      hiringOrganization: { name: 'Harbour', url: `${origin}/companies/harbour` },
      jobLocation: { address: { addressLocality: 'Shanghai' } },
      baseSalary: { currency: 'CNY', value: { minValue: 20_000, maxValue: 30_000, unitText: 'MONTH' } },
      url: `${origin}/jobs/${id}`,
    });
    expect(postingIn(job)).not.toHaveProperty('jobLocationType');
  });

  it('and says nothing that the job does not say', () => {
    const bare = { ...job, pay: null, city: '', remote: true, skills: [], level: 'intern' };
    const posting = JobPosting.parse(postingIn(bare));
    for (const key of ['baseSalary', 'jobLocation', 'skills']) expect(posting).not.toHaveProperty(key);
    expect(posting).toMatchObject({ jobLocationType: 'TELECOMMUTE', employmentType: 'INTERN' });
  });

  it('has a title and a description in the language of the job', () => {
    expect(headOf(job)).toMatchObject({
      ...{ title: 'Tea taster · Harbour', lang: 'en', description: 'Shanghai · Taste tea.\nEvery day.' },
    });
    expect(headOf({ ...job, title: '品茶师', remote: true })).toMatchObject({
      ...{ title: '品茶师 · 青港', lang: 'zh', description: 'Shanghai · 可远程 · Taste tea.\nEvery day.' },
    });
  });

  it.each([
    '</script><script>alert(1)</script>',
    '<!--<script>',
    ']]>',
    '\u2028\u2029',
    '$&',
    '"\\',
    '\uD800',
  ])('holds whatever a job says, such as %j, as words and nothing else', (words) => {
    const all = { ...job, title: `a${words}`, text: words, city: words, skills: [words] };
    const name = { zh: words, en: `${words}` };
    const posting = postingIn({ ...all, company: { id: 'x', name } }) as Record<string, unknown>;
    expect(posting.title).toBe(`a${words}`);
    expect(posting.description).not.toMatch(/<(?!br>)/);
  });

  it.each([
    ['closed', { ...job, open: false }],
    ['not there', undefined],
    ['of another form', { ...job, posted: 'today' }],
    ['with a pay of another form', { ...job, pay: { min: '1' } }],
  ])('is kept from them where the job is %s', (_what, value) => {
    const head = headOf(value);
    expect(head.unlisted).toBe(true);
    expect(elementsOf(headTags(head), 'script')).toEqual([]);
  });

  it('is told by its address', () => {
    expect(subjectOf(`/jobs/${id}?x=1`)).toEqual(subject);
    for (const url of ['/jobs', '/jobs/mine', '/jobs/post', `/jobs/${id}x`])
      expect(subjectOf(url)).toBeUndefined();
  });
});
