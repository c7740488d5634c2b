import type { Job } from '@teahouse/contract/members';

/** A job as search engines read it: schema.org/JobPosting, as JSON-LD. */
export function postingOf(job: Job, i: { company: string; url: string }): object {
  const { pay } = job;
  return {
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title: job.title,
    description: job.text,
    identifier: { '@type': 'PropertyValue', name: i.company, value: job.id },
    url: i.url,
    datePosted: job.posted,
    validThrough: job.closes,
    employmentType: job.level === 'intern' ? 'INTERN' : 'FULL_TIME',
    hiringOrganization: { '@type': 'Organization', name: i.company },
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
