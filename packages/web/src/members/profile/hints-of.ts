import type { Me, OwnProfile, Section } from '@teahouse/contract/members';

export type Hint = 'photo' | 'headline' | Section | 'proven';

/** What would make a page worth more to its readers, the weightiest first; those already there are left out. */
export function hintsOf(own: OwnProfile, me: Pick<Me, 'employments'>): Hint[] {
  const { sections } = own;
  const linked = new Set(sections.experience.content.map(({ employment }) => employment));
  const hints: [Hint, boolean][] = [
    ['headline', own.headline !== ''],
    ['photo', own.photo !== null],
    ['experience', sections.experience.content.length > 0],
    ['proven', me.employments.every(({ id }) => linked.has(id))],
    ['about', sections.about.content !== ''],
    ['education', sections.education.content.length > 0],
    ['skills', sections.skills.content.length >= 3],
    ['city', sections.city.content !== ''],
  ];
  return hints.filter(([, done]) => !done).map(([hint]) => hint);
}
