import type { Job } from '@teahouse/contract/members';
import { expect, it } from 'vitest';
import { postingOf } from './posting-of.ts';

const job: Job = {
  id: '5b0f4f3e-1111-4222-8333-944444444444',
  company: { id: 'harbour', name: { zh: '青港', en: 'Harbour' } },
  title: 'Tea taster',
  role: 'production',
  level: 'senior',
  city: 'Shanghai',
  remote: false,
  pay: { min: 20_000, max: 30_000, currency: 'CNY', months: 13 },
  skills: ['Taste', 'Patience'],
  posted: '2026-11-10',
  closes: '2026-12-20',
  open: true,
  saved: false,
  text: 'Taste tea.',
  version: 1,
  mine: false,
  application: null,
};
const i = { company: 'Harbour', url: 'https://tea.test/jobs/1' };

it('a job is a posting as search engines read it', () => {
  expect(postingOf(job, i)).toMatchObject({
    '@type': 'JobPosting',
    title: 'Tea taster',
    datePosted: '2026-11-10',
    validThrough: '2026-12-20',
    hiringOrganization: { name: 'Harbour' },
    jobLocation: { address: { addressLocality: 'Shanghai' } },
    baseSalary: { currency: 'CNY', value: { minValue: 20_000, maxValue: 30_000, unitText: 'MONTH' } },
  });
});

it('says nothing that the job does not say', () => {
  const posting = postingOf({ ...job, pay: null, city: '', remote: true, skills: [], level: 'intern' }, i);
  for (const key of ['baseSalary', 'jobLocation', 'skills']) expect(posting).not.toHaveProperty(key);
  expect(posting).toMatchObject({ jobLocationType: 'TELECOMMUTE', employmentType: 'INTERN' });
});
