import type { OwnProfile } from '@teahouse/contract/members';
import { expect, it } from 'vitest';
import { hintsOf } from './hints-of.ts';

const part = <T>(content: T) => ({ content, audience: 'members' as const, version: 0 });
const empty: OwnProfile = {
  ...{ id: '', handle: 'ann', name: 'Ann', headline: '', photo: null, employer: null },
  ...{ version: 0, page: 'members', indexable: false },
  sections: {
    ...{ about: part(''), city: part(''), experience: part([]), education: part([]) },
    ...{ skills: part([]), languages: part([]), links: part([]) },
  },
};
const employed = { employments: [{ id: 'e' }] } as Parameters<typeof hintsOf>[1];

it('an empty page is told all eight things, the weightiest first', () => {
  expect(hintsOf(empty, employed)).toEqual([
    ...['headline', 'photo', 'experience', 'proven', 'about', 'education', 'skills', 'city'],
  ]);
});

it('an employer that was verified is missed until a place of work stands for it', () => {
  const work = { company: '', title: 'Brewer', from: '2024-03', to: null, text: '' };
  const withWork = (employment: string | null) => ({
    ...empty,
    sections: { ...empty.sections, experience: part([{ ...work, employment }]) },
  });
  expect(hintsOf(withWork(null), employed)).toContain('proven');
  expect(hintsOf(withWork('e'), employed)).not.toContain('proven');
  expect(hintsOf(withWork(null), { employments: [] })).not.toContain('proven');
});
