import { contact, papers } from '@teahouse/look/personal';
import { counts } from './counts.ts';
import { duty } from './duty.ts';
import { home } from './home.ts';
import { only } from './only.ts';
import { past } from './past.ts';
import { people } from './people.ts';
import { places } from './places.ts';
import type { Rule } from './rule.ts';
import { said } from './said.ts';
import { when } from './when.ts';
import { work } from './work.ts';

/** Every rule, zh and en: people mix the two in one sentence. */
export const rules: readonly Rule[] = [
  ...contact,
  ...papers,
  ...when,
  ...work,
  ...duty,
  ...counts,
  ...only,
  ...places,
  ...past,
  ...people,
  ...home,
  ...said,
];
