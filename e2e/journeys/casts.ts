import type { Look } from '../lib/person.ts';

/** Who looks how: each value of size, language and light occurs with each other over the people of one run. */
export interface Cast {
  readonly visitor: Look;
  readonly a: Look;
  readonly b: Look;
  readonly device: Look;
}
export const casts: readonly Cast[] = [
  {
    visitor: { size: 'phone', lang: 'zh', theme: 'light' },
    a: { size: 'desktop', lang: 'zh', theme: 'dark' },
    b: { size: 'phone', lang: 'en', theme: 'dark' },
    device: { size: 'desktop', lang: 'en', theme: 'light' },
  },
  {
    visitor: { size: 'desktop', lang: 'en', theme: 'dark' },
    a: { size: 'phone', lang: 'en', theme: 'light' },
    b: { size: 'desktop', lang: 'zh', theme: 'light' },
    device: { size: 'phone', lang: 'zh', theme: 'dark' },
  },
];
