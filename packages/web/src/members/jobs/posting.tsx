import type { Job } from '@teahouse/contract/members';
import { useEffect } from 'react';
import { trustedJson } from '../../crypto/trusted.ts';
import { useName } from '../../ui/use-name.ts';
import { postingOf } from './posting-of.ts';

/** A job for search engines: a block of data in the page's head, which no browser runs. */
export function Posting({ job }: { job: Job }) {
  const company = useName()(job.company.name);
  useEffect(() => {
    if (!job.open) return undefined;
    const block = document.createElement('script');
    block.type = 'application/ld+json';
    const posting = postingOf(job, { company, url: `${location.origin}/jobs/${job.id}` });
    block.text = trustedJson(posting);
    document.head.append(block);
    return () => block.remove();
  }, [job, company]);
  return null;
}
