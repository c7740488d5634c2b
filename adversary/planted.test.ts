import { expect, it } from 'vitest';
import { grow, makeTemplate } from './leaks/grow.ts';
import { leaks } from './leaks/index.ts';

it('finds in a town of twenty that talk keeps a hash of who wrote', async () => {
  const leak = leaks.filter(({ name }) => name === 'shared-values');
  const template = await makeTemplate({}, { members: 20, companies: 2, days: 4, posts: 20, seed: 5 });
  try {
    const score = (await grow(template, leak)).get('shared-values');
    expect(score?.rate).toBe(1);
    expect(score?.chance).toBeLessThan(0.1);
  } finally {
    template.remove();
  }
});
